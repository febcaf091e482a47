package fr.pixlti.tool.content.domain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The releases in the database, and which of them is current. */
public interface Releases {

    /** BUILT_IN came with a version of the tool; COMPOSED has published packs besides. */
    enum Origin {
        BUILT_IN, COMPOSED
    }

    /** @param size of the archive, in bytes */
    record Kept(String id, Origin origin, Instant createdAt, Instant usedAt, int size) {

        /** {@link #createdAt}, as pages show times. */
        public OffsetDateTime created() {
            return createdAt.atOffset(ZoneOffset.UTC);
        }
    }

    /**
     * What new tests are to use.
     *
     * @param number of the latest publication, 0 before the first
     * @param pointer absent when nobody has composed a release from this built-in content yet
     * @param stored whether the built-in release is in the database
     */
    record Standing(int number, @Nullable Pointer pointer, boolean stored) {}

    /**
     * @param release id of the current release
     * @param publication that it follows from
     * @param leftOut published packs that do not go with the built-in content
     */
    record Pointer(String release, int publication, Set<UUID> leftOut) {}

    /** What stands for nodes with this built-in release. One statement by primary keys. */
    Standing standing(String builtIn);

    boolean has(String id);

    void add(String id, Origin origin, byte[] archive, Instant now);

    Optional<byte[]> archive(String id);

    /** Newest first, without their archives. */
    List<Kept> all();

    /** Begins a publication, unless another has begun since. @return whether {@code number} was still the latest */
    boolean advance(int number);

    /** Whether {@code number} is the latest publication, which no other follows before this transaction ends. */
    boolean holds(int number);

    /** Makes a release the current one for nodes with this built-in release. */
    void point(String builtIn, Pointer pointer, Instant now);

    /** Says that releases are in use, unless somebody said so since {@code before}. */
    void use(Collection<String> ids, Instant now, Instant before);

    /** Removes a release, and what points to it, that has not been used since. @return whether it was removed */
    boolean remove(String id, Instant usedBefore);
}
