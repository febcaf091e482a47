package fr.pixlti.tool.testing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * A request that reached the double.
 *
 * @param uri path and query
 * @param headers by lower-case name
 * @param body empty for a GET
 * @param status what was answered, 0 when the connection was dropped
 */
@NullMarked
public record Received(Instant at, Endpoint endpoint, String method, String uri, Map<String, String> headers,
        String body, int status) {}
