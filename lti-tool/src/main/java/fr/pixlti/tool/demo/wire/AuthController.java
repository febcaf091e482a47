package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The authentication endpoint (LTI security framework §5.1.1.2), in the order of Moodle's checks. What cannot be traced
 * to a launch and a registered address gets Moodle's error page, a 404; the rest is posted back to the tool.
 */
@Controller
@Profile("demo")
class AuthController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Launches launches;
    private final ToolRegistration tool;
    private final IdTokens tokens;

    AuthController(Launches launches, ToolRegistration tool, IdTokens tokens) {
        this.launches = launches;
        this.tool = tool;
        this.tokens = tokens;
    }

    /** Only by GET: a post from the tool's site would reach Moodle without its session cookie. */
    @GetMapping(GradeService.ROOT + "/auth")
    ModelAndView authenticate(@RequestParam Map<String, String> query) {
        PendingLaunch launch = launch(query);
        if (launch == null) {
            return errorPage();
        }
        String clientId = tool.client(launch.purpose().deploymentId()).orElseThrow();
        if (!tool.launchUrl().equals(query.get("redirect_uri"))) {
            return errorPage();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        if (!clientId.equals(query.get("client_id"))) {
            fields.put("error", "unauthorized_client");
        } else if (!launch.person().id().equals(query.get("login_hint"))) {
            fields.put("error", "access_denied");
        } else if (!"form_post".equals(query.get("response_mode"))) {
            invalid(fields, "Invalid response_mode");
        } else if (!given(query, "prompt").isEmpty() && !"none".equals(query.get("prompt"))) {
            invalid(fields, "Invalid prompt");
        } else {
            fields.put("id_token", tokens.sign(tokens.claims(launch, given(query, "nonce"))));
        }
        fields.put("state", given(query, "state"));
        return PostForm.of(tool.launchUrl(), fields);
    }

    /** The launch that the message hint names, used up; absent where Moodle would not have looked for one. */
    private @Nullable PendingLaunch launch(Map<String, String> query) {
        for (String name : new String[]{"client_id", "redirect_uri", "login_hint", "nonce"}) {
            if (given(query, name).isEmpty()) {
                return null;
            }
        }
        if (!"openid".equals(query.get("scope")) || !"id_token".equals(query.get("response_type"))) {
            return null;
        }
        try {
            String id = JSON.readTree(given(query, "lti_message_hint")).path("launchid").asString("");
            return launches.take(id).orElse(null);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static void invalid(Map<String, String> fields, String description) {
        fields.put("error", "invalid_request");
        fields.put("error_description", description);
    }

    private static String given(Map<String, String> query, String name) {
        return query.getOrDefault(name, "");
    }

    private static ModelAndView errorPage() {
        return new ModelAndView("demo/refusal", HttpStatus.NOT_FOUND);
    }
}
