package fr.pixlti.tool.lti.domain;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration of this tool with a platform: one client id under one issuer.
 *
 * @param status whether its launches are honoured
 * @param issuer {@code iss} of its tokens, compared exactly; several registrations may share it (Canvas cloud)
 * @param accessTokenAudience {@code aud} of the client assertion where it is not the token URL, otherwise absent
 * @param frameOrigins origins whose pages may show the tool in a frame, and may post a launch without a cookie
 * @param allowPrivateAddresses whether http and addresses of private networks are acceptable: tests and intranets only
 */
public record Platform(UUID id, String name, Status status, String issuer, String clientId,
        URI authenticationRequestUrl, URI accessTokenUrl, @Nullable String accessTokenAudience, URI keySetUrl,
        List<String> frameOrigins, boolean allowPrivateAddresses) {

    /** PENDING: waits for the operator; SUSPENDED: the operator no longer wants it, its links and grades are kept. */
    public enum Status {
        PENDING, APPROVED, SUSPENDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Platform {
        frameOrigins = List.copyOf(frameOrigins);
    }

    public boolean approved() {
        return status == Status.APPROVED;
    }

    /** Origins that a deep linking response may be posted to: those that frame the tool, and the one that signs people in. */
    public Set<String> returnOrigins() {
        Set<String> origins = new LinkedHashSet<>(frameOrigins);
        origins.add(Origin.of(authenticationRequestUrl));
        return origins;
    }

    /** The audience that the platform expects in a client assertion. */
    public String assertionAudience() {
        return accessTokenAudience == null ? accessTokenUrl.toString() : accessTokenAudience;
    }
}
