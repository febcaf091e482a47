package fr.pixlti.tool.lti.wire;

import fr.pixlti.tool.lti.domain.PlatformConfiguration;
import fr.pixlti.tool.shared.ToolSettings;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the tool says of itself to a platform that it registers with (LTI Dynamic Registration 1.0 §3.5). It asks for
 * nothing that the platform does not list, since some refuse the whole for that (Canvas answers 422).
 */
@Component
class ToolDocument {

    static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    private static final String DEEP_LINKING = "LtiDeepLinkingRequest";
    private static final List<String> SCOPES = List.of("https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
            "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly",
            "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
            "https://purl.imsglobal.org/spec/lti-ags/scope/score",
            "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",
            "https://purl.imsglobal.org/spec/lti/scope/noticehandlers");
    private static final List<String> CLAIMS = List.of("iss", "sub", "name", "given_name", "family_name", "email");
    /** Where teachers add activities to a course; other places that platforms offer are of no use. */
    private static final Set<String> PLACEMENTS = Set.of("ContentArea", "assignment_selection", "link_selection");
    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final ToolSettings tool;
    private final MessageSource messages;
    private final JsonMapper json = new JsonMapper();

    ToolDocument(ToolSettings tool, MessageSource messages) {
        this.tool = tool;
        this.messages = messages;
    }

    /** @param language of texts that say no language; those that do are there in French and English */
    byte[] bytes(PlatformConfiguration platform, Locale language) {
        ObjectNode document = json.createObjectNode();
        document.put("application_type", "web");
        document.putArray("response_types").add("id_token");
        document.putArray("grant_types").add("implicit").add("client_credentials");
        document.put("initiate_login_uri", tool.url("/lti/login"));
        document.putArray("redirect_uris").add(tool.url("/lti/launch"));
        document.put("jwks_uri", tool.url("/.well-known/jwks.json"));
        document.put("logo_uri", icon());
        document.put("token_endpoint_auth_method", "private_key_jwt");
        document.put("scope", String.join(" ", SCOPES.stream()
                .filter(scope -> platform.scopes().isEmpty() || platform.scopes().contains(scope)).toList()));
        text(document, "client_name", "lti.tool.name", language);
        ObjectNode configuration = document.putObject(TOOL);
        configuration.put("domain", tool.publicUrl().getAuthority());
        configuration.put("target_link_uri", tool.url("/lti/launch"));
        text(configuration, "description", "lti.tool.description", language);
        configuration.putObject("custom_parameters").put("link_history", "$ResourceLink.id.history")
                .put("context_history", "$Context.id.history").put("group_ids", "$Moodle.Person.userGroupIds");
        ArrayNode claims = configuration.putArray("claims");
        CLAIMS.forEach(claims::add);
        ArrayNode all = configuration.putArray("messages");
        message(all.addObject(), "LtiResourceLinkRequest", "lti.tool.link", language);
        if (platform.messages().isEmpty() || platform.messages().contains(DEEP_LINKING)) {
            ObjectNode content = message(all.addObject(), DEEP_LINKING, "lti.tool.content", language);
            List<String> placements = platform.contentPlacements().stream().filter(PLACEMENTS::contains).toList();
            if (!placements.isEmpty()) {
                ArrayNode places = content.putArray("placements");
                placements.forEach(places::add);
            }
        }
        return json.writeValueAsBytes(document);
    }

    private ObjectNode message(ObjectNode message, String type, String label, Locale language) {
        message.put("type", type).put("target_link_uri", tool.url("/lti/launch")).put("icon_uri", icon());
        text(message, "label", label, language);
        return message;
    }

    private void text(ObjectNode node, String name, String key, Locale language) {
        node.put(name, messages.getMessage(key, null, language));
        for (Locale each : LANGUAGES) {
            node.put(name + "#" + each.getLanguage(), messages.getMessage(key, null, each));
        }
    }

    private String icon() {
        return tool.url("/assets/icon.svg");
    }
}
