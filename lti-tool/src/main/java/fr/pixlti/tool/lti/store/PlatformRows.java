package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_DEPLOYMENT;

import fr.pixlti.schema.tables.records.LtiDeploymentRecord;
import fr.pixlti.schema.tables.records.LtiPlatformRecord;
import fr.pixlti.tool.lti.domain.Deployment;
import fr.pixlti.tool.lti.domain.Platform;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Platforms and deployments between rows and records. */
final class PlatformRows {

    private PlatformRows() {}

    static Platform platform(LtiPlatformRecord row) {
        return new Platform(row.getId(), row.getName(), Platform.Status.valueOf(row.getStatus()), row.getIssuer(),
                row.getClientId(), URI.create(row.getAuthenticationRequestUrl()), URI.create(row.getAccessTokenUrl()),
                row.getAccessTokenAudience(), URI.create(row.getKeySetUrl()),
                List.of(row.getFrameOrigins().split(" ")), row.getAllowPrivateAddresses());
    }

    static Deployment deployment(LtiDeploymentRecord row) {
        return new Deployment(row.getId(), row.getDeploymentId(), Deployment.Status.valueOf(row.getStatus()));
    }

    /** Without source and origin, which are the caller's. */
    static LtiPlatformRecord row(Platform platform, LocalDateTime now) {
        LtiPlatformRecord row = new LtiPlatformRecord();
        row.setId(platform.id());
        row.setName(platform.name());
        row.setStatus(platform.status().name());
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

    /** @param changeTo status for one that is there already; null leaves it as it is */
    static void insertDeployment(DSLContext db, UUID id, UUID platformId, String deploymentId,
            Deployment.Status status, Deployment.@Nullable Status changeTo, LocalDateTime now) {
        var insert = db.insertInto(LTI_DEPLOYMENT).set(LTI_DEPLOYMENT.ID, id)
                .set(LTI_DEPLOYMENT.PLATFORM_ID, platformId).set(LTI_DEPLOYMENT.DEPLOYMENT_ID, deploymentId)
                .set(LTI_DEPLOYMENT.STATUS, status.name()).set(LTI_DEPLOYMENT.FIRST_SEEN_AT, now)
                .onDuplicateKeyUpdate();
        if (changeTo == null) {
            insert.set(LTI_DEPLOYMENT.STATUS, LTI_DEPLOYMENT.STATUS).execute();
        } else {
            insert.set(LTI_DEPLOYMENT.STATUS, changeTo.name()).execute();
        }
    }
}
