package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_TOOL_KEY;

import fr.pixlti.schema.tables.records.LtiToolKeyRecord;
import fr.pixlti.tool.lti.domain.ToolKey;
import fr.pixlti.tool.lti.domain.ToolKeys;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
    public void addUnlessThere(ToolKey key) {
        Instant retired = key.retiredAt();
        db.insertInto(LTI_TOOL_KEY).set(LTI_TOOL_KEY.ID, key.id()).set(LTI_TOOL_KEY.PUBLIC_JWK, key.publicJwk())
                .set(LTI_TOOL_KEY.PRIVATE_KEY_ENCRYPTED, key.encryptedPrivateKey())
                .set(LTI_TOOL_KEY.CREATED_AT, utc(key.createdAt())).set(LTI_TOOL_KEY.ACTIVE_FROM, utc(key.activeFrom()))
                .set(LTI_TOOL_KEY.RETIRED_AT, retired == null ? null : utc(retired)).onDuplicateKeyIgnore().execute();
    }

    private static ToolKey key(LtiToolKeyRecord row) {
        @Nullable
        LocalDateTime retired = row.getRetiredAt();
        return new ToolKey(row.getId(), row.getPublicJwk(), row.getPrivateKeyEncrypted(),
                row.getCreatedAt().toInstant(ZoneOffset.UTC), row.getActiveFrom().toInstant(ZoneOffset.UTC),
                retired == null ? null : retired.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
