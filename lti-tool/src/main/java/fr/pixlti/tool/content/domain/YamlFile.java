package fr.pixlti.tool.content.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** The node tree of a YAML file: nodes know their lines, and no scalar is guessed to be a number or a boolean. */
final class YamlFile {

    private YamlFile() {}

    /** The mapping at the top of the file; empty, with a fault noted, when there is none. */
    static Optional<Entries> open(Reading reading) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(reading.bytes())).toString();
            LoaderOptions options = new LoaderOptions();
            Composer composer = new Composer(new ParserImpl(new StreamReader(text), options), new PlainTags(),
                    options);
            @Nullable
            Node root = composer.getSingleNode();
            if (root == null) {
                reading.fault(1, "the file is empty");
                return Optional.empty();
            }
            return Entries.of(reading, root);
        } catch (CharacterCodingException e) {
            reading.fault(1, "the file is not UTF-8");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            reading.fault(line, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            reading.fault(1, "not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** A node with any other tag than these had it written in the file. */
    private static final class PlainTags extends Resolver {

        @Override
        public Tag resolve(NodeId kind, @Nullable String value, boolean implicit) {
            return switch (kind) {
                case scalar -> Tag.STR;
                case sequence -> Tag.SEQ;
                default -> Tag.MAP;
            };
        }
    }
}
