package fr.pixlti.tool.demo.wire;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to one of the services, its token verified.
 *
 * @param mediaType {@code Accept} of a GET, {@code Content-Type} of others without its parameters; may be empty
 * @param itemId number of the column, empty for all
 * @param clientId whose token it carries
 * @param deploymentId the {@code type_id} of the query, or else any deployment of the client
 */
record ServiceCall(String method, String mediaType, String itemId, Map<String, String> query, String body,
        String clientId, String deploymentId) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    boolean get() {
        return "GET".equals(method);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A parameter as a number; 0 when it is absent or no number, as PHP's PARAM_INT. */
    int integer(String name) {
        String text = query.getOrDefault(name, "");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** The body as a JSON object; 400 when it is none. */
    ObjectNode json() {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object && !object.isEmpty()) {
                return object;
            }
        } catch (JacksonException e) {
            throw new ServiceRefusal(400, "", e);
        }
        throw new ServiceRefusal(400, "");
    }

    /** A member that is there and not null. */
    static @Nullable JsonNode member(JsonNode json, String name) {
        JsonNode node = json.get(name);
        return node == null || node.isNull() ? null : node;
    }

    /** A member as text, whatever its type. */
    static @Nullable String text(JsonNode json, String name) {
        JsonNode node = member(json, name);
        return node == null ? null : node.asString();
    }

    /** A member as a number, which may be written as text; absent when it is not there; 400 when it is something else. */
    static @Nullable Double number(JsonNode json, String name) {
        JsonNode node = member(json, name);
        if (node == null) {
            return null;
        }
        try {
            return Double.valueOf(node.asString());
        } catch (NumberFormatException e) {
            throw new ServiceRefusal(400, "", e);
        }
    }

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }
}
