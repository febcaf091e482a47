package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Checks what a tool says of itself (LTI Dynamic Registration 1.0 §3.5) as Moodle does, and that it is the one tool this
 * LMS may show in its pages.
 */
@Component
@Profile("demo")
class ToolDocuments {

    static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    private final ToolRegistration tool;

    ToolDocuments(ToolRegistration tool) {
        this.tool = tool;
    }

    /** @return why it is refused; absent when it is not */
    @Nullable
    String fault(JsonNode document) {
        for (String name : List.of("client_name", "initiate_login_uri", "jwks_uri")) {
            if (document.path(name).asString("").isBlank()) {
                return "missing " + name;
            }
        }
        if (!holds(document.path("response_types"), "id_token")) {
            return "response_types must contain id_token";
        }
        if (!"private_key_jwt".equals(document.path("token_endpoint_auth_method").asString(""))) {
            return "token_endpoint_auth_method must be private_key_jwt";
        }
        JsonNode configuration = document.path(TOOL);
        String target = configuration.path("target_link_uri").asString("");
        if (!configuration.path("domain").asString("").equals(authority(target))) {
            return "domain does not match target_link_uri";
        }
        return ours(document) ? null : "only the tool at " + tool.toolUrl() + " can be registered here";
    }

    private boolean ours(JsonNode document) {
        return tool.loginUrl().equals(document.path("initiate_login_uri").asString(""))
                && tool.keySetUrl().equals(document.path("jwks_uri").asString(""))
                && holds(document.path("redirect_uris"), tool.launchUrl());
    }

    private static boolean holds(JsonNode list, String wanted) {
        return list.valueStream().anyMatch(each -> wanted.equals(each.asString("")));
    }

    /** Never equal to a domain when it is no address. */
    private static String authority(String uri) {
        try {
            String authority = URI.create(uri).getAuthority();
            return authority == null ? "no authority" : authority;
        } catch (IllegalArgumentException e) {
            return "no address";
        }
    }
}
