package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_DEPLOYMENT;
import static fr.pixlti.schema.Tables.LTI_LAST_LAUNCH;
import static fr.pixlti.schema.Tables.LTI_PLATFORM;

import fr.pixlti.schema.tables.records.LtiLastLaunchRecord;
import fr.pixlti.schema.tables.records.LtiPlatformRecord;
import fr.pixlti.tool.lti.domain.Deployment;
import fr.pixlti.tool.lti.domain.KnownPlatform;
import fr.pixlti.tool.lti.domain.KnownPlatform.Source;
import fr.pixlti.tool.lti.domain.KnownPlatforms;
import fr.pixlti.tool.lti.domain.LastLaunch;
import fr.pixlti.tool.lti.domain.Platform;
import fr.pixlti.tool.lti.domain.Platform.Status;
import fr.pixlti.tool.shared.Ids;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqKnownPlatforms implements KnownPlatforms {

    private final DSLContext db;
    private final Ids ids;
    private final Clock clock;

    JooqKnownPlatforms(DSLContext db, Ids ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Listed> all() {
        Map<UUID, Integer> pending = db.select(LTI_DEPLOYMENT.PLATFORM_ID, DSL.count()).from(LTI_DEPLOYMENT)
                .where(LTI_DEPLOYMENT.STATUS.eq(Deployment.Status.PENDING.name())).groupBy(LTI_DEPLOYMENT.PLATFORM_ID)
                .fetchMap(LTI_DEPLOYMENT.PLATFORM_ID, DSL.count());
        return fetch(DSL.noCondition()).stream()
                .map(known -> new Listed(known, pending.getOrDefault(known.platform().id(), 0)))
                .sorted(Comparator.comparing((Listed listed) -> !waits(listed))
                        .thenComparing(listed -> listed.platform().platform().name(), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    @Override
    public long waiting() {
        Condition deployment = DSL.exists(db.selectOne().from(LTI_DEPLOYMENT)
                .where(LTI_DEPLOYMENT.PLATFORM_ID.eq(LTI_PLATFORM.ID))
                .and(LTI_DEPLOYMENT.STATUS.eq(Deployment.Status.PENDING.name())));
        return db.fetchCount(LTI_PLATFORM, LTI_PLATFORM.STATUS.eq(Status.PENDING.name())
                .or(LTI_PLATFORM.STATUS.eq(Status.APPROVED.name()).and(deployment)));
    }

    private static boolean waits(Listed listed) {
        Status status = listed.platform().platform().status();
        return status == Status.PENDING || listed.pending() > 0 && status == Status.APPROVED;
    }

    @Override
    public Optional<KnownPlatform> find(UUID id) {
        return fetch(LTI_PLATFORM.ID.eq(id)).stream().findFirst().map(this::withDeployments);
    }

    @Override
    public Optional<KnownPlatform> find(Client client) {
        return fetch(is(client)).stream().findFirst().map(this::withDeployments);
    }

    private static Condition is(Client client) {
        return LTI_PLATFORM.ISSUER.eq(client.issuer()).and(LTI_PLATFORM.CLIENT_ID.eq(client.clientId()));
    }

    @Override
    public boolean add(KnownPlatform known, List<String> deploymentIds) {
        Platform platform = known.platform();
        LocalDateTime now = utc(known.createdAt());
        LtiPlatformRecord row = PlatformRows.row(platform, now);
        row.setSource(known.source().name());
        row.setProduct(known.product());
        row.setConfigurationUrl(known.configurationUrl() == null ? null : known.configurationUrl().toString());
        if (db.insertInto(LTI_PLATFORM).set(row).onDuplicateKeyIgnore().execute() == 0) {
            return false;
        }
        Deployment.Status status = platform.approved() ? Deployment.Status.APPROVED : Deployment.Status.PENDING;
        for (String deploymentId : deploymentIds) {
            PlatformRows.insertDeployment(db, ids.next(), platform.id(), deploymentId, status, null, now);
        }
        return true;
    }

    @Override
    public boolean change(Platform platform, Instant before) {
        LtiPlatformRecord row = PlatformRows.row(platform, LocalDateTime.now(clock));
        return db.update(LTI_PLATFORM).set(LTI_PLATFORM.NAME, row.getName())
                .set(LTI_PLATFORM.AUTHENTICATION_REQUEST_URL, row.getAuthenticationRequestUrl())
                .set(LTI_PLATFORM.ACCESS_TOKEN_URL, row.getAccessTokenUrl())
                .set(LTI_PLATFORM.ACCESS_TOKEN_AUDIENCE, row.getAccessTokenAudience())
                .set(LTI_PLATFORM.KEY_SET_URL, row.getKeySetUrl())
                .set(LTI_PLATFORM.FRAME_ORIGINS, row.getFrameOrigins())
                .set(LTI_PLATFORM.ALLOW_PRIVATE_ADDRESSES, row.getAllowPrivateAddresses())
                .set(LTI_PLATFORM.UPDATED_AT, row.getUpdatedAt()).where(LTI_PLATFORM.ID.eq(platform.id()))
                .and(LTI_PLATFORM.UPDATED_AT.eq(utc(before))).and(LTI_PLATFORM.SOURCE.ne(Source.SETTINGS.name()))
                .execute() == 1;
    }

    @Override
    public boolean changeStatus(UUID id, Status status) {
        Optional<String> before = db.select(LTI_PLATFORM.STATUS).from(LTI_PLATFORM).where(LTI_PLATFORM.ID.eq(id))
                .and(LTI_PLATFORM.SOURCE.ne(Source.SETTINGS.name())).forUpdate()
                .fetchOptional(LTI_PLATFORM.STATUS);
        if (before.isEmpty() || before.get().equals(status.name())) {
            return false;
        }
        db.update(LTI_PLATFORM).set(LTI_PLATFORM.STATUS, status.name())
                .set(LTI_PLATFORM.UPDATED_AT, LocalDateTime.now(clock)).where(LTI_PLATFORM.ID.eq(id)).execute();
        if (status == Status.APPROVED && before.get().equals(Status.PENDING.name())) {
            db.update(LTI_DEPLOYMENT).set(LTI_DEPLOYMENT.STATUS, Deployment.Status.APPROVED.name())
                    .where(LTI_DEPLOYMENT.PLATFORM_ID.eq(id)).execute();
        }
        return true;
    }

    @Override
    public Optional<String> approveDeployment(UUID platformId, UUID deployment) {
        Condition one = LTI_DEPLOYMENT.ID.eq(deployment).and(LTI_DEPLOYMENT.PLATFORM_ID.eq(platformId));
        int changed = db.update(LTI_DEPLOYMENT).set(LTI_DEPLOYMENT.STATUS, Deployment.Status.APPROVED.name())
                .where(one).and(LTI_DEPLOYMENT.STATUS.eq(Deployment.Status.PENDING.name())).execute();
        return changed == 0
                ? Optional.empty()
                : db.select(LTI_DEPLOYMENT.DEPLOYMENT_ID).from(LTI_DEPLOYMENT).where(one)
                        .fetchOptional(LTI_DEPLOYMENT.DEPLOYMENT_ID);
    }

    @Override
    public void releaseAllBut(Collection<Client> ofSettings) {
        Condition named = DSL.or(ofSettings.stream().map(JooqKnownPlatforms::is).toList());
        Condition fromSettings = LTI_PLATFORM.SOURCE.eq(Source.SETTINGS.name());
        db.update(LTI_PLATFORM).set(LTI_PLATFORM.SOURCE, Source.MANUAL.name())
                .where(ofSettings.isEmpty() ? fromSettings : fromSettings.andNot(named)).execute();
    }

    private List<KnownPlatform> fetch(Condition condition) {
        return db.select(LTI_PLATFORM, LTI_LAST_LAUNCH).from(LTI_PLATFORM).leftJoin(LTI_LAST_LAUNCH)
                .on(LTI_LAST_LAUNCH.PLATFORM_ID.eq(LTI_PLATFORM.ID)).where(condition)
                .fetch(row -> known(row.value1(), row.value2()));
    }

    private KnownPlatform withDeployments(KnownPlatform known) {
        List<Deployment> deployments = db.selectFrom(LTI_DEPLOYMENT)
                .where(LTI_DEPLOYMENT.PLATFORM_ID.eq(known.platform().id()))
                .orderBy(LTI_DEPLOYMENT.FIRST_SEEN_AT, LTI_DEPLOYMENT.DEPLOYMENT_ID)
                .fetch(PlatformRows::deployment);
        return new KnownPlatform(known.platform(), known.source(), known.product(), known.configurationUrl(),
                known.createdAt(), known.updatedAt(), deployments, known.lastLaunch());
    }

    private static KnownPlatform known(LtiPlatformRecord row, @Nullable LtiLastLaunchRecord launch) {
        return new KnownPlatform(PlatformRows.platform(row), Source.valueOf(row.getSource()), row.getProduct(),
                row.getConfigurationUrl() == null ? null : URI.create(row.getConfigurationUrl()),
                row.getCreatedAt().toInstant(ZoneOffset.UTC), row.getUpdatedAt().toInstant(ZoneOffset.UTC), List.of(),
                launch == null || launch.getPlatformId() == null ? null : lastLaunch(launch));
    }

    private static LastLaunch lastLaunch(LtiLastLaunchRecord row) {
        return new LastLaunch(row.getLaunchedAt().toInstant(ZoneOffset.UTC), row.getCourseTitle(),
                row.getLineItemsUrl(), row.getAgsScopes() == null ? "" : row.getAgsScopes(), row.getMembershipsUrl());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
