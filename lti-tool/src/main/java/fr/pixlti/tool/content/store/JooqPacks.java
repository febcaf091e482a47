package fr.pixlti.tool.content.store;

import static fr.pixlti.schema.Tables.CONTENT_PACK;

import fr.pixlti.tool.content.domain.Packs;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

@Repository
class JooqPacks implements Packs {

    private static final int MOST = 200;
    private static final List<Field<?>> WITHOUT_ARCHIVE = List.of(CONTENT_PACK.ID, CONTENT_PACK.NAME,
            CONTENT_PACK.UPLOADED_BY, CONTENT_PACK.UPLOADED_AT, CONTENT_PACK.STATE, CONTENT_PACK.CHANGED_BY,
            CONTENT_PACK.CHANGED_AT, CONTENT_PACK.SIZE);

    private final DSLContext db;

    JooqPacks(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Pack pack, byte[] archive) {
        db.insertInto(CONTENT_PACK).set(CONTENT_PACK.ID, pack.id()).set(CONTENT_PACK.NAME, pack.name())
                .set(CONTENT_PACK.UPLOADED_BY, pack.uploadedBy())
                .set(CONTENT_PACK.UPLOADED_AT, Utc.of(pack.uploadedAt())).set(CONTENT_PACK.STATE, pack.state().name())
                .set(CONTENT_PACK.CHANGED_BY, pack.changedBy()).set(CONTENT_PACK.CHANGED_AT, Utc.of(pack.changedAt()))
                .set(CONTENT_PACK.ARCHIVE, archive).set(CONTENT_PACK.SIZE, archive.length).execute();
    }

    @Override
    public Optional<Stored> find(UUID id) {
        return db.selectFrom(CONTENT_PACK).where(CONTENT_PACK.ID.eq(id)).fetchOptional(JooqPacks::stored);
    }

    @Override
    public List<Pack> all() {
        return db.select(WITHOUT_ARCHIVE).from(CONTENT_PACK).orderBy(CONTENT_PACK.ID.desc()).limit(MOST)
                .fetch(JooqPacks::pack);
    }

    @Override
    public List<Stored> published() {
        return db.selectFrom(CONTENT_PACK).where(CONTENT_PACK.STATE.eq(State.PUBLISHED.name()))
                .orderBy(CONTENT_PACK.CHANGED_AT, CONTENT_PACK.ID).fetch(JooqPacks::stored);
    }

    @Override
    public boolean change(UUID id, State from, State to, String by, Instant now) {
        return db.update(CONTENT_PACK).set(CONTENT_PACK.STATE, to.name()).set(CONTENT_PACK.CHANGED_BY, by)
                .set(CONTENT_PACK.CHANGED_AT, Utc.of(now)).where(CONTENT_PACK.ID.eq(id))
                .and(CONTENT_PACK.STATE.eq(from.name())).execute() == 1;
    }

    @Override
    public boolean remove(UUID id) {
        return db.deleteFrom(CONTENT_PACK).where(CONTENT_PACK.ID.eq(id))
                .and(CONTENT_PACK.STATE.ne(State.PUBLISHED.name())).execute() == 1;
    }

    private static Stored stored(Record row) {
        return new Stored(pack(row), row.get(CONTENT_PACK.ARCHIVE));
    }

    private static Pack pack(Record row) {
        return new Pack(row.get(CONTENT_PACK.ID), row.get(CONTENT_PACK.NAME), row.get(CONTENT_PACK.UPLOADED_BY),
                instant(row.get(CONTENT_PACK.UPLOADED_AT)), State.valueOf(row.get(CONTENT_PACK.STATE)),
                row.get(CONTENT_PACK.CHANGED_BY), instant(row.get(CONTENT_PACK.CHANGED_AT)),
                row.get(CONTENT_PACK.SIZE));
    }

    private static Instant instant(LocalDateTime time) {
        return Utc.instant(time);
    }
}
