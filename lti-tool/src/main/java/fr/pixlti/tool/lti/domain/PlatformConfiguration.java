package fr.pixlti.tool.lti.domain;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a platform says of itself (LTI Dynamic Registration 1.0 §3.4, OpenID Connect Discovery §3).
 *
 * @param address where this was read
 * @param audience {@code authorization_server}: audience of client assertions where it is not the token address
 * @param scopes that it knows; empty when it does not say
 * @param product for example {@code moodle}; empty when it does not say
 * @param messages types that it knows; empty when it does not say
 * @param contentPlacements where it offers deep linking; empty when it does not say
 */
public record PlatformConfiguration(URI address, String issuer, URI authorizationEndpoint, URI tokenEndpoint,
        @Nullable String audience, URI keySetUrl, URI registrationEndpoint, Set<String> scopes, String product,
        Set<String> messages, List<String> contentPlacements) {

    public PlatformConfiguration {
        scopes = Set.copyOf(scopes);
        messages = Set.copyOf(messages);
        contentPlacements = List.copyOf(contentPlacements);
    }

    /** Hosts of issuer and services that are not the one where this was read. */
    public List<String> foreignHosts() {
        return KnownPlatform.foreignHosts(address, issuer, authorizationEndpoint, tokenEndpoint, keySetUrl,
                registrationEndpoint);
    }
}
