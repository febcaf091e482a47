package fr.pixlti.tool.content.domain;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Setting {@code pixlti.content.folder}, for authors.
 *
 * @param folder laid out like the content of the tool, shown by the console's preview instead of the current release;
 *     learners never get anything of it; absent on a tool that serves a school
 */
@ConfigurationProperties("pixlti.content")
public record FolderSettings(@Nullable String folder) {

    public FolderSettings {
        if (folder != null && !Files.isDirectory(Path.of(folder))) {
            throw new IllegalArgumentException(
                    "pixlti.content.folder must be a folder: there is none at " + Path.of(folder).toAbsolutePath());
        }
    }
}
