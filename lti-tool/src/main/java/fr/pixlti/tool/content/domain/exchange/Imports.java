package fr.pixlti.tool.content.domain.exchange;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What operators brought in lately. */
public interface Imports {

    /** @param fileName as the operator's computer calls the file */
    record Import(UUID id, String fileName, Instant at, ImportReport report) {}

    /** @param archive ZIP of the content files made */
    void add(Import done, byte[] archive);

    Optional<Import> find(UUID id);

    /** The archive of one that is found; empty when it has none. */
    byte[] archive(UUID id);

    void removeBefore(Instant moment);
}
