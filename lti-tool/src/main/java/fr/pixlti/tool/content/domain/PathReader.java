package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.content.Words;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a path of the catalogue. */
final class PathReader {

    private static final int HIGHEST_RANK = 999;

    private final Reading reading;
    private final PathParts parts;
    private final Map<String, CappedTopic> topics = new LinkedHashMap<>();
    private final Set<String> named = new HashSet<>();

    PathReader(Reading reading, PathParts parts) {
        this.reading = reading;
        this.parts = parts;
    }

    /**
     * A path and its place.
     *
     * @param group id of the group, which may be none
     * @param rank in the group, from 1
     */
    record Placed(String group, int rank, TargetProfile profile) {}

    /** The path; empty when it has no name, or no topic that can be asked. */
    Optional<Placed> read() {
        return YamlFile.open(reading).map(this::path).filter(
                path -> !path.profile().topics().isEmpty() && path.profile().name().byLanguage().containsKey("fr"));
    }

    private Placed path(Entries entries) {
        String id = entries.text("path", 40);
        String name = reading.path().substring(reading.path().lastIndexOf('/') + 1).replace(".yaml", "");
        if (entries.has("path") && !id.equals(name)) {
            entries.fault("path", "`path` is `" + id + "`, the file is `" + name + "`");
        }
        String group = entries.text("group", 40);
        Words heading = parts.groups().get(group);
        if (heading == null && !group.isEmpty()) {
            entries.fault("group", "there is no group `" + group + "` in " + CatalogueReader.GROUPS);
        }
        int rank = entries.number("rank", 1, HIGHEST_RANK);
        Words title = WordsReader.read(entries, "name", 60);
        Words description = WordsReader.read(entries, "description", 300);
        competences(entries);
        topics(entries);
        if (topics.isEmpty() && named.isEmpty() && reading.faults().isEmpty()) {
            entries.fault("topics", "a path has at least one topic");
        }
        TargetProfile profile = new TargetProfile(name, title, heading == null ? new Words(Map.of()) : heading,
                description, List.copyOf(topics.values()), new StageReader(entries).read(),
                new BadgeReader(entries, topics, named).read(),
                "true".equals(entries.word("attestation", "false", "true")));
        entries.done();
        return new Placed(group, rank, profile);
    }

    private void competences(Entries entries) {
        if (!entries.has("competences")) {
            return;
        }
        int maxLevel = entries.has("maxLevel")
                ? entries.number("maxLevel", 1, TopicReader.HIGHEST_LEVEL)
                : TopicReader.HIGHEST_LEVEL;
        Set<String> seen = new HashSet<>();
        for (Entries.Text competence : entries.texts("competences")) {
            if (!parts.byCompetence().containsKey(competence.value())) {
                reading.fault(competence.line(), "there is no competence `" + competence.value() + "` with topics");
            } else if (!seen.add(competence.value())) {
                reading.fault(competence.line(), "`" + competence.value() + "` stands twice");
            }
            parts.upTo(competence.value(), maxLevel).forEach(each -> topics.put(each.topic(), each));
        }
    }

    private void topics(Entries entries) {
        if (!entries.has("topics") && entries.has("competences")) {
            return;
        }
        entries.map("topics").ifPresent(levels -> {
            for (String id : levels.keys()) {
                topic(levels, id);
            }
        });
    }

    private void topic(Entries levels, String id) {
        named.add(id);
        int level = levels.number(id, 1, TopicReader.HIGHEST_LEVEL);
        @Nullable
        Topic topic = parts.topics().get(id);
        if (topic == null) {
            if (!parts.unread().contains(id)) {
                levels.fault(id, "there is no topic `" + id + "`");
            }
            return;
        }
        if (level > topic.maxLevel()) {
            levels.fault(id, "the topic `" + id + "` ends at level " + topic.maxLevel() + ", below " + level);
        } else if (level < PathParts.lowest(topic)) {
            levels.fault(id,
                    "the topic `" + id + "` begins at level " + PathParts.lowest(topic) + ", above " + level);
            return;
        }
        if (topics.put(id, new CappedTopic(id, Math.min(level, topic.maxLevel()))) != null) {
            levels.fault(id, "the topic `" + id + "` is already in the path by its competence");
        }
    }
}
