package fr.pixlti.tool.assessment.domain;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of an answer: {@code null} for a passed question, an array of indexes for choices, an object of texts
 * for fields.
 */
public final class GivenJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private GivenJson() {}

    public static String write(Given given) {
        return JSON.writeValueAsString(switch (given) {
            case Given.Skipped() -> JSON.nullNode();
            case Given.Chosen(var indexes) -> indexes;
            case Given.Filled(var texts) -> texts;
        });
    }

    /** @throws IllegalArgumentException for anything that {@link #write} does not produce */
    public static Given read(String json) {
        JsonNode node = JSON.readTree(json);
        if (node.isNull()) {
            return new Given.Skipped();
        }
        if (node.isArray()) {
            TreeSet<Integer> indexes = new TreeSet<>();
            node.forEach(index -> indexes.add(index.intValue()));
            return new Given.Chosen(indexes);
        }
        if (node.isObject()) {
            TreeMap<String, String> texts = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                texts.put(field.getKey(), field.getValue().stringValue());
            }
            return new Given.Filled(texts);
        }
        throw new IllegalArgumentException("Not a stored answer");
    }
}
