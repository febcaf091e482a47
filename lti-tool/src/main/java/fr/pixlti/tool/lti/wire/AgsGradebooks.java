package fr.pixlti.tool.lti.wire;

import fr.pixlti.tool.lti.LtiApi.HeldResult;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.LtiApi.ScorePost;
import fr.pixlti.tool.lti.ServiceOutcome;
import fr.pixlti.tool.lti.domain.Gradebooks;
import fr.pixlti.tool.lti.domain.Platform;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Assignment and Grade Services 2.0, as strict as Moodle is about media types, queries and timestamps. */
@Component
class AgsGradebooks implements Gradebooks {

    static final String SCORE_SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    static final String RESULT_SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    private static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    private static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
    private static final Logger LOG = LoggerFactory.getLogger(AgsGradebooks.class);

    private final PlatformCalls calls;
    private final ServiceAnswers services;
    private final ScoreAnswers answers;
    private final JsonMapper json = new JsonMapper();

    AgsGradebooks(PlatformCalls calls, ServiceAnswers services, Clock clock) {
        this.calls = calls;
        this.services = services;
        this.answers = new ScoreAnswers(clock);
    }

    @Override
    public ScoreOutcome postScore(Platform platform, ScorePost score) {
        URI address;
        try {
            address = Addresses.below(score.lineItemUrl(), "/scores", "");
        } catch (IllegalArgumentException e) {
            return new ScoreOutcome.Refused("line-item-address", null);
        }
        HttpCall call = HttpCall.post(address, Map.of("Content-Type", SCORE, "Accept", SCORE), body(score));
        try {
            return answers.outcome(calls.send(platform, SCORE_SCOPE, call), score.userId());
        } catch (PlatformTokens.TokenRefused e) {
            return answers.withoutToken(e.answer());
        } catch (IOException e) {
            LOG.info("Platform {} does not take scores now: {}: {}", platform.id(), e.getClass().getSimpleName(),
                    e.getMessage());
            boolean slow = e instanceof InterruptedIOException;
            return new ScoreOutcome.TryLater(slow ? "timeout" : "platform-down", e.getClass().getSimpleName(), null);
        }
    }

    @Override
    public Optional<HeldResult> readResult(Platform platform, String lineItemUrl, String userId) {
        try {
            URI address = Addresses.below(lineItemUrl, "/results",
                    "user_id=" + URLEncoder.encode(userId, StandardCharsets.UTF_8));
            HttpAnswer answer = calls.send(platform, RESULT_SCOPE, HttpCall.get(address, Map.of("Accept", RESULTS)));
            if (answer.successful()) {
                return result(json.readTree(answer.body()), userId);
            }
            LOG.info("Platform {} answered {} to a reading of a result", platform.id(), answer.status());
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            LOG.info("A result of platform {} cannot be read: {}", platform.id(), e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private byte[] body(ScorePost score) {
        ObjectNode body = json.createObjectNode();
        body.put("userId", score.userId());
        body.put("scoreGiven", score.given());
        body.put("scoreMaximum", score.maximum());
        body.put("activityProgress", "Completed");
        body.put("gradingProgress", "FullyGraded");
        body.put("timestamp", score.timestamp().truncatedTo(ChronoUnit.SECONDS).toString());
        if (score.comment() != null) {
            body.put("comment", score.comment());
        }
        return json.writeValueAsBytes(body);
    }

    @Override
    public ServiceOutcome<Map<String, HeldResult>> readResults(Platform platform, String lineItemUrl) {
        return services.outcome(platform, () -> {
            URI address = Addresses.below(lineItemUrl, "/results", "");
            Map<String, HeldResult> held = new HashMap<>();
            for (JsonNode result : calls.pages(platform, RESULT_SCOPE, address, RESULTS)) {
                held(result).ifPresent(points -> held.put(result.path("userId").asString(""), points));
            }
            return new ServiceOutcome.Done<>(held);
        });
    }

    private static Optional<HeldResult> result(JsonNode results, String userId) {
        for (JsonNode result : results) {
            Optional<HeldResult> held = held(result);
            if (held.isPresent() && userId.equals(result.path("userId").asString(""))) {
                return held;
            }
        }
        return Optional.empty();
    }

    private static Optional<HeldResult> held(JsonNode result) {
        JsonNode points = result.path("resultScore");
        if (!points.isNumber()) {
            return Optional.empty();
        }
        JsonNode maximum = result.path("resultMaximum");
        boolean usable = maximum.isNumber() && maximum.decimalValue().signum() > 0;
        return Optional.of(new HeldResult(points.decimalValue(), usable ? maximum.decimalValue() : BigDecimal.ONE));
    }
}
