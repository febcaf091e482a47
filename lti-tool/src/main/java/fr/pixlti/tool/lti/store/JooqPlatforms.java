package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_DEPLOYMENT;
import static fr.pixlti.schema.Tables.LTI_PLATFORM;

import fr.pixlti.schema.tables.records.LtiDeploymentRecord;
import fr.pixlti.schema.tables.records.LtiPlatformRecord;
import fr.pixlti.tool.lti.domain.Deployment;
import fr.pixlti.tool.lti.domain.Deployment.Status;
import fr.pixlti.tool.lti.domain.KnownPlatform;
import fr.pixlti.tool.lti.domain.Platform;
import fr.pixlti.tool.lti.domain.Platforms;
import fr.pixlti.tool.lti.domain.Registration;
import fr.pixlti.tool.shared.Ids;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SelectConditionStep;
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
        Map<UUID, Platform> platforms = new LinkedHashMap<>();
        Map<UUID, Map<String, Deployment>> deployments = new HashMap<>();
        db.select(LTI_PLATFORM, LTI_DEPLOYMENT).from(LTI_PLATFORM).leftJoin(LTI_DEPLOYMENT)
                .on(LTI_DEPLOYMENT.PLATFORM_ID.eq(LTI_PLATFORM.ID)).where(LTI_PLATFORM.ISSUER.eq(issuer))
                .orderBy(LTI_PLATFORM.ID).forEach(row -> {
                    LtiPlatformRecord platform = row.value1();
                    platforms.computeIfAbsent(platform.getId(), id -> PlatformRows.platform(platform));
                    LtiDeploymentRecord deployment = row.value2();
                    if (deployment != null && deployment.getId() != null) {
                        deployments.computeIfAbsent(platform.getId(), id -> new HashMap<>())
                                .put(deployment.getDeploymentId(), PlatformRows.deployment(deployment));
                    }
                });
        return platforms.values().stream().map(p -> new Registration(p, deployments.getOrDefault(p.id(), Map.of())))
                .toList();
    }

    @Override
    public Optional<Platform> byId(UUID id) {
        return db.selectFrom(LTI_PLATFORM).where(LTI_PLATFORM.ID.eq(id)).fetchOptional(PlatformRows::platform);
    }

    @Override
    public void apply(Platform platform, List<String> deploymentIds) {
        LocalDateTime now = LocalDateTime.now(clock);
        LtiPlatformRecord row = PlatformRows.row(platform, now);
        row.setSource(KnownPlatform.Source.SETTINGS.name());
        db.insertInto(LTI_PLATFORM).set(row).onDuplicateKeyUpdate().set(LTI_PLATFORM.NAME, row.getName())
                .set(LTI_PLATFORM.STATUS, row.getStatus()).set(LTI_PLATFORM.SOURCE, row.getSource())
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
            PlatformRows.insertDeployment(db, ids.next(), id, deploymentId, Status.APPROVED, Status.APPROVED, now);
        }
    }

    @Override
    public Deployment deployment(UUID platformId, String deploymentId) {
        return find(platformId, deploymentId).fetchOptional(PlatformRows::deployment).orElseGet(() -> {
            PlatformRows.insertDeployment(db, ids.next(), platformId, deploymentId, Status.PENDING, null,
                    LocalDateTime.now(clock));
            // Locking, so as to see a row that another launch put down at the same moment.
            return find(platformId, deploymentId).forUpdate().fetchSingle(PlatformRows::deployment);
        });
    }

    private SelectConditionStep<LtiDeploymentRecord> find(UUID platformId, String deploymentId) {
        return db.selectFrom(LTI_DEPLOYMENT).where(LTI_DEPLOYMENT.PLATFORM_ID.eq(platformId))
                .and(LTI_DEPLOYMENT.DEPLOYMENT_ID.eq(deploymentId));
    }
}
