package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_NOTICE_SERVICE;

import fr.pixlti.tool.lti.domain.NoticeHandlers;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqNoticeHandlers implements NoticeHandlers {

    private final DSLContext db;

    JooqNoticeHandlers(DSLContext db) {
        this.db = db;
    }

    @Override
    public void offered(Offer offer, Instant now) {
        var t = LTI_NOTICE_SERVICE;
        String types = String.join(" ", offer.types());
        // MariaDB carries the assignments out from left to right: what "same" compares comes last.
        Condition same = t.SERVICE_URL.eq(offer.serviceUrl()).and(t.TYPES.eq(types));
        db.insertInto(t).set(t.DEPLOYMENT_ID, offer.deploymentId()).set(t.PLATFORM_ID, offer.platformId())
                .set(t.SERVICE_URL, offer.serviceUrl()).set(t.TYPES, types).set(t.NEXT_AT, utc(now)).set(t.FAILURES, 0)
                .onDuplicateKeyUpdate().set(t.NEXT_AT, DSL.when(same, t.NEXT_AT).otherwise(utc(now)))
                .set(t.FAILURES, DSL.when(same, t.FAILURES).otherwise(0)).set(t.SERVICE_URL, offer.serviceUrl())
                .set(t.TYPES, types).execute();
    }

    @Override
    public List<Offer> due(Instant now, int most) {
        return db.selectFrom(LTI_NOTICE_SERVICE).where(LTI_NOTICE_SERVICE.NEXT_AT.le(utc(now)))
                .orderBy(LTI_NOTICE_SERVICE.NEXT_AT).limit(most).fetch(row -> new Offer(row.getDeploymentId(),
                        row.getPlatformId(), row.getServiceUrl(), List.of(row.getTypes().split(" ")),
                        row.getFailures()));
    }

    @Override
    public void tried(Offer offer, @Nullable Instant next, Instant now) {
        db.update(LTI_NOTICE_SERVICE).set(LTI_NOTICE_SERVICE.NEXT_AT, next == null ? null : utc(next))
                .set(LTI_NOTICE_SERVICE.FAILURES, next == null ? 0 : offer.failures() + 1)
                .set(LTI_NOTICE_SERVICE.REGISTERED_AT,
                        next == null ? DSL.val(utc(now)) : LTI_NOTICE_SERVICE.REGISTERED_AT)
                .where(LTI_NOTICE_SERVICE.DEPLOYMENT_ID.eq(offer.deploymentId()))
                .and(LTI_NOTICE_SERVICE.SERVICE_URL.eq(offer.serviceUrl()))
                .and(LTI_NOTICE_SERVICE.TYPES.eq(String.join(" ", offer.types()))).execute();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
