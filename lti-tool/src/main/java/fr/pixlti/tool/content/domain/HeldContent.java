package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.shared.Ahead;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The content that came with this version of the tool, read beside the start, which ends only when all is read. */
@Component
public class HeldContent implements ContentApi, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(HeldContent.class);
    private static final String FOLDER = "classpath:content/";

    private final Ahead<Content> content;

    HeldContent() {
        content = Ahead.of("content", HeldContent::read);
    }

    private HeldContent(Content content) {
        this.content = Ahead.ready(content);
    }

    private static Content read() {
        long start = System.nanoTime();
        Content content = ReadContent.read(ContentFiles.in(FOLDER));
        ContentRelease release = content.release();
        LOG.info("Content {}: {} competences, {} skills, {} items, read in {} ms", release.id(),
                release.topicsByCompetence().size(), release.skills().size(), release.items().size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return content;
    }

    /** @throws FaultyContent which stops the start */
    @Override
    public void afterSingletonsInstantiated() {
        content.get();
    }

    /** For tests: content read from elsewhere. */
    public static HeldContent of(Content content) {
        return new HeldContent(content);
    }

    @Override
    public ContentRelease current() {
        return content.get().release();
    }

    @Override
    public ContentRelease release(String id) {
        // Only one release comes with a version of the tool; a test begun on another goes on with this one.
        return content.get().release();
    }

    /** A file that items refer to. @param path below the content folder */
    public Optional<ServedFile> file(String path) {
        return content.get().file(path);
    }
}
