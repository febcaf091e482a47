package fr.pixlti.tool.content.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;

/**
 * A mapping of a YAML file. It hands out values by key and notes a fault, with its line, for each that is missing or
 * malformed; reading then goes on with an empty value, so that one reading finds every fault. {@link #done} notes the
 * keys that nobody asked for.
 */
final class Entries {

    /** @param line from 1 */
    record Text(String value, int line) {}

    /** How YAML writes nothing. */
    private static final Set<String> NULLS = Set.of("~", "null", "Null", "NULL");

    private final Reading reading;
    private final MappingNode node;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private Entries(Reading reading, MappingNode node) {
        this.reading = reading;
        this.node = node;
        this.line = lineOf(node);
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            int keyLine = lineOf(tuple.getKeyNode());
            if (values.put(key, tuple.getValueNode()) != null) {
                reading.fault(keyLine, "`" + key + "` stands twice");
            }
            lines.put(key, keyLine);
        }
    }

    static Optional<Entries> of(Reading reading, Node node) {
        if (plain(reading, node) instanceof MappingNode mapping) {
            return Optional.of(new Entries(reading, mapping));
        }
        reading.fault(lineOf(node), "keys and values expected here");
        return Optional.empty();
    }

    Reading reading() {
        return reading;
    }

    int line() {
        return line;
    }

    /** Line of that key, of the whole when it is absent. */
    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    void fault(String key, String message) {
        reading.fault(line(key), message);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Set<String> keys() {
        return values.keySet();
    }

    /** A required text, empty when it is missing. */
    String text(String key) {
        Node node = required(key);
        return node == null ? "" : scalar(node, key).value();
    }

    /** A required text of one line. @param longest in characters */
    String text(String key, int longest) {
        String text = text(key);
        if (text.strip().indexOf('\n') >= 0) {
            fault(key, "`" + key + "` has more than one line");
        }
        return within(key, text.strip(), longest);
    }

    /** Notes a fault when the text is longer. */
    String within(String key, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            fault(key, "`" + key + "` has " + text.codePointCount(0, text.length()) + " characters, more than "
                    + longest);
        }
        return text;
    }

    /** A required whole number. */
    int number(String key, int least, int most) {
        String text = text(key);
        if (!text.isEmpty()) {
            if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
                return Integer.parseInt(text);
            }
            fault(key, "`" + key + "` is not a whole number from " + least + " to " + most);
        }
        return least;
    }

    /** One of some words; the first of them when it is absent. */
    String word(String key, String... words) {
        if (!has(key)) {
            return words[0];
        }
        String text = text(key);
        if (!List.of(words).contains(text)) {
            fault(key, "`" + key + "` is `" + text + "`, not one of " + String.join(", ", words));
            return words[0];
        }
        return text;
    }

    /** A required list of texts. */
    List<Text> texts(String key) {
        return required(key) instanceof Node node ? texts(node, key) : List.of();
    }

    /** The same, where a text may be empty. */
    List<Text> anyTexts(String key) {
        List<Text> texts = new ArrayList<>();
        for (Node element : elements(key)) {
            texts.add(text(element, key));
        }
        return texts;
    }

    /** A required text that may be empty. */
    Text anyText(String key) {
        Node node = required(key);
        return node == null ? new Text("", line) : text(node, key);
    }

    boolean isText(String key, String text) {
        return values.get(key) instanceof ScalarNode scalar && scalar.getValue().equals(text);
    }

    boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** A required mapping of whatever there is, as JSON. */
    Optional<JsonNode> json(String key) {
        Node node = required(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof MappingNode)) {
            reading.fault(lineOf(node), "keys and values expected here");
            return Optional.empty();
        }
        return Optional.of(YamlJson.of(reading, node));
    }

    /** A required list of lists of texts. */
    List<List<Text>> textLists(String key) {
        List<List<Text>> lists = new ArrayList<>();
        for (Node element : elements(key)) {
            lists.add(texts(element, key));
        }
        return lists;
    }

    /** A required list of mappings. */
    List<Entries> list(String key) {
        List<Entries> list = new ArrayList<>();
        for (Node element : elements(key)) {
            of(reading, element).ifPresent(list::add);
        }
        return list;
    }

    /** A required mapping. */
    Optional<Entries> map(String key) {
        Node node = required(key);
        return node == null ? Optional.empty() : of(reading, node);
    }

    /** The same mapping, read by another reading, without some keys and with every text passed through this. */
    Entries rewritten(Reading by, Set<String> without, UnaryOperator<String> texts) {
        return new Entries(by, YamlTexts.rewritten(node, without, texts));
    }

    /** The same mapping, read by another reading, without some keys and with other values for the keys of that one. */
    Entries replaced(Reading by, Set<String> without, Entries others) {
        return new Entries(by, YamlTexts.replaced(node, without, others.node));
    }

    /** Notes the keys that were never asked for. */
    void done() {
        for (String key : values.keySet()) {
            if (!taken.contains(key)) {
                fault(key, "unknown key `" + key + "`");
            }
        }
    }

    private List<Node> elements(String key) {
        Node node = required(key);
        return node == null ? List.of() : elements(node, key);
    }

    private List<Node> elements(Node node, String key) {
        if (plain(reading, node) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        reading.fault(lineOf(node), "`" + key + "` is not a list");
        return List.of();
    }

    private List<Text> texts(Node node, String key) {
        List<Text> texts = new ArrayList<>();
        for (Node element : elements(node, key)) {
            texts.add(scalar(element, key));
        }
        return texts;
    }

    private Text scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar && (scalar.getValue().isBlank() || isNothing(scalar))) {
            reading.fault(lineOf(node), "`" + key + "` is empty");
        }
        return text(node, key);
    }

    /** Whether it is written as YAML writes nothing; an empty text stands between quotes. */
    static boolean isNothing(ScalarNode scalar) {
        return scalar.isPlain() && (scalar.getValue().isEmpty() || NULLS.contains(scalar.getValue()));
    }

    private Text text(Node node, String key) {
        if (plain(reading, node) instanceof ScalarNode scalar) {
            return new Text(scalar.getValue(), lineOf(node));
        }
        reading.fault(lineOf(node), "`" + key + "` is not a text");
        return new Text("", lineOf(node));
    }

    private @Nullable Node required(String key) {
        taken.add(key);
        Node node = values.get(key);
        if (node == null) {
            reading.fault(line, "`" + key + "` is missing");
        }
        return node;
    }

    /** The node itself, with a fault noted for what is not used here. */
    static Node plain(Reading reading, Node node) {
        if (node.getAnchor() != null) {
            reading.fault(lineOf(node), "anchors and aliases are not used here");
        }
        if (!Tag.STR.equals(node.getTag()) && !Tag.SEQ.equals(node.getTag()) && !Tag.MAP.equals(node.getTag())) {
            reading.fault(lineOf(node), "tags are not used here: " + node.getTag());
        }
        return node;
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
