package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_DEPLOYMENT;
import static fr.pixlti.schema.Tables.LTI_PLATFORM;

import fr.pixlti.schema.tables.records.LtiDeploymentRecord;
import fr.pixlti.schema.tables.records.LtiPlatformRecord;
import fr.pixlti.tool.lti.domain.Deployment;
import fr.pixlti.tool.lti.domain.Deployment.Status;
import fr.pixlti.tool.lti.domain.Platform;
import fr.pixlti.tool.lti.domain.Platforms;
import fr.pixlti.tool.lti.domain.Registration;
import fr.pixlti.tool.shared.Ids;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqPlatforms implements Platforms {

    private final DSLContext db;
    private final Ids ids;
    private final Clock clock;

    JooqPlatforms(DSLContext db, Ids ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Registration> ofIssuer(String issuer) {
        List<Platform> platforms = db.selectFrom(LTI_PLATFORM).where(LTI_PLATFORM.ISSUER.eq(issuer))
                .orderBy(LTI_PLATFORM.ID).fetch(JooqPlatforms::platform);
        Map<UUID, Map<String, Deployment>> deployments = new HashMap<>();
        db.selectFrom(LTI_DEPLOYMENT)
                .where(LTI_DEPLOYMENT.PLATFORM_ID.in(platforms.stream().map(Platform::id).toList()))
                .forEach(row -> deployments.computeIfAbsent(row.getPlatformId(), id -> new HashMap<>())
                        .put(row.getDeploymentId(), deployment(row)));
        return platforms.stream().map(p -> new Registration(p, deployments.getOrDefault(p.id(), Map.of()))).toList();
    }

    @Override
    public Optional<Platform> byId(UUID id) {
        return db.selectFrom(LTI_PLATFORM).where(LTI_PLATFORM.ID.eq(id)).fetchOptional(JooqPlatforms::platform);
    }

    @Override
    public void apply(Platform platform, List<String> deploymentIds) {
        LocalDateTime now = LocalDateTime.now(clock);
        LtiPlatformRecord row = row(platform, now);
        db.insertInto(LTI_PLATFORM).set(row).onDuplicateKeyUpdate().set(LTI_PLATFORM.NAME, row.getName())
                .set(LTI_PLATFORM.AUTHENTICATION_REQUEST_URL, row.getAuthenticationRequestUrl())
                .set(LTI_PLATFORM.ACCESS_TOKEN_URL, row.getAccessTokenUrl())
                .set(LTI_PLATFORM.ACCESS_TOKEN_AUDIENCE, row.getAccessTokenAudience())
                .set(LTI_PLATFORM.KEY_SET_URL, row.getKeySetUrl())
                .set(LTI_PLATFORM.FRAME_ORIGINS, row.getFrameOrigins())
                .set(LTI_PLATFORM.ALLOW_PRIVATE_ADDRESSES, row.getAllowPrivateAddresses())
                .set(LTI_PLATFORM.UPDATED_AT, now).execute();
        UUID id = db.select(LTI_PLATFORM.ID).from(LTI_PLATFORM).where(LTI_PLATFORM.ISSUER.eq(platform.issuer()))
                .and(LTI_PLATFORM.CLIENT_ID.eq(platform.clientId())).fetchSingle().value1();
        for (String deploymentId : deploymentIds) {
            insert(id, deploymentId, Status.APPROVED, Status.APPROVED.name(), now);
        }
    }

    @Override
    public Deployment deployment(UUID platformId, String deploymentId) {
        return find(platformId, deploymentId).fetchOptional(JooqPlatforms::deployment).orElseGet(() -> {
            insert(platformId, deploymentId, Status.PENDING, null, LocalDateTime.now(clock));
            // Locking, so as to see a row that another launch put down at the same moment.
            return find(platformId, deploymentId).forUpdate().fetchSingle(JooqPlatforms::deployment);
        });
    }

    private SelectConditionStep<LtiDeploymentRecord> find(UUID platformId, String deploymentId) {
        return db.selectFrom(LTI_DEPLOYMENT).where(LTI_DEPLOYMENT.PLATFORM_ID.eq(platformId))
                .and(LTI_DEPLOYMENT.DEPLOYMENT_ID.eq(deploymentId));
    }

    /** @param changeTo status for one that is there already; null leaves it as it is */
    private void insert(UUID platformId, String deploymentId, Status status, @Nullable String changeTo,
            LocalDateTime now) {
        var insert = db.insertInto(LTI_DEPLOYMENT).set(LTI_DEPLOYMENT.ID, ids.next())
                .set(LTI_DEPLOYMENT.PLATFORM_ID, platformId).set(LTI_DEPLOYMENT.DEPLOYMENT_ID, deploymentId)
                .set(LTI_DEPLOYMENT.STATUS, status.name()).set(LTI_DEPLOYMENT.FIRST_SEEN_AT, now)
                .onDuplicateKeyUpdate();
        if (changeTo == null) {
            insert.set(LTI_DEPLOYMENT.STATUS, LTI_DEPLOYMENT.STATUS).execute();
        } else {
            insert.set(LTI_DEPLOYMENT.STATUS, changeTo).execute();
        }
    }

    private static Deployment deployment(LtiDeploymentRecord row) {
        return new Deployment(row.getId(), row.getDeploymentId(), Status.valueOf(row.getStatus()));
    }

    private static Platform platform(LtiPlatformRecord row) {
        return new Platform(row.getId(), row.getName(), row.getIssuer(), row.getClientId(),
                URI.create(row.getAuthenticationRequestUrl()), URI.create(row.getAccessTokenUrl()),
                row.getAccessTokenAudience(), URI.create(row.getKeySetUrl()),
                List.of(row.getFrameOrigins().split(" ")), row.getAllowPrivateAddresses());
    }

    private static LtiPlatformRecord row(Platform platform, LocalDateTime now) {
        LtiPlatformRecord row = new LtiPlatformRecord();
        row.setId(platform.id());
        row.setName(platform.name());
        row.setIssuer(platform.issuer());
        row.setClientId(platform.clientId());
        row.setAuthenticationRequestUrl(platform.authenticationRequestUrl().toString());
        row.setAccessTokenUrl(platform.accessTokenUrl().toString());
        row.setAccessTokenAudience(platform.accessTokenAudience());
        row.setKeySetUrl(platform.keySetUrl().toString());
        row.setFrameOrigins(String.join(" ", platform.frameOrigins()));
        row.setAllowPrivateAddresses(platform.allowPrivateAddresses());
        row.setCreatedAt(now);
        row.setUpdatedAt(now);
        return row;
    }
}
