package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_TOOL_KEY;

import fr.pixlti.schema.tables.records.LtiToolKeyRecord;
import fr.pixlti.tool.lti.domain.ToolKey;
import fr.pixlti.tool.lti.domain.ToolKeys;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqToolKeys implements ToolKeys {

    private final DSLContext db;

    JooqToolKeys(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<ToolKey> all() {
        return db.selectFrom(LTI_TOOL_KEY).orderBy(LTI_TOOL_KEY.CREATED_AT).fetch(JooqToolKeys::key);
    }

    @Override
    public boolean addUnlessThere(ToolKey key) {
        Instant retired = key.retiredAt();
        return db.insertInto(LTI_TOOL_KEY).set(LTI_TOOL_KEY.ID, key.id()).set(LTI_TOOL_KEY.PUBLIC_JWK, key.publicJwk())
                .set(LTI_TOOL_KEY.PRIVATE_KEY_ENCRYPTED, key.encryptedPrivateKey())
                .set(LTI_TOOL_KEY.CREATED_AT, utc(key.createdAt())).set(LTI_TOOL_KEY.ACTIVE_FROM, utc(key.activeFrom()))
                .set(LTI_TOOL_KEY.RETIRED_AT, retired == null ? null : utc(retired))
                .set(LTI_TOOL_KEY.GENERATION, key.generation()).set(LTI_TOOL_KEY.MADE_BY, key.madeBy())
                .set(LTI_TOOL_KEY.RETIRED_BY, key.retiredBy()).onDuplicateKeyIgnore().execute() == 1;
    }

    @Override
    public void retireBefore(int generation, Instant at) {
        db.update(LTI_TOOL_KEY).set(LTI_TOOL_KEY.RETIRED_AT, utc(at)).where(LTI_TOOL_KEY.GENERATION.lt(generation))
                .and(LTI_TOOL_KEY.RETIRED_AT.isNull().or(LTI_TOOL_KEY.RETIRED_AT.gt(utc(at)))).execute();
    }

    @Override
    public boolean retireNow(UUID id, String by, Instant now) {
        return db.update(LTI_TOOL_KEY).set(LTI_TOOL_KEY.RETIRED_AT, utc(now)).set(LTI_TOOL_KEY.RETIRED_BY, by)
                .where(LTI_TOOL_KEY.ID.eq(id))
                .and(LTI_TOOL_KEY.RETIRED_AT.isNull().or(LTI_TOOL_KEY.RETIRED_AT.gt(utc(now)))).execute() == 1;
    }

    @Override
    public boolean activateNow(UUID id, Instant now) {
        return db.update(LTI_TOOL_KEY).set(LTI_TOOL_KEY.ACTIVE_FROM, utc(now)).where(LTI_TOOL_KEY.ID.eq(id))
                .and(LTI_TOOL_KEY.ACTIVE_FROM.gt(utc(now))).execute() == 1;
    }

    private static ToolKey key(LtiToolKeyRecord row) {
        @Nullable
        LocalDateTime retired = row.getRetiredAt();
        return new ToolKey(row.getId(), row.getPublicJwk(), row.getPrivateKeyEncrypted(),
                row.getCreatedAt().toInstant(ZoneOffset.UTC), row.getActiveFrom().toInstant(ZoneOffset.UTC),
                retired == null ? null : retired.toInstant(ZoneOffset.UTC), row.getGeneration(), row.getMadeBy(),
                row.getRetiredBy());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
