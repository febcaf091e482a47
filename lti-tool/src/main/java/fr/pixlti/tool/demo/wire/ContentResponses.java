package fr.pixlti.tool.demo.wire;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.pixlti.tool.demo.domain.Choices;
import fr.pixlti.tool.demo.domain.Choices.Choice;
import fr.pixlti.tool.demo.domain.ContentItem;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import fr.pixlti.tool.demo.wire.ToolSignatures.Refused;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks and reads deep linking responses (Deep Linking 2.0 §4.5). Issuer, signature, {@code kid} and times are checked as
 * Moodle does; {@code aud}, deployment, nonce and {@code data} as the specification wants. Of an item that is kept which
 * Moodle keeps: not the label of its column, not how it is shown.
 */
@Component
@Profile("demo")
class ContentResponses {

    private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ToolRegistration tool;
    private final ToolSignatures signatures;
    private final Choices choices;
    private final Clock clock;

    ContentResponses(ToolRegistration tool, ToolSignatures signatures, Choices choices, Clock clock) {
        this.tool = tool;
        this.signatures = signatures;
        this.choices = choices;
        this.clock = clock;
    }

    /** Takes the response of a dialogue, once. */
    void take(Choice choice, String text) throws Refused {
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            require(tool.client(choice.deploymentId()).orElse("").equals(claims.getIssuer()),
                    "errorincorrectconsumerkey");
            signatures.check(jwt);
            checkTimes(claims);
            checkMessage(claims, choice);
            List<ContentItem> items = items(jwt.getPayload().toString());
            String nonce = claims.getStringClaim("nonce");
            require(nonce != null && choices.returned(choice.key(), Objects.requireNonNull(nonce), items),
                    "nonce missing or already used");
        } catch (ParseException e) {
            throw new Refused("invalid_request");
        }
    }

    private void checkTimes(JWTClaimsSet claims) throws Refused {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        require(claims.getIssueTime() == null || !claims.getIssueTime().toInstant().isAfter(now),
                "Cannot handle token with iat in the future");
        require(claims.getExpirationTime() != null && claims.getExpirationTime().toInstant().isAfter(now),
                "Expired token");
    }

    private void checkMessage(JWTClaimsSet claims, Choice choice) throws Refused, ParseException {
        require(claims.getAudience().equals(List.of(tool.issuer())), "Incorrect audience");
        require("LtiDeepLinkingResponse".equals(claims.getStringClaim(IdTokens.LTI + "message_type")),
                "Invalid message type");
        require("1.3.0".equals(claims.getStringClaim(IdTokens.LTI + "version")), "Invalid version");
        require(choice.deploymentId().equals(claims.getStringClaim(IdTokens.LTI + "deployment_id")),
                "Invalid deployment");
        require(choice.data().equals(claims.getStringClaim(DL + "data")), "Invalid data");
    }

    private static List<ContentItem> items(String payload) throws Refused {
        JsonNode items = JSON.readTree(payload).path(DL + "content_items");
        require(items.isArray(), "Invalid content items");
        for (JsonNode item : items) {
            require("ltiResourceLink".equals(item.path("type").asString("")), "Invalid content item");
        }
        return items.valueStream().map(ContentResponses::item).toList();
    }

    private static ContentItem item(JsonNode item) {
        Map<String, String> custom = new LinkedHashMap<>();
        // Moodle cleans what stands in a text field: whatever looks like a tag is gone.
        item.path("custom").properties()
                .forEach(field -> custom.put(field.getKey(), field.getValue().asString().replaceAll("<[^>]*>", "")));
        return new ContentItem(item.path("title").asString(""), item.path("text").asString(""), custom,
                column(item.get("lineItem")));
    }

    private static ContentItem.@Nullable Column column(@Nullable JsonNode column) {
        return column == null
                ? null
                : new ContentItem.Column(column.path("scoreMaximum").asDouble(100),
                        column.path("resourceId").asString(""), column.path("tag").asString(""),
                        column.has("submissionReview"));
    }

    private static void require(boolean right, String otherwise) throws Refused {
        if (!right) {
            throw new Refused(otherwise);
        }
    }
}
