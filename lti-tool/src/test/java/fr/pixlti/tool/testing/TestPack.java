package fr.pixlti.tool.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullMarked;

/** A pack of questions as an author would zip it. */
@NullMarked
public final class TestPack {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** A pack with one topic of competence 1.1, of which only what is needed is there. */
    public static TestPack of(String topic) {
        return new TestPack().with("crcn/1.1/" + topic + ".yaml", topic(topic));
    }

    public TestPack with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestPack with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** A topic with one skill of level 1 and one item, without lesson, hint and correction. */
    public static String topic(String id) {
        return """
                topic: ID
                title: Sujet ajouté
                skills:
                  - skill: ID-1
                    level: 1
                    name: Choisir ce qui convient
                    items:
                      - item: ID-1a
                        kind: qcu
                        instruction: Que choisir ?
                        choices:
                          - right: Ceci
                          - wrong: Cela
                          - wrong: Autre chose
                """.replace("ID", id);
    }

    public Map<String, byte[]> files() {
        return files;
    }

    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
