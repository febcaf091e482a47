package fr.pixlti.tool.lti.domain;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A platform as an operator types it, every field text and perhaps wrong.
 *
 * @param deploymentIds separated by white space; counts only for a new platform
 * @param frameOrigins separated by white space; the sign-in address's own origin is always one of them
 */
public record PlatformDraft(String name, String issuer, String clientId, String deploymentIds,
        String authenticationRequestUrl, String accessTokenUrl, String accessTokenAudience, String keySetUrl,
        String frameOrigins, boolean allowPrivateAddresses) {

    private static final int SHORT = 255;
    private static final int LONG = 1_000;

    public PlatformDraft {
        name = name.strip();
        issuer = issuer.strip();
        clientId = clientId.strip();
        deploymentIds = deploymentIds.strip();
        authenticationRequestUrl = authenticationRequestUrl.strip();
        accessTokenUrl = accessTokenUrl.strip();
        accessTokenAudience = accessTokenAudience.strip();
        keySetUrl = keySetUrl.strip();
        frameOrigins = frameOrigins.strip();
    }

    /** An empty form. */
    public static PlatformDraft empty() {
        return new PlatformDraft("", "", "", "", "", "", "", "", "", false);
    }

    /** The form of a platform that is there. */
    public static PlatformDraft of(Platform platform) {
        String audience = platform.accessTokenAudience();
        return new PlatformDraft(platform.name(), platform.issuer(), platform.clientId(), "",
                platform.authenticationRequestUrl().toString(), platform.accessTokenUrl().toString(),
                audience == null ? "" : audience, platform.keySetUrl().toString(),
                String.join("\n", platform.frameOrigins()), platform.allowPrivateAddresses());
    }

    /** What is wrong, by field; the words are {@code lti.draft.<code>}. Empty when all is well. */
    public Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        text(faults, "name", name, SHORT);
        text(faults, "issuer", issuer, SHORT);
        if (!issuer.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            faults.put("issuer", "not-ascii");
        }
        text(faults, "clientId", clientId, SHORT);
        if (words(deploymentIds).stream().anyMatch(id -> id.length() > SHORT)) {
            faults.put("deploymentIds", "too-long");
        }
        address(faults, "authenticationRequestUrl", authenticationRequestUrl);
        address(faults, "accessTokenUrl", accessTokenUrl);
        if (accessTokenAudience.length() > LONG) {
            faults.put("accessTokenAudience", "too-long");
        }
        address(faults, "keySetUrl", keySetUrl);
        origins(faults);
        return faults;
    }

    /** The platform, once there are no faults. */
    Platform platform(UUID id, Platform.Status status) {
        URI authentication = URI.create(authenticationRequestUrl);
        Set<String> origins = new LinkedHashSet<>(List.of(Origin.of(authentication)));
        origins.addAll(words(frameOrigins));
        return new Platform(id, name, status, issuer, clientId, authentication, URI.create(accessTokenUrl),
                accessTokenAudience.isEmpty() ? null : accessTokenAudience, URI.create(keySetUrl),
                List.copyOf(origins), allowPrivateAddresses);
    }

    List<String> deployments() {
        return words(deploymentIds);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).distinct().toList();
    }

    private static void text(Map<String, String> faults, String field, String value, int most) {
        if (value.isEmpty()) {
            faults.put(field, "missing");
        } else if (value.length() > most) {
            faults.put(field, "too-long");
        }
    }

    private void address(Map<String, String> faults, String field, String value) {
        text(faults, field, value, LONG);
        if (!faults.containsKey(field)) {
            String fault = addressFault(value);
            if (!fault.isEmpty()) {
                faults.put(field, fault);
            }
        }
    }

    private String addressFault(String value) {
        try {
            URI uri = URI.create(value);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                return "not-address";
            }
            return "https".equals(uri.getScheme()) || allowPrivateAddresses ? "" : "not-https";
        } catch (IllegalArgumentException e) {
            // Said to the operator.
            return "not-address";
        }
    }

    private void origins(Map<String, String> faults) {
        for (String origin : words(frameOrigins)) {
            String fault = addressFault(origin);
            if (!fault.isEmpty() || !Origin.of(URI.create(origin)).equals(origin)) {
                faults.put("frameOrigins", "not-https".equals(fault) ? fault : "not-origin");
            }
        }
        if (frameOrigins.length() > LONG) {
            faults.put("frameOrigins", "too-long");
        }
    }
}
