package fr.pixlti.tool.demo.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The token endpoint: client credentials by a signed assertion (1EdTech security framework §4.1). */
@RestController
@Profile("demo")
class TokenController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final ClientAssertions assertions;
    private final AccessTokens tokens;

    TokenController(ClientAssertions assertions, AccessTokens tokens) {
        this.assertions = assertions;
        this.tokens = tokens;
    }

    @PostMapping(GradeService.ROOT + "/token")
    ResponseEntity<String> token(@RequestParam Map<String, String> form,
            @RequestHeader(name = "Content-Type", defaultValue = "") String contentType, HttpServletRequest request) {
        if (!"application/x-www-form-urlencoded".equals(contentType.split(";", 2)[0])
                || List.of("client_assertion", "client_assertion_type", "grant_type", "scope").stream()
                        .anyMatch(name -> form.getOrDefault(name, "").isEmpty())) {
            return refused("invalid_request", request);
        }
        if (!ASSERTION_TYPE.equals(form.get("client_assertion_type"))
                || !"client_credentials".equals(form.get("grant_type"))) {
            return refused("unsupported_grant_type", request);
        }
        try {
            String clientId = assertions.verify(form.getOrDefault("client_assertion", ""));
            return granted(clientId, form.getOrDefault("scope", ""), request);
        } catch (ToolSignatures.Refused e) {
            return refused(String.valueOf(e.getMessage()), request);
        }
    }

    /** Scopes that are not offered are dropped without a word, unless none is left. */
    private ResponseEntity<String> granted(String clientId, String asked, HttpServletRequest request) {
        List<String> scopes = Arrays.stream(asked.split(" ", -1)).filter(RosterService.ALL_SCOPES::contains).toList();
        if (scopes.isEmpty()) {
            return refused("invalid_scope", request);
        }
        String body = """
                {
                  "access_token" : "%s",
                  "token_type" : "Bearer",
                  "expires_in" : %d,
                  "scope" : "%s"
                }""".formatted(tokens.issue(clientId, scopes), AccessTokens.LIFE_SECONDS, String.join(" ", scopes));
        return ResponseEntity.ok().contentType(HTML).body(body);
    }

    /** As Moodle does it, the text is put between quotes as it is, so that it is not always JSON. */
    private static ResponseEntity<String> refused(String error, HttpServletRequest request) {
        request.setAttribute(JournalInterceptor.DETAIL, error);
        return ResponseEntity.badRequest().contentType(HTML).body("{\n  \"error\" : \"" + error + "\"\n}");
    }
}
