package fr.pixlti.tool.lti.domain;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code pixlti.lti.*}. A fault stops the start with a message that names the setting.
 *
 * @param platforms registrations for deployments without a browser, applied at each start without duplicates
 * @param openRegistrationHosts platforms that may register without an invitation, and are then approved at once: host
 *     names, with a port where it is not the usual one; {@code http://host:port} for tests and intranets, which permits
 *     http and private addresses
 * @param loginLifetime how long a person may take from login to launch, and how old a token may be; 1 to 60 minutes
 */
@ConfigurationProperties("pixlti.lti")
public record LtiSettings(@DefaultValue List<PlatformSettings> platforms,
        @DefaultValue("10m") Duration loginLifetime, @DefaultValue List<String> openRegistrationHosts) {

    private static final int SHORT = 255;
    private static final int LONG = 1000;

    public LtiSettings {
        platforms = List.copyOf(platforms);
        require(loginLifetime.compareTo(Duration.ofMinutes(1)) >= 0
                && loginLifetime.compareTo(Duration.ofHours(1)) <= 0, "pixlti.lti.login-lifetime",
                "must be from 1m to 60m");
        openRegistrationHosts = List.copyOf(openRegistrationHosts);
        for (int i = 0; i < openRegistrationHosts.size(); i++) {
            require(OpenHosts.WRITTEN.matcher(openRegistrationHosts.get(i)).matches(),
                    "pixlti.lti.open-registration-hosts[" + i + "]",
                    "must be a host name such as moodle.example, not " + openRegistrationHosts.get(i));
        }
        Set<List<String>> clients = new HashSet<>();
        for (int i = 0; i < platforms.size(); i++) {
            PlatformSettings platform = platforms.get(i);
            String at = "pixlti.lti.platforms[" + i + "]";
            platform.check(at);
            require(clients.add(List.of(platform.issuer(), platform.clientId())), at + ".client-id",
                    "is given twice under the issuer " + platform.issuer());
        }
    }

    private static void require(boolean right, String property, String fault) {
        if (!right) {
            throw new IllegalArgumentException(property + " " + fault);
        }
    }

    /**
     * One registration, in the words a platform's administration page uses.
     *
     * @param name what teachers and operators read; the issuer when absent
     * @param deploymentIds approved at once; others wait for the operator
     * @param accessTokenAudience only for platforms whose token URL is not the audience of client assertions
     * @param frameOrigins where the platform's pages come from, when it is not the authentication URL's origin alone
     * @param allowPrivateAddresses permits http and private addresses: tests and intranets
     */
    public record PlatformSettings(@DefaultValue("") String name, @DefaultValue("") String issuer,
            @DefaultValue("") String clientId, @DefaultValue List<String> deploymentIds,
            @DefaultValue("") String authenticationRequestUrl, @DefaultValue("") String accessTokenUrl,
            @Nullable String accessTokenAudience, @DefaultValue("") String keySetUrl,
            @DefaultValue List<String> frameOrigins, @DefaultValue("false") boolean allowPrivateAddresses) {

        public PlatformSettings {
            name = name.isBlank() ? issuer : name;
            accessTokenAudience = accessTokenAudience == null || accessTokenAudience.isBlank()
                    ? null
                    : accessTokenAudience;
        }

        private void check(String at) {
            text(at + ".name", name, SHORT);
            text(at + ".issuer", issuer, SHORT);
            require(issuer.chars().allMatch(c -> c > ' ' && c < 0x7f), at + ".issuer", "must be plain ASCII");
            text(at + ".client-id", clientId, SHORT);
            for (int i = 0; i < deploymentIds.size(); i++) {
                text(at + ".deployment-ids[" + i + "]", deploymentIds.get(i), SHORT);
            }
            address(at + ".authentication-request-url", authenticationRequestUrl);
            address(at + ".access-token-url", accessTokenUrl);
            address(at + ".key-set-url", keySetUrl);
            for (int i = 0; i < frameOrigins.size(); i++) {
                String property = at + ".frame-origins[" + i + "]";
                URI uri = address(property, frameOrigins.get(i));
                require(Origin.of(uri).equals(frameOrigins.get(i)), property,
                        "must be an origin such as https://moodle.example, without a path, not " + frameOrigins.get(i));
            }
            require(String.join(" ", frameOrigins).length() <= 2 * LONG, at + ".frame-origins", "is too long");
        }

        private static void text(String property, String value, int most) {
            require(!value.isBlank(), property, "is missing");
            require(value.length() <= most, property, "is longer than " + most + " characters");
        }

        private URI address(String property, String value) {
            text(property, value, LONG);
            URI uri;
            try {
                uri = URI.create(value);
            } catch (IllegalArgumentException e) {
                // Without the cause: what stops the start is explained by the innermost message.
                throw new IllegalArgumentException(property + " is not an address: " + e.getMessage());
            }
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            require(web && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null, property,
                    "must be an address such as https://moodle.example/…, not " + value);
            require("https".equals(uri.getScheme()) || allowPrivateAddresses, property,
                    "must begin with https:// (http is for platforms with allow-private-addresses: true), not "
                            + value);
            return uri;
        }
    }
}
