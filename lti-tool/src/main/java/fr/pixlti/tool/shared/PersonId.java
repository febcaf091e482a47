package fr.pixlti.tool.shared;

import java.util.UUID;

/** A person known to the tool, however they sign in. */
public record PersonId(UUID value) {

    private static final int NOBODYS_VERSION = 8;

    /**
     * A fresh id that belongs to nobody: it takes a person's place when they are erased, where results stay for
     * statistics. It is random but for its version, 8 (RFC 9562 §5.8), which no id of a person has.
     */
    public static PersonId nobody() {
        UUID random = UUID.randomUUID();
        long high = random.getMostSignificantBits() & ~0xF000L | (long) NOBODYS_VERSION << 12;
        return new PersonId(new UUID(high, random.getLeastSignificantBits()));
    }

    /** Whether somebody was erased who had results here. */
    public boolean isNobody() {
        return value.version() == NOBODYS_VERSION;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
