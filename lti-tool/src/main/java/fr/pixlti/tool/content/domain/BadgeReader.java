package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Criterion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the badges of a path. */
final class BadgeReader {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_MESSAGE = 200;

    private final Entries path;
    private final Map<String, CappedTopic> topics;
    private final Set<String> named;

    /**
     * @param topics those of the path, by id
     * @param named those that the path names, with what is wrong with them told already
     */
    BadgeReader(Entries path, Map<String, CappedTopic> topics, Set<String> named) {
        this.path = path;
        this.topics = topics;
        this.named = named;
    }

    /** Those that can be obtained. */
    List<Badge> read() {
        if (!path.has("badges")) {
            return List.of();
        }
        List<Badge> badges = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Entries badge : path.list("badges")) {
            badges.add(badge(badge));
            if (!keys.add(badges.getLast().key())) {
                badge.fault("badge", "`" + badges.getLast().key() + "` stands twice");
            }
        }
        badges.removeIf(badge -> badge.criteria().isEmpty());
        return List.copyOf(badges);
    }

    private Badge badge(Entries entries) {
        String key = entries.text("badge", 40);
        if (!key.matches("[a-z0-9-]*")) {
            entries.fault("badge", "`badge` may have a–z, 0–9 and hyphens only");
        }
        List<Entries> parts = entries.list("criteria");
        List<Criterion> criteria = parts.stream().map(this::criterion).flatMap(Optional::stream).toList();
        if (entries.has("criteria") && parts.isEmpty()) {
            entries.fault("criteria", "a badge has at least one criterion");
        }
        Badge badge = new Badge(key, WordsReader.read(entries, "title", LONGEST_TITLE),
                WordsReader.read(entries, "message", LONGEST_MESSAGE),
                entries.has("otherwise") ? WordsReader.read(entries, "otherwise", LONGEST_MESSAGE) : null, criteria);
        entries.done();
        return badge;
    }

    /** Empty when none of the topics named can be asked: it must not become one on the whole path. */
    private Optional<Criterion> criterion(Entries entries) {
        int threshold = entries.number("threshold", 1, 100);
        List<CappedTopic> meant = new ArrayList<>();
        List<Entries.Text> told = entries.has("topics") ? entries.texts("topics") : List.of();
        if (entries.has("topics") && told.isEmpty()) {
            entries.fault("topics", "`topics` is empty");
        }
        for (Entries.Text topic : told) {
            @Nullable
            CappedTopic capped = topics.get(topic.value());
            if (capped == null) {
                if (!named.contains(topic.value())) {
                    entries.reading().fault(topic.line(), "the topic `" + topic.value() + "` is not in the path");
                }
            } else if (meant.contains(capped)) {
                entries.reading().fault(topic.line(), "`" + topic.value() + "` stands twice");
            } else {
                meant.add(capped);
            }
        }
        entries.done();
        return meant.isEmpty() && entries.has("topics")
                ? Optional.empty()
                : Optional.of(new Criterion(threshold, meant));
    }
}
