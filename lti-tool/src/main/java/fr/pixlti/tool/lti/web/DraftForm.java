package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.Platform;
import fr.pixlti.tool.lti.domain.PlatformDraft;
import org.jspecify.annotations.Nullable;

/** The form of a platform, as the browser sends it. */
record DraftForm(@Nullable String name, @Nullable String issuer, @Nullable String clientId,
        @Nullable String deploymentIds, @Nullable String authenticationRequestUrl, @Nullable String accessTokenUrl,
        @Nullable String accessTokenAudience, @Nullable String keySetUrl, @Nullable String frameOrigins,
        @Nullable Boolean allowPrivateAddresses) {

    PlatformDraft draft() {
        return draft(text(issuer), text(clientId));
    }

    /** Issuer and client id of a platform that is there cannot be changed. */
    PlatformDraft draft(Platform platform) {
        return draft(platform.issuer(), platform.clientId());
    }

    private PlatformDraft draft(String itsIssuer, String itsClientId) {
        return new PlatformDraft(text(name), itsIssuer, itsClientId, text(deploymentIds),
                text(authenticationRequestUrl), text(accessTokenUrl), text(accessTokenAudience), text(keySetUrl),
                text(frameOrigins), Boolean.TRUE.equals(allowPrivateAddresses));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
