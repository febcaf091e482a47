package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_NOTICE;

import fr.pixlti.tool.lti.domain.Notices;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqNotices implements Notices {

    private final DSLContext db;
    private final JsonMapper json = new JsonMapper();

    JooqNotices(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Notice notice, byte[] onceHash, Instant now) {
        db.insertInto(LTI_NOTICE).set(LTI_NOTICE.ID, notice.id()).set(LTI_NOTICE.PLATFORM_ID, notice.platformId())
                .set(LTI_NOTICE.JTI_HASH, onceHash).set(LTI_NOTICE.DEPLOYMENT_ID, notice.deploymentId())
                .set(LTI_NOTICE.TYPE, notice.type())
                .set(LTI_NOTICE.CONTENT, json.writeValueAsString(new Content(notice.contextId(), notice.origins())))
                .set(LTI_NOTICE.RECEIVED_AT, utc(now)).onDuplicateKeyIgnore().execute();
    }

    @Override
    public List<Notice> waiting(int most) {
        return db.selectFrom(LTI_NOTICE).where(LTI_NOTICE.HANDLED_AT.isNull()).orderBy(LTI_NOTICE.RECEIVED_AT)
                .limit(most).fetch(row -> {
                    Content content = json.readValue(row.getContent(), Content.class);
                    return new Notice(row.getId(), row.getPlatformId(), row.getDeploymentId(), row.getType(),
                            content.contextId(), content.origins());
                });
    }

    @Override
    public void handled(UUID id, Instant now) {
        db.update(LTI_NOTICE).set(LTI_NOTICE.HANDLED_AT, utc(now)).where(LTI_NOTICE.ID.eq(id)).execute();
    }

    @Override
    public int purge(Instant before) {
        return db.deleteFrom(LTI_NOTICE).where(LTI_NOTICE.HANDLED_AT.lt(utc(before))).execute();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record Content(String contextId, List<String> origins) {}
}
