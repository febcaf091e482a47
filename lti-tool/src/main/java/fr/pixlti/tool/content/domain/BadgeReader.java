package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Criterion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the badges of a path. */
final class BadgeReader {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_MESSAGE = 200;

    private final Entries path;
    private final Map<String, CappedTopic> topics;

    /** @param topics those of the path, by id */
    BadgeReader(Entries path, Map<String, CappedTopic> topics) {
        this.path = path;
        this.topics = topics;
    }

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
        return List.copyOf(badges);
    }

    private Badge badge(Entries entries) {
        String key = entries.text("badge", 40);
        if (!key.matches("[a-z0-9-]*")) {
            entries.fault("badge", "`badge` may have a–z, 0–9 and hyphens only");
        }
        List<Criterion> criteria = entries.list("criteria").stream().map(this::criterion).toList();
        if (entries.has("criteria") && criteria.isEmpty()) {
            entries.fault("criteria", "a badge has at least one criterion");
        }
        Badge badge = new Badge(key, WordsReader.read(entries, "title", LONGEST_TITLE),
                WordsReader.read(entries, "message", LONGEST_MESSAGE),
                entries.has("otherwise") ? WordsReader.read(entries, "otherwise", LONGEST_MESSAGE) : null, criteria);
        entries.done();
        return badge;
    }

    private Criterion criterion(Entries entries) {
        int threshold = entries.number("threshold", 1, 100);
        List<CappedTopic> meant = new ArrayList<>();
        if (entries.has("topics")) {
            for (Entries.Text topic : entries.texts("topics")) {
                @Nullable
                CappedTopic capped = topics.get(topic.value());
                if (capped == null) {
                    entries.reading().fault(topic.line(), "the topic `" + topic.value() + "` is not in the path");
                } else if (meant.contains(capped)) {
                    entries.reading().fault(topic.line(), "`" + topic.value() + "` stands twice");
                } else {
                    meant.add(capped);
                }
            }
        }
        entries.done();
        return new Criterion(threshold, meant);
    }
}
