package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_CONTENT_RETURN;

import fr.pixlti.tool.lti.domain.ContentItem;
import fr.pixlti.tool.lti.domain.ContentReturns;
import fr.pixlti.tool.lti.domain.OneUseSecret;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqContentReturns implements ContentReturns {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<ContentItem>> ITEMS = new TypeReference<>() {};

    private final DSLContext db;

    JooqContentReturns(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(OneUseSecret secret, UUID platformId, Instant expiresAt) {
        db.insertInto(LTI_CONTENT_RETURN).set(LTI_CONTENT_RETURN.ID, secret.id())
                .set(LTI_CONTENT_RETURN.SECRET_HASH, secret.hash()).set(LTI_CONTENT_RETURN.PLATFORM_ID, platformId)
                .set(LTI_CONTENT_RETURN.EXPIRES_AT, utc(expiresAt)).execute();
    }

    @Override
    public void opened(UUID loginId, UUID dialogueId) {
        db.update(LTI_CONTENT_RETURN).set(LTI_CONTENT_RETURN.CONTENT_ID, dialogueId)
                .where(LTI_CONTENT_RETURN.ID.eq(loginId)).execute();
    }

    @Override
    public void forget(UUID loginId) {
        db.deleteFrom(LTI_CONTENT_RETURN).where(LTI_CONTENT_RETURN.ID.eq(loginId)).execute();
    }

    @Override
    public boolean chosen(UUID dialogueId, List<ContentItem> items, Instant now, Instant until) {
        return db.update(LTI_CONTENT_RETURN).set(LTI_CONTENT_RETURN.ITEMS, JSON.writeValueAsString(items))
                .set(LTI_CONTENT_RETURN.EXPIRES_AT, utc(until)).where(LTI_CONTENT_RETURN.CONTENT_ID.eq(dialogueId))
                .and(LTI_CONTENT_RETURN.ITEMS.isNull()).and(LTI_CONTENT_RETURN.EXPIRES_AT.gt(utc(now)))
                .execute() == 1;
    }

    @Override
    public Optional<Waiting> find(OneUseSecret secret, Instant now) {
        return db.select(LTI_CONTENT_RETURN.PLATFORM_ID, LTI_CONTENT_RETURN.ITEMS.isNotNull())
                .from(LTI_CONTENT_RETURN).where(ofSecret(secret))
                .and(LTI_CONTENT_RETURN.EXPIRES_AT.gt(utc(now)))
                .fetchOptional(row -> new Waiting(row.value1(), row.value2()));
    }

    @Override
    public Optional<Chosen> take(OneUseSecret secret, Instant now) {
        return db.deleteFrom(LTI_CONTENT_RETURN).where(ofSecret(secret)).and(LTI_CONTENT_RETURN.ITEMS.isNotNull())
                .and(LTI_CONTENT_RETURN.EXPIRES_AT.gt(utc(now)))
                .returning(LTI_CONTENT_RETURN.CONTENT_ID, LTI_CONTENT_RETURN.ITEMS)
                .fetchOptional(row -> new Chosen(row.getContentId(), JSON.readValue(row.getItems(), ITEMS)));
    }

    @Override
    public int purge(Instant before) {
        return db.deleteFrom(LTI_CONTENT_RETURN).where(LTI_CONTENT_RETURN.EXPIRES_AT.lt(utc(before))).execute();
    }

    private static Condition ofSecret(OneUseSecret secret) {
        return LTI_CONTENT_RETURN.ID.eq(secret.id()).and(LTI_CONTENT_RETURN.SECRET_HASH.eq(secret.hash()));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
