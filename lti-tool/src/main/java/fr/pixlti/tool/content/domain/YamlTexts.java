package fr.pixlti.tool.content.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Copies a part of a YAML file with other texts, which keep their places in the file for messages about them. */
final class YamlTexts {

    private YamlTexts() {}

    /** The mapping without some of its own keys; every text below it, keys excepted, passed through this. */
    static MappingNode rewritten(MappingNode node, Set<String> without, UnaryOperator<String> texts) {
        return new MappingNode(node.getTag(), true,
                node.getValue().stream()
                        .filter(each -> !without.contains(key(each)))
                        .map(each -> new NodeTuple(each.getKeyNode(), rewritten(each.getValueNode(), texts))).toList(),
                node.getStartMark(), node.getEndMark(), node.getFlowStyle());
    }

    /** The mapping without some of its own keys, and with the values of another for the keys of that one. */
    static MappingNode replaced(MappingNode node, Set<String> without, MappingNode others) {
        Set<String> replaced = new HashSet<>(without);
        others.getValue().forEach(each -> replaced.add(key(each)));
        return new MappingNode(node.getTag(), true,
                Stream.concat(node.getValue().stream().filter(each -> !replaced.contains(key(each))),
                        others.getValue().stream().filter(each -> !without.contains(key(each)))).toList(),
                node.getStartMark(), node.getEndMark(), node.getFlowStyle());
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    }

    private static Node rewritten(Node node, UnaryOperator<String> texts) {
        return switch (node) {
            case ScalarNode text -> new ScalarNode(text.getTag(), true, texts.apply(text.getValue()),
                    text.getStartMark(), text.getEndMark(), text.getScalarStyle());
            case SequenceNode list -> new SequenceNode(list.getTag(), true,
                    list.getValue().stream().map(each -> rewritten(each, texts)).toList(), list.getStartMark(),
                    list.getEndMark(), list.getFlowStyle());
            case MappingNode map -> rewritten(map, Set.of(), texts);
            default -> node;
        };
    }
}
