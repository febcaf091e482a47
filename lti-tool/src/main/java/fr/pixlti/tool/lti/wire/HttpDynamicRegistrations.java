package fr.pixlti.tool.lti.wire;

import fr.pixlti.tool.lti.domain.DynamicRegistrations;
import fr.pixlti.tool.lti.domain.PlatformConfiguration;
import fr.pixlti.tool.lti.domain.RegistrationFault;
import fr.pixlti.tool.lti.domain.RegistrationRefused;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dynamic registration over HTTP. */
@Component
class HttpDynamicRegistrations implements DynamicRegistrations {

    private static final String PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration";
    private static final String DEEP_LINKING = "LtiDeepLinkingRequest";
    private static final String JSON_TYPE = "application/json";
    private static final int LONGEST_ANSWER = 128 * 1024;
    private static final int LONGEST_URL = 1_000;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_PRODUCT = 100;

    private final GuardedHttpClient http;
    private final ToolDocument document;
    private final JsonMapper json = new JsonMapper();

    HttpDynamicRegistrations(GuardedHttpClient http, ToolDocument document) {
        this.http = http;
        this.document = document;
    }

    @Override
    public PlatformConfiguration read(URI address, boolean allowPrivate) {
        HttpAnswer answer;
        try {
            answer = http.send(HttpCall.get(address, Map.of("Accept", JSON_TYPE)), allowPrivate, LONGEST_ANSWER);
        } catch (IOException e) {
            throw new RegistrationRefused(RegistrationFault.CONFIGURATION_UNREACHABLE, "", CallFaults.of(e));
        }
        if (answer.status() != 200) {
            throw new RegistrationRefused(RegistrationFault.CONFIGURATION_STATUS, String.valueOf(answer.status()));
        }
        try {
            return configuration(address, json.readTree(answer.body()), allowPrivate);
        } catch (JacksonException e) {
            throw new RegistrationRefused(RegistrationFault.CONFIGURATION_UNREADABLE);
        }
    }

    private static PlatformConfiguration configuration(URI address, JsonNode said, boolean allowPrivate) {
        String issuer = said.path("issuer").asString("");
        if (issuer.isBlank() || issuer.length() > LONGEST_ID || !issuer.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new RegistrationRefused(RegistrationFault.CONFIGURATION_INCOMPLETE, "issuer");
        }
        JsonNode lti = said.path(PLATFORM);
        String product = lti.path("product_family_code").asString("");
        String audience = said.path("authorization_server").asString("");
        Set<String> messages = new LinkedHashSet<>();
        Set<String> placements = new LinkedHashSet<>();
        for (JsonNode message : lti.path("messages_supported")) {
            String type = message.path("type").asString("");
            messages.add(type);
            if (DEEP_LINKING.equals(type)) {
                placements.addAll(texts(message.path("placements")));
            }
        }
        return new PlatformConfiguration(address, issuer, url(said, "authorization_endpoint", allowPrivate),
                url(said, "token_endpoint", allowPrivate),
                audience.isBlank() || audience.length() > LONGEST_URL ? null : audience,
                url(said, "jwks_uri", allowPrivate), url(said, "registration_endpoint", allowPrivate),
                texts(said.path("scopes_supported")),
                product.substring(0, Math.min(product.length(), LONGEST_PRODUCT)), messages, List.copyOf(placements));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode each : list) {
            if (each.isString()) {
                texts.add(each.asString());
            }
        }
        return texts;
    }

    private static URI url(JsonNode said, String name, boolean allowPrivate) {
        String text = said.path(name).asString("");
        try {
            URI url = URI.create(text);
            boolean web = "https".equals(url.getScheme()) || allowPrivate && "http".equals(url.getScheme());
            if (web && url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null
                    && text.length() <= LONGEST_URL) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new RegistrationRefused(RegistrationFault.CONFIGURATION_INCOMPLETE, name);
        }
        throw new RegistrationRefused(RegistrationFault.CONFIGURATION_INCOMPLETE, name);
    }

    @Override
    public Agreed register(PlatformConfiguration platform, @Nullable String token, boolean allowPrivate,
            Locale language) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", JSON_TYPE, "Accept", JSON_TYPE));
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        HttpAnswer answer;
        try {
            answer = http.send(HttpCall.post(platform.registrationEndpoint(), headers,
                    document.bytes(platform, language)), allowPrivate, LONGEST_ANSWER);
        } catch (IOException e) {
            throw new RegistrationRefused(RegistrationFault.REGISTRATION_UNREACHABLE, "", CallFaults.of(e));
        }
        if (!answer.successful()) {
            // Moodle's word; its link for a registration is good for one, within an hour.
            boolean used = answer.status() == 401 && answer.text().contains("token_already_used");
            throw new RegistrationRefused(
                    used ? RegistrationFault.TOKEN_USED : RegistrationFault.REGISTRATION_REFUSED,
                    PlatformWords.of(answer));
        }
        return agreed(answer);
    }

    private Agreed agreed(HttpAnswer answer) {
        try {
            JsonNode said = json.readTree(answer.body());
            String client = said.path("client_id").asString("");
            String deployment = said.path(ToolDocument.TOOL).path("deployment_id").asString("");
            if (!client.isBlank() && client.length() <= LONGEST_ID) {
                return new Agreed(client,
                        deployment.isBlank() || deployment.length() > LONGEST_ID ? null : deployment);
            }
        } catch (JacksonException e) {
            throw new RegistrationRefused(RegistrationFault.REGISTRATION_UNREADABLE);
        }
        throw new RegistrationRefused(RegistrationFault.REGISTRATION_UNREADABLE);
    }
}
