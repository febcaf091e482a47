package fr.pixlti.tool.lti.domain;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration of this tool with a platform: one client id under one issuer.
 *
 * @param issuer {@code iss} of its tokens, compared exactly; several registrations may share it (Canvas cloud)
 * @param accessTokenAudience {@code aud} of the client assertion where it is not the token URL, otherwise absent
 * @param frameOrigins origins whose pages may show the tool in a frame, and may post a launch without a cookie
 * @param allowPrivateAddresses whether http and addresses of private networks are acceptable: tests and intranets only
 */
public record Platform(UUID id, String name, String issuer, String clientId, URI authenticationRequestUrl,
        URI accessTokenUrl, @Nullable String accessTokenAudience, URI keySetUrl, List<String> frameOrigins,
        boolean allowPrivateAddresses) {

    public Platform {
        frameOrigins = List.copyOf(frameOrigins);
    }

    /** The audience that the platform expects in a client assertion. */
    public String assertionAudience() {
        return accessTokenAudience == null ? accessTokenUrl.toString() : accessTokenAudience;
    }
}
