package fr.pixlti.tool.gradebook;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A platform's token and grade services. Scores follow Moodle's rule of whole seconds; of seven requests for one, five
 * run into trouble, of which two after the score was taken.
 */
@NullMarked
final class ScoreService implements ResponseDefinitionTransformerV2 {

    static final String NAME = "score-service";

    /** A score that the gradebook took. */
    record Taken(Instant timestamp, BigDecimal given, BigDecimal maximum) {}

    private final Map<String, List<Taken>> gradebook = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger troubles = new AtomicInteger();
    private final JsonMapper json = new JsonMapper();

    List<Taken> taken(String user) {
        return List.copyOf(gradebook.getOrDefault(user, List.of()));
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    int troubles() {
        return troubles.get();
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        mostAtOnce.accumulateAndGet(open.incrementAndGet(), Math::max);
        try {
            return answer(event.getRequest()).build();
        } finally {
            open.decrementAndGet();
        }
    }

    private ResponseDefinitionBuilder answer(Request request) {
        String path = request.getUrl();
        if (path.startsWith("/token")) {
            return ResponseDefinitionBuilder.responseDefinition().withStatus(200)
                    .withBody("{\"access_token\":\"t\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
        }
        if (path.startsWith("/3/lineitems/7/lineitem/results?type_id=1")) {
            return results(request.queryParameter("user_id").firstValue());
        }
        if (!path.equals("/3/lineitems/7/lineitem/scores?type_id=1")) {
            return status(404);
        }
        return switch (requests.incrementAndGet() % 7) {
            case 1 -> trouble(429).withHeader("Retry-After", "0");
            case 2 -> trouble(503);
            case 3 -> lostAfter(request);
            case 4 -> trouble(500);
            case 5 -> {
                take(request);
                yield trouble(504);
            }
            default -> take(request);
        };
    }

    private ResponseDefinitionBuilder lostAfter(Request request) {
        take(request);
        return trouble(200).withFault(Fault.CONNECTION_RESET_BY_PEER);
    }

    private ResponseDefinitionBuilder trouble(int status) {
        troubles.incrementAndGet();
        return status(status);
    }

    private static ResponseDefinitionBuilder status(int status) {
        return ResponseDefinitionBuilder.responseDefinition().withStatus(status);
    }

    private ResponseDefinitionBuilder take(Request request) {
        JsonNode score = json.readTree(request.getBody());
        Taken next = new Taken(Instant.parse(score.get("timestamp").asString()),
                score.get("scoreGiven").decimalValue(), score.get("scoreMaximum").decimalValue());
        List<Taken> column = gradebook.computeIfAbsent(score.get("userId").asString(), user -> new ArrayList<>());
        if (!column.isEmpty() && !next.timestamp().isAfter(column.getLast().timestamp())) {
            return status(409);
        }
        column.add(next);
        return status(200);
    }

    private ResponseDefinitionBuilder results(String user) {
        List<Taken> column = gradebook.getOrDefault(user, List.of());
        Object body = column.isEmpty()
                ? List.of()
                : List.of(Map.of("userId", user, "resultScore", column.getLast().given(), "resultMaximum",
                        column.getLast().maximum()));
        return ResponseDefinitionBuilder.responseDefinition().withStatus(200)
                .withBody(json.writeValueAsString(body));
    }
}
