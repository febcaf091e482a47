package fr.pixlti.tool.content.domain;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML of any shape as JSON. Without quotes, {@code true} and {@code false} are booleans and figures as JSON writes them
 * are numbers ({@code 12}, {@code -3.5}, not {@code 0612} or {@code 1e5}); everything else is text.
 */
final class YamlJson {

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,15})?");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private YamlJson() {}

    static JsonNode of(Reading reading, Node node) {
        return switch (Entries.plain(reading, node)) {
            case MappingNode mapping -> object(reading, mapping);
            case SequenceNode sequence -> {
                ArrayNode array = JSON.arrayNode();
                sequence.getValue().forEach(element -> array.add(of(reading, element)));
                yield array;
            }
            case ScalarNode scalar -> scalar(reading, scalar);
            default -> JSON.stringNode("");
        };
    }

    private static JsonNode object(Reading reading, MappingNode mapping) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (object.has(name)) {
                reading.fault(Entries.lineOf(key), "`" + name + "` stands twice");
            }
            object.set(name, of(reading, tuple.getValueNode()));
        }
        return object;
    }

    private static JsonNode scalar(Reading reading, ScalarNode scalar) {
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return JSON.stringNode(text);
        }
        if (Entries.isNothing(scalar)) {
            reading.fault(Entries.lineOf(scalar), "nothing stands here; an empty text is written \"\"");
        }
        if (text.equals("true") || text.equals("false")) {
            return JSON.booleanNode(text.equals("true"));
        }
        return NUMBER.matcher(text).matches() ? JSON.numberNode(new BigDecimal(text)) : JSON.stringNode(text);
    }
}
