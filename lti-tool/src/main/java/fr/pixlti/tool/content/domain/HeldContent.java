package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The content that came with this version of the tool, read at start. */
@Component
public class HeldContent implements ContentApi {

    private static final Logger LOG = LoggerFactory.getLogger(HeldContent.class);
    private static final String FOLDER = "classpath:content/";

    private final Content content;

    HeldContent() {
        long start = System.nanoTime();
        content = ReadContent.read(ContentFiles.in(FOLDER));
        ContentRelease release = content.release();
        LOG.info("Content {}: {} competences, {} skills, {} items, read in {} ms", release.id(),
                release.topicsByCompetence().size(), release.skills().size(), release.items().size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private HeldContent(Content content) {
        this.content = content;
    }

    /** For tests: content read from elsewhere. */
    public static HeldContent of(Content content) {
        return new HeldContent(content);
    }

    @Override
    public ContentRelease current() {
        return content.release();
    }

    @Override
    public ContentRelease release(String id) {
        // Only one release comes with a version of the tool; a test begun on another goes on with this one.
        return content.release();
    }

    /** A file that items refer to. @param path below the content folder */
    public Optional<ServedFile> file(String path) {
        return content.file(path);
    }
}
