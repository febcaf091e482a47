package fr.pixlti.tool.testing;

import java.math.BigDecimal;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A score that reached the double, taken or not.
 *
 * @param uri path and query it was posted to
 * @param given absent when the tool sent none
 * @param status what was answered, 0 when the connection was dropped
 */
@NullMarked
public record ReceivedScore(String uri, String userId, @Nullable BigDecimal given, @Nullable BigDecimal maximum,
        String timestamp, String activityProgress, String gradingProgress, @Nullable String comment, int status) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ReceivedScore of(Received request) {
        JsonNode json = JSON.readTree(request.body());
        return new ReceivedScore(request.uri(), json.path("userId").asString(""), decimal(json.get("scoreGiven")),
                decimal(json.get("scoreMaximum")), json.path("timestamp").asString(""),
                json.path("activityProgress").asString(""), json.path("gradingProgress").asString(""),
                json.has("comment") ? json.path("comment").asString("") : null, request.status());
    }

    private static @Nullable BigDecimal decimal(@Nullable JsonNode node) {
        return node == null || !node.isNumber() ? null : node.decimalValue();
    }
}
