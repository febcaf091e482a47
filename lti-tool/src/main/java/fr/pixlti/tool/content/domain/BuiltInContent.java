package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.shared.Ahead;
import java.lang.ref.SoftReference;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The content that came with this version of the tool, read beside the start. It needs no database. */
@Component
public class BuiltInContent {

    private static final Logger LOG = LoggerFactory.getLogger(BuiltInContent.class);
    private static final String FOLDER = "classpath:content/";

    private final String folder;
    private final Ahead<Content> content;
    /** Needed again only to compose a release, or to take up another one. */
    private volatile @Nullable SoftReference<ContentFiles> files;

    BuiltInContent() {
        this(FOLDER);
    }

    private BuiltInContent(String folder) {
        this.folder = folder;
        this.content = Ahead.of("content", this::read);
    }

    private BuiltInContent(Content content) {
        this.folder = FOLDER;
        this.content = Ahead.ready(content);
    }

    /** For tests: content read from elsewhere. @param folder as in {@link ContentFiles#in} */
    static BuiltInContent in(String folder) {
        return new BuiltInContent(folder);
    }

    /** For tests: content that was read already. */
    static BuiltInContent ready(Content content) {
        return new BuiltInContent(content);
    }

    private Content read() {
        long start = System.nanoTime();
        Content read = ReadContent.read(files());
        ContentRelease release = read.release();
        LOG.info("Content {}: {} competences, {} skills, {} items, read in {} ms", release.id(),
                release.topicsByCompetence().size(), release.skills().size(), release.items().size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return read;
    }

    /** @throws FaultyContent as often as asked */
    public Content get() {
        return content.get();
    }

    String id() {
        return get().release().id();
    }

    ContentFiles files() {
        SoftReference<ContentFiles> kept = files;
        ContentFiles held = kept == null ? null : kept.get();
        if (held == null) {
            held = ContentFiles.in(folder);
            files = new SoftReference<>(held);
        }
        return held;
    }

    Known known() {
        return new Known(files(), get());
    }
}
