package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.domain.Content;
import fr.pixlti.tool.content.domain.ContentFiles;
import fr.pixlti.tool.content.domain.ReadContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A file of questions made content: its report, and what the content reader makes of the files. */
record Imported(ImportReport report, Map<String, byte[]> files) {

    static final Content REAL = ReadContent.read(ContentFiles.in("classpath:content/"));

    /** What topics of a pack may lack, and the built-in content may not. */
    private static final String HELP = "hint: Relisez la question.\nlesson:\n  title: Leçon\n  minutes: 1\n  text: "
            + "mot ".repeat(130).strip() + "\n";

    private static final String CORRECTION = "        correction: " + "mot ".repeat(20).strip() + "\n";

    static Imported of(byte[] file) {
        return of(file, Set.of());
    }

    static Imported of(byte[] file, Set<String> takenTopics) {
        List<Framework> frameworks = REAL.release().frameworks();
        MakeItems.Made made = new MakeItems(frameworks, takenTopics, "1.1", 3)
                .make(ReadQuestions.in(file, 5000));
        return new Imported(made.report(), made.files());
    }

    /** What the strict reader makes of them, once the help is there that packs may lack. */
    Content read() {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.replaceAll((path, bytes) -> path.endsWith(".yaml") ? helped(bytes) : bytes);
        for (String path : List.of("release.yaml", "frameworks/crcn.yaml", "frameworks/crcn-edu.yaml")) {
            try (InputStream in = Imported.class.getResourceAsStream("/content/" + path)) {
                all.put(path, Objects.requireNonNull(in).readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ReadContent.read(new ContentFiles(all));
    }

    private static byte[] helped(byte[] bytes) {
        String topic = new String(bytes, StandardCharsets.UTF_8).replace("\nskills:\n", "\n" + HELP + "skills:\n");
        StringBuilder helped = new StringBuilder();
        for (String piece : topic.split("(?m)^(?= {2}- skill: | {6}- item: )")) {
            boolean bare = piece.startsWith("      - item: ") && !piece.contains("\n        correction: |");
            helped.append(piece).append(bare ? CORRECTION : "");
        }
        return helped.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The line of the question of that name. */
    ImportReport.Line line(String name) {
        return report.lines().stream().filter(line -> line.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + report));
    }

    List<Note> notes(String name) {
        return line(name).remarks().stream().map(Remark::note).toList();
    }
}
