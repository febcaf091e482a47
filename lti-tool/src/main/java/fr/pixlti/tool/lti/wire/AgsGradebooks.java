package fr.pixlti.tool.lti.wire;

import fr.pixlti.tool.lti.LtiApi.HeldResult;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.LtiApi.ScorePost;
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
    private static final int LONGEST = 256 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(AgsGradebooks.class);

    private final GuardedHttpClient http;
    private final PlatformTokens tokens;
    private final ScoreAnswers answers;
    private final JsonMapper json = new JsonMapper();

    AgsGradebooks(GuardedHttpClient http, PlatformTokens tokens, Clock clock) {
        this.http = http;
        this.tokens = tokens;
        this.answers = new ScoreAnswers(clock);
    }

    @Override
    public ScoreOutcome postScore(Platform platform, ScorePost score) {
        URI address;
        try {
            address = below(score.lineItemUrl(), "/scores", "");
        } catch (IllegalArgumentException e) {
            return new ScoreOutcome.Refused("line-item-address", null);
        }
        HttpCall call = HttpCall.post(address, Map.of("Content-Type", SCORE, "Accept", SCORE), body(score));
        try {
            return answers.outcome(authorised(platform, SCORE_SCOPE, call), score.userId());
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
            URI address = below(lineItemUrl, "/results",
                    "user_id=" + URLEncoder.encode(userId, StandardCharsets.UTF_8));
            HttpAnswer answer = authorised(platform, RESULT_SCOPE, HttpCall.get(address, Map.of("Accept", RESULTS)));
            if (answer.successful()) {
                return result(json.readTree(answer.body()), userId);
            }
            LOG.info("Platform {} answered {} to a reading of a result", platform.id(), answer.status());
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            LOG.info("A result of platform {} cannot be read: {}", platform.id(), e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    /** Sends with a token, and once more with a fresh one when the platform no longer takes the first. */
    private HttpAnswer authorised(Platform platform, String scope, HttpCall call) throws IOException {
        String token = tokens.get(platform, scope);
        HttpAnswer answer = send(platform, call, token);
        if (answer.status() != 401) {
            return answer;
        }
        tokens.drop(platform, scope, token);
        return send(platform, call, tokens.get(platform, scope));
    }

    private HttpAnswer send(Platform platform, HttpCall call, String token) throws IOException {
        Map<String, String> headers = new java.util.HashMap<>(call.headers());
        headers.put("Authorization", "Bearer " + token);
        return http.send(new HttpCall(call.method(), call.uri(), headers, call.body()),
                platform.allowPrivateAddresses(), LONGEST);
    }

    /** Line item addresses carry a query (Moodle: {@code ?type_id=}), which stays behind the added segment. */
    private static URI below(String lineItemUrl, String segment, String moreQuery) {
        int query = lineItemUrl.indexOf('?');
        String path = query < 0 ? lineItemUrl : lineItemUrl.substring(0, query);
        String kept = query < 0 ? "" : lineItemUrl.substring(query + 1);
        String all = kept.isEmpty() || moreQuery.isEmpty() ? kept + moreQuery : kept + "&" + moreQuery;
        return URI.create(path + segment + (all.isEmpty() ? "" : "?" + all));
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

    private static Optional<HeldResult> result(JsonNode results, String userId) {
        for (JsonNode result : results) {
            JsonNode points = result.path("resultScore");
            if (points.isNumber() && userId.equals(result.path("userId").asString(""))) {
                JsonNode maximum = result.path("resultMaximum");
                boolean usable = maximum.isNumber() && maximum.decimalValue().signum() > 0;
                return Optional.of(new HeldResult(points.decimalValue(),
                        usable ? maximum.decimalValue() : BigDecimal.ONE));
            }
        }
        return Optional.empty();
    }
}
