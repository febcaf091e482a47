package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.PreviewContent;
import fr.pixlti.tool.content.domain.FolderFiles.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The folder of an author, read anew whenever one of its files has changed; without the setting, the current release. It
 * stands apart from what learners get: nothing of it is ever asked in a test.
 */
@Component
public class ContentFolder implements PreviewContent {

    private static final Logger LOG = LoggerFactory.getLogger(ContentFolder.class);

    private final @Nullable FolderFiles folder;
    private final HeldContent held;
    private volatile @Nullable Seen seen;

    ContentFolder(FolderSettings settings, HeldContent held) {
        this.folder = settings.folder() == null
                ? null
                : new FolderFiles(Path.of(settings.folder()).toAbsolutePath().normalize());
        this.held = held;
    }

    /** For tests: no author writes anywhere. */
    public static ContentFolder none(HeldContent held) {
        return new ContentFolder(new FolderSettings(null), held);
    }

    /** @param stamps of the files when their reading began */
    private record Seen(Map<String, Stamp> stamps, Content content, List<Mistake> mistakes) {}

    @Override
    public Preview now() {
        if (folder == null) {
            return new Preview(held.current(), null, List.of());
        }
        String name = folder.path().toString();
        try {
            Seen latest = latest(folder);
            return new Preview(latest.content().release(), name, latest.mistakes());
        } catch (IOException | UncheckedIOException e) {
            LOG.info("The content folder {} cannot be read: {}", name, e.toString());
            Seen before = seen;
            ContentRelease release = before == null ? held.current() : before.content().release();
            return new Preview(release, name, List.of(new Mistake(name, 1, "the folder cannot be read")));
        }
    }

    @Override
    public Drawn draw(Item template, int index) {
        Item.Draws draws = Objects.requireNonNull(template.draws(), "not a template");
        try {
            return new Drawn(draws.draw(index), List.of());
        } catch (FaultyContent e) {
            return new Drawn(template, mistakes(e.faults()));
        }
    }

    /** A file that items shown of the folder refer to; empty for files of another release. */
    public Optional<ServedFile> file(String release, String path) {
        Seen latest = seen;
        return latest != null && latest.content().release().id().equals(release)
                ? latest.content().file(path)
                : Optional.empty();
    }

    private synchronized Seen latest(FolderFiles files) throws IOException {
        Map<String, Stamp> stamps = files.stamps();
        Seen before = seen;
        if (before != null && before.stamps().equals(stamps)) {
            return before;
        }
        long start = System.nanoTime();
        Seen read = read(stamps, files.read(stamps.keySet()));
        seen = read;
        LOG.info("Content folder {}: {} items, {} faults, read in {} ms", files.path(),
                read.content().release().items().size(), read.mistakes().size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return read;
    }

    private static Seen read(Map<String, Stamp> stamps, ContentFiles files) {
        ReadContent.Checked checked = ReadContent.check(files, Set.of(), Known.NOTHING);
        if (checked.faults().isEmpty()) {
            return new Seen(stamps, checked.content(), mistakes(ofDraws(checked.content().release())));
        }
        // Read like an old release, which leaves out what cannot be answered and goes on.
        Content usable = ReadContent.stored(checked.content().release().id(), files, Known.NOTHING);
        return new Seen(stamps, usable, mistakes(checked.faults()));
    }

    /** Learners get any draw, so each is tried. */
    private static List<Fault> ofDraws(ContentRelease release) {
        List<Fault> faults = new ArrayList<>();
        release.items().values().stream().map(Item::draws).filter(Objects::nonNull).forEach(draws -> {
            for (int i = 0; i < draws.count(); i++) {
                try {
                    draws.draw(i);
                } catch (FaultyContent e) {
                    faults.addAll(e.faults());
                }
            }
        });
        return faults.stream().sorted().toList();
    }

    private static List<Mistake> mistakes(List<Fault> faults) {
        return faults.stream().map(fault -> new Mistake(fault.file(), fault.line(), fault.message())).toList();
    }
}
