package fr.pixlti.tool.content.domain;

import java.util.Set;
import java.util.function.UnaryOperator;
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
                        .filter(each -> !(each.getKeyNode() instanceof ScalarNode key
                                && without.contains(key.getValue())))
                        .map(each -> new NodeTuple(each.getKeyNode(), rewritten(each.getValueNode(), texts))).toList(),
                node.getStartMark(), node.getEndMark(), node.getFlowStyle());
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
