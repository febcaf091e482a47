package fr.pixlti.tool.content.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The releases that this node holds: the built-in one and the current one for good, those that older tests go on with
 * while they are asked for. No request asks the database which release is current; {@link FollowReleases} tells.
 */
@Component
public class HeldContent implements ContentApi {

    /** Releases share the topics and files they have in common, so each costs little beside the built-in one. */
    private static final int MOST_OTHERS = 8;
    private static final int LONGEST_ID = 40;

    private final BuiltInContent builtIn;
    private final Function<String, Optional<Content>> stored;
    private final Cache<String, Optional<Content>> others = Caffeine.newBuilder().maximumSize(MOST_OTHERS)
            .expireAfterAccess(Duration.ofHours(1)).build();
    /** Ids that no release has, so that asking for them over and over costs nothing. */
    private final Cache<String, Boolean> nowhere = Caffeine.newBuilder().maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1)).build();
    private volatile @Nullable Content current;

    @Autowired
    HeldContent(BuiltInContent builtIn, LoadRelease loadRelease) {
        this(builtIn, loadRelease::handle);
    }

    private HeldContent(BuiltInContent builtIn, Function<String, Optional<Content>> stored) {
        this.builtIn = builtIn;
        this.stored = stored;
    }

    /** For tests: content read from elsewhere, without a database. */
    public static HeldContent of(Content content) {
        return new HeldContent(BuiltInContent.ready(content), id -> Optional.empty());
    }

    @Override
    public ContentRelease current() {
        return now().release();
    }

    @Override
    public ContentRelease release(String id) {
        return content(id).orElseGet(this::now).release();
    }

    /** A file that items of a release refer to. @param path below the content folder */
    public Optional<ServedFile> file(String release, String path) {
        return content(release).flatMap(content -> content.file(path));
    }

    /** A file that items of the current release refer to. */
    public Optional<ServedFile> file(String path) {
        return now().file(path);
    }

    /** From now on new tests use this. */
    void take(Content content) {
        Content before = now();
        others.put(before.release().id(), Optional.of(before));
        current = content;
    }

    /** The release of that id, wherever it is; empty when it is nowhere. */
    Optional<Content> content(String id) {
        Content now = now();
        if (now.release().id().equals(id)) {
            return Optional.of(now);
        }
        Content own = builtIn.get();
        if (own.release().id().equals(id)) {
            return Optional.of(own);
        }
        if (id.length() > LONGEST_ID || nowhere.getIfPresent(id) != null) {
            return Optional.empty();
        }
        Optional<Content> found = others.get(id, stored);
        if (found.isEmpty()) {
            others.invalidate(id);
            nowhere.put(id, true);
        }
        return found;
    }

    private Content now() {
        Content taken = current;
        return taken == null ? builtIn.get() : taken;
    }
}
