package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Content that is held already. Another release mostly consists of the same topics and files: those are shared, which
 * spares the reading and the memory.
 *
 * @param files what the content was read from
 */
record Known(ContentFiles files, Content content) {

    static final Known NOTHING = new Known(new ContentFiles(Map.of()), Content.NONE);

    /** The topic of that file, when the other content has the same bytes there. */
    Optional<Topic> topic(String path, String competence, ContentFiles others) {
        return same(path, others)
                ? Optional.ofNullable(content.release().topics().get(topicOf(path)))
                        .filter(topic -> topic.competence().equals(competence))
                : Optional.empty();
    }

    /** The file of that path, when the other content has the same bytes there. */
    Optional<ServedFile> file(String path, ContentFiles others) {
        return same(path, others) ? content.file(path) : Optional.empty();
    }

    /** What topics of the same competence show or hand out, as far as the other content has it. */
    List<String> filesBeside(String path, ContentFiles others) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1) + "files/";
        return content.files().keySet().stream().filter(each -> each.startsWith(folder) && others.has(each)).toList();
    }

    private boolean same(String path, ContentFiles others) {
        return files.has(path) && others.has(path) && Arrays.equals(files.bytes(path), others.bytes(path));
    }

    private static String topicOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace(".yaml", "");
    }
}
