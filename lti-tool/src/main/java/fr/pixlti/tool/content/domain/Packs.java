package fr.pixlti.tool.content.domain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What operators add to the content of the tool. */
public interface Packs {

    /** DRAFT → PUBLISHED ⇄ WITHDRAWN. */
    enum State {
        DRAFT, PUBLISHED, WITHDRAWN
    }

    /**
     * @param changedBy who gave it its state
     * @param size of its archive, in bytes
     */
    record Pack(UUID id, String name, String uploadedBy, Instant uploadedAt, State state, String changedBy,
            Instant changedAt, int size) {

        /** {@link #changedAt}, as pages show times. */
        public OffsetDateTime changed() {
            return changedAt.atOffset(ZoneOffset.UTC);
        }
    }

    /** @param archive see {@link Archive} */
    record Stored(Pack pack, byte[] archive) {}

    void add(Pack pack, byte[] archive);

    Optional<Stored> find(UUID id);

    /** Newest first, without their archives; at most 200. */
    List<Pack> all();

    /** In the order in which they were published. */
    List<Stored> published();

    /** @return whether it had the state {@code from} */
    boolean change(UUID id, State from, State to, String by, Instant now);

    /** Removes a pack that is not published. @return whether there was one */
    boolean remove(UUID id);
}
