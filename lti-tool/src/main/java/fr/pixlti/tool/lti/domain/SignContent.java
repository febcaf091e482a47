package fr.pixlti.tool.lti.domain;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.shared.ToolSettings;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes and signs deep linking responses (Deep Linking 2.0 §4.5; facts/lti.md, rule 14). */
@Component
class SignContent {

    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    /** Moodle refuses a token of a clock ahead of its own by a second. */
    private static final Duration BACKDATED = Duration.ofSeconds(5);
    private static final int NONCE_BYTES = 16;
    private static final int ICON_SIZE = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ToolKeyRing keys;
    private final ToolSettings tool;
    private final Clock clock;

    SignContent(ToolKeyRing keys, ToolSettings tool, Clock clock) {
        this.keys = keys;
        this.tool = tool;
        this.clock = clock;
    }

    /** The response as a compact JWT. */
    String handle(Platform platform, Dialogue dialogue, List<ContentItem> items) {
        Instant issued = clock.instant().minus(BACKDATED);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(platform.clientId())
                .audience(platform.issuer()).issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(LIFETIME)))
                .claim("nonce", nonce()).claim(LTI + "deployment_id", dialogue.deploymentId())
                .claim(LTI + "message_type", "LtiDeepLinkingResponse").claim(LTI + "version", "1.3.0")
                .claim(DL + "content_items", items.stream().map(item -> item(item, dialogue.settings())).toList());
        if (dialogue.settings().data() != null) {
            claims.claim(DL + "data", dialogue.settings().data());
        }
        RSAKey key = keys.signingKey();
        SignedJWT response = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build(),
                claims.build());
        try {
            response.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The tool's key does not sign", e);
        }
        return response.serialize();
    }

    /** How the link is shown, in a frame or a window, is left to the platform and its teacher. */
    private Map<String, Object> item(ContentItem item, DeepLinking settings) {
        Map<String, Object> custom = new LinkedHashMap<>();
        custom.put("pixlti_target", item.target().toString());
        if (item.columns() != Columns.SCORE) {
            custom.put("pixlti_columns", item.columns().text());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "ltiResourceLink");
        json.put("title", item.title());
        json.put("text", item.text());
        json.put("url", tool.url("/lti/launch"));
        json.put("icon", Map.of("url", tool.url("/assets/icon.svg"), "width", ICON_SIZE, "height", ICON_SIZE));
        json.put("custom", custom);
        BigDecimal maximum = item.scoreMaximum();
        if (settings.lineItems() && maximum != null) {
            json.put("lineItem", Map.of("label", item.title(), "scoreMaximum", maximum, "resourceId",
                    item.resourceId(), "tag", "score", "submissionReview", Map.of()));
        }
        return json;
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
