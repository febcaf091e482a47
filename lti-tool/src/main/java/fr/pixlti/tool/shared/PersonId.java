package fr.pixlti.tool.shared;

import java.util.UUID;

/** A person known to the tool, however they sign in. */
public record PersonId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
