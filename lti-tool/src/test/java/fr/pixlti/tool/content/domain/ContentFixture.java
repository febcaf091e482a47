package fr.pixlti.tool.content.domain;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;

/** A small good release in which faults are planted. */
@NullMarked
final class ContentFixture {

    static final String CHERCHER = "crcn/1.1/chercher.yaml";
    static final String OPERER = "crcn/1.1/operer.yaml";
    static final String RANGER = "crcn/1.1/ranger.yaml";
    static final String GROUPS = "catalogue.yaml";
    static final String ESSAI = "paths/essai.yaml";

    private final Map<String, byte[]> files = new HashMap<>();

    ContentFixture() {
        ContentFiles good = ContentFiles.in("classpath:content-fixtures/good/");
        good.paths().forEach(path -> files.put(path, good.bytes(path)));
    }

    ContentFixture with(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    ContentFixture without(String path) {
        files.remove(path);
        return this;
    }

    /** Changes the only place where that text stands. */
    ContentFixture changed(String path, String from, String to) {
        return edited(path, text -> {
            if (text.indexOf(from) < 0 || text.indexOf(from) != text.lastIndexOf(from)) {
                throw new IllegalArgumentException("Not exactly once in " + path + ": " + from);
            }
            return text.replace(from, to);
        });
    }

    ContentFixture edited(String path, UnaryOperator<String> edit) {
        return with(path, edit.apply(text(path)));
    }

    /** Line, from 1, on which the text first stands. */
    int lineOf(String path, String text) {
        String before = text(path).substring(0, text(path).indexOf(text));
        return 1 + (int) before.chars().filter(each -> each == '\n').count();
    }

    ContentFiles files() {
        return new ContentFiles(new TreeMap<>(files));
    }

    Content read() {
        return ReadContent.read(files());
    }

    List<String> faults() {
        try {
            read();
            return List.of();
        } catch (FaultyContent e) {
            return e.faults().stream().map(Fault::toString).toList();
        }
    }

    private String text(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("No file " + path);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A path with nothing but what is needed. */
    static String path(String id, int rank, String topics) {
        return """
                path: ID
                group: debuts
                rank: RANK
                name: {fr: Parcours, en: Path}
                description: {fr: Pour voir., en: To see.}
                TOPICS
                """.replace("ID", id).replace("RANK", Integer.toString(rank)).replace("TOPICS", topics);
    }
}
