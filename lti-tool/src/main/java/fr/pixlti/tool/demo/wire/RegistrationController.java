package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.RegisteredTool;
import fr.pixlti.tool.demo.domain.RegistrationTokens;
import fr.pixlti.tool.demo.domain.RegistrationTokens.Right;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Dynamic registration (LTI Dynamic Registration 1.0): what the LMS says of itself, and where tools register. */
@RestController
@Profile("demo")
class RegistrationController {

    /** Path of the description. */
    static final String CONFIGURATION = "/demo/openid-configuration";
    /** Path of the endpoint, after {@link GradeService#ROOT}. */
    static final String REGISTRATION = "/registration";

    private static final String PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration";
    private static final String BEARER = "Bearer ";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ToolRegistration tool;
    private final RegistrationTokens tokens;
    private final ToolDocuments documents;

    RegistrationController(ToolRegistration tool, RegistrationTokens tokens, ToolDocuments documents) {
        this.tool = tool;
        this.tokens = tokens;
        this.documents = documents;
    }

    @GetMapping(value = CONFIGURATION, produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> configuration() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("issuer", tool.issuer());
        said.put("authorization_endpoint", tool.issuer() + "/lti/auth");
        said.put("token_endpoint", tool.tokenUrl());
        said.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        said.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS256"));
        said.put("jwks_uri", tool.issuer() + "/lti/certs");
        said.put("registration_endpoint", tool.issuer() + "/lti" + REGISTRATION);
        said.put("scopes_supported", RosterService.ALL_SCOPES);
        said.put("response_types_supported", List.of("id_token"));
        said.put("subject_types_supported", List.of("public", "pairwise"));
        said.put("id_token_signing_alg_values_supported", List.of("RS256"));
        said.put("claims_supported", List.of("sub", "iss", "name", "given_name", "family_name", "email"));
        said.put(PLATFORM, Map.of("product_family_code", "demo-lms", "version", "1", "messages_supported",
                List.of(Map.of("type", "LtiResourceLinkRequest"),
                        Map.of("type", "LtiDeepLinkingRequest", "placements", List.of("ContentArea"))),
                "variables", List.of()));
        return said;
    }

    @PostMapping(GradeService.ROOT + REGISTRATION)
    ResponseEntity<byte[]> register(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        String token = authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : "";
        Optional<Right> right = tokens.find(token);
        if (right.isEmpty()) {
            return refused(401, "invalid_token", request);
        }
        ObjectNode document = document(body);
        String fault = document == null ? "no JSON object" : documents.fault(document);
        // A document that is not good leaves the right for a better one; of two good ones that come at once, one is.
        if (right.get().used() || fault == null && !tokens.use(token)) {
            return refused(401, "token_already_used", request);
        }
        if (document == null || fault != null) {
            return refused(400, String.valueOf(fault), request);
        }
        RegisteredTool registered = tool.register(document.path("client_name").asString(""));
        document.put("client_id", registered.clientId());
        document.withObjectProperty(ToolDocuments.TOOL).put("deployment_id", registered.deploymentId());
        request.setAttribute(JournalInterceptor.DETAIL, registered.name());
        return answer(200, MediaType.APPLICATION_JSON, document.toString());
    }

    private static @Nullable ObjectNode document(byte @Nullable [] body) {
        try {
            return body != null && JSON.readTree(body) instanceof ObjectNode object ? object : null;
        } catch (JacksonException e) {
            // Refused like anything else that is no document.
            return null;
        }
    }

    private static ResponseEntity<byte[]> refused(int status, String reason, HttpServletRequest request) {
        request.setAttribute(JournalInterceptor.DETAIL, reason);
        return answer(status, MediaType.TEXT_PLAIN, reason);
    }

    private static ResponseEntity<byte[]> answer(int status, MediaType type, String body) {
        return ResponseEntity.status(status).contentType(new MediaType(type, StandardCharsets.UTF_8))
                .body(body.getBytes(StandardCharsets.UTF_8));
    }
}
