package fr.pixlti.tool.content.store;

import static fr.pixlti.schema.Tables.CONTENT_CURRENT;
import static fr.pixlti.schema.Tables.CONTENT_PUBLICATION;
import static fr.pixlti.schema.Tables.CONTENT_RELEASE;

import fr.pixlti.tool.content.domain.Releases;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class JooqReleases implements Releases {

    private final DSLContext db;

    JooqReleases(DSLContext db) {
        this.db = db;
    }

    @Override
    public Standing standing(String builtIn) {
        return db
                .select(CONTENT_PUBLICATION.NUMBER, CONTENT_CURRENT.RELEASE_ID, CONTENT_CURRENT.PUBLICATION,
                        CONTENT_CURRENT.LEFT_OUT, CONTENT_RELEASE.ID)
                .from(CONTENT_PUBLICATION).leftJoin(CONTENT_CURRENT).on(CONTENT_CURRENT.BUILT_IN.eq(builtIn))
                .leftJoin(CONTENT_RELEASE).on(CONTENT_RELEASE.ID.eq(builtIn)).where(CONTENT_PUBLICATION.ID.eq(1))
                .fetchSingle(row -> new Standing(row.value1(),
                        row.value2() == null ? null : new Pointer(row.value2(), row.value3(), ids(row.value4())),
                        row.value5() != null));
    }

    @Override
    public boolean has(String id) {
        return db.fetchExists(CONTENT_RELEASE, CONTENT_RELEASE.ID.eq(id));
    }

    @Override
    public void add(String id, Origin origin, byte[] archive, Instant now) {
        db.insertInto(CONTENT_RELEASE).set(CONTENT_RELEASE.ID, id).set(CONTENT_RELEASE.ORIGIN, origin.name())
                .set(CONTENT_RELEASE.CREATED_AT, Utc.of(now)).set(CONTENT_RELEASE.USED_AT, Utc.of(now))
                .set(CONTENT_RELEASE.ARCHIVE, archive).set(CONTENT_RELEASE.SIZE, archive.length).execute();
    }

    @Override
    public Optional<byte[]> archive(String id) {
        return db.select(CONTENT_RELEASE.ARCHIVE).from(CONTENT_RELEASE).where(CONTENT_RELEASE.ID.eq(id))
                .fetchOptional(CONTENT_RELEASE.ARCHIVE);
    }

    @Override
    public List<Kept> all() {
        return db
                .select(CONTENT_RELEASE.ID, CONTENT_RELEASE.ORIGIN, CONTENT_RELEASE.CREATED_AT,
                        CONTENT_RELEASE.USED_AT, CONTENT_RELEASE.SIZE)
                .from(CONTENT_RELEASE).orderBy(CONTENT_RELEASE.CREATED_AT.desc(), CONTENT_RELEASE.ID)
                .fetch(row -> new Kept(row.value1(), Origin.valueOf(row.value2()), Utc.instant(row.value3()),
                        Utc.instant(row.value4()), row.value5()));
    }

    @Override
    public boolean advance(int number) {
        return db.update(CONTENT_PUBLICATION).set(CONTENT_PUBLICATION.NUMBER, number + 1)
                .where(CONTENT_PUBLICATION.ID.eq(1)).and(CONTENT_PUBLICATION.NUMBER.eq(number)).execute() == 1;
    }

    @Override
    public boolean holds(int number) {
        return db.selectOne().from(CONTENT_PUBLICATION).where(CONTENT_PUBLICATION.ID.eq(1))
                .and(CONTENT_PUBLICATION.NUMBER.eq(number)).forUpdate().fetchOptional().isPresent();
    }

    @Override
    public void point(String builtIn, Pointer pointer, Instant now) {
        String leftOut = pointer.leftOut().stream().map(UUID::toString).sorted().collect(Collectors.joining(" "));
        db.insertInto(CONTENT_CURRENT).set(CONTENT_CURRENT.BUILT_IN, builtIn)
                .set(CONTENT_CURRENT.RELEASE_ID, pointer.release())
                .set(CONTENT_CURRENT.PUBLICATION, pointer.publication()).set(CONTENT_CURRENT.LEFT_OUT, leftOut)
                .set(CONTENT_CURRENT.SINCE, Utc.of(now)).onDuplicateKeyUpdate()
                .set(CONTENT_CURRENT.RELEASE_ID, DSL.excluded(CONTENT_CURRENT.RELEASE_ID))
                .set(CONTENT_CURRENT.PUBLICATION, DSL.excluded(CONTENT_CURRENT.PUBLICATION))
                .set(CONTENT_CURRENT.LEFT_OUT, DSL.excluded(CONTENT_CURRENT.LEFT_OUT))
                .set(CONTENT_CURRENT.SINCE, DSL.excluded(CONTENT_CURRENT.SINCE)).execute();
    }

    @Override
    public void use(Collection<String> ids, Instant now, Instant before) {
        db.update(CONTENT_RELEASE).set(CONTENT_RELEASE.USED_AT, Utc.of(now)).where(CONTENT_RELEASE.ID.in(ids))
                .and(CONTENT_RELEASE.USED_AT.lt(Utc.of(before))).execute();
    }

    @Override
    public boolean remove(String id, Instant usedBefore) {
        boolean removed = db.deleteFrom(CONTENT_RELEASE).where(CONTENT_RELEASE.ID.eq(id))
                .and(CONTENT_RELEASE.USED_AT.lt(Utc.of(usedBefore))).execute() == 1;
        if (removed) {
            db.deleteFrom(CONTENT_CURRENT)
                    .where(CONTENT_CURRENT.RELEASE_ID.eq(id).or(CONTENT_CURRENT.BUILT_IN.eq(id))).execute();
        }
        return removed;
    }

    private static Set<UUID> ids(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(" ")).map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }
}
