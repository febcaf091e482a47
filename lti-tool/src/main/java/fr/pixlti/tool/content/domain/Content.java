package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.ContentRelease;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A release and its files.
 *
 * @param files those that items refer to, by path below the content folder
 */
public record Content(ContentRelease release, Map<String, ServedFile> files) {

    static final Content NONE = new Content(
            new ContentRelease("", List.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of()), Map.of());

    /** A file that items refer to. @param path below the content folder */
    public Optional<ServedFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
