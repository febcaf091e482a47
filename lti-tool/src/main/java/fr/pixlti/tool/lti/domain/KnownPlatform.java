package fr.pixlti.tool.lti.domain;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A platform as operators see it.
 *
 * @param product what the platform calls its software, for example {@code moodle}; only where it registered by itself
 * @param configurationUrl where it describes itself; only where it registered by itself
 * @param deployments empty in lists
 * @param lastLaunch absent when nobody has launched anything yet
 */
public record KnownPlatform(Platform platform, Source source, @Nullable String product,
        @Nullable URI configurationUrl, Instant createdAt, Instant updatedAt, List<Deployment> deployments,
        @Nullable LastLaunch lastLaunch) {

    /** SETTINGS: applied at each start, not editable; MANUAL: typed by an operator; DYNAMIC: it registered by itself. */
    public enum Source {
        SETTINGS, MANUAL, DYNAMIC;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public KnownPlatform {
        deployments = List.copyOf(deployments);
    }

    public boolean editable() {
        return source != Source.SETTINGS;
    }

    /**
     * Hosts of its issuer and services that are not the one it registered from. Normal for Canvas and Blackboard, whose
     * issuers are shared by all their customers; otherwise somebody may be pretending to be another (facts/lti.md rule 18).
     */
    public List<String> foreignHosts() {
        if (configurationUrl == null) {
            return List.of();
        }
        return foreignHosts(configurationUrl, platform.issuer(), platform.authenticationRequestUrl(),
                platform.accessTokenUrl(), platform.keySetUrl());
    }

    static List<String> foreignHosts(URI configuration, String issuer, URI... services) {
        String own = host(configuration);
        return Stream.concat(Stream.of(issuerHost(issuer)), Stream.of(services).map(KnownPlatform::host))
                .filter(host -> !host.equals(own)).distinct().toList();
    }

    private static String issuerHost(String issuer) {
        try {
            return host(URI.create(issuer));
        } catch (IllegalArgumentException e) {
            // An issuer may be any text, though it should be an address.
            return issuer;
        }
    }

    private static String host(URI uri) {
        return uri.getHost() == null ? uri.toString() : uri.getHost().toLowerCase(Locale.ROOT);
    }
}
