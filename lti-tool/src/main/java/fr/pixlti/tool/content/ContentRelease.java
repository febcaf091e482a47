package fr.pixlti.tool.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable release of the content.
 *
 * @param id names the release; it stands in every assessment that uses it
 * @param topicsByCompetence topics of each competence that has content, by competence code
 * @param targetProfiles the catalogue of paths, in the order to show
 */
public record ContentRelease(String id, List<Framework> frameworks, Map<String, List<Topic>> topicsByCompetence,
        Map<String, Skill> skills, Map<String, Item> items, Map<String, Topic> topics,
        List<TargetProfile> targetProfiles) {

    /** Whether a test of this competence can be taken. */
    public boolean hasTest(String competence) {
        return topicsByCompetence.containsKey(competence);
    }

    /** Whether the release has an item of that id. */
    public boolean has(String item) {
        return items.containsKey(item);
    }

    /** The topics of a competence, by id; empty when it has no content. */
    public List<Topic> topicsOf(String competence) {
        return topicsByCompetence.getOrDefault(competence, List.of());
    }

    /** Every skill of a competence, by topic, then level. */
    public List<Skill> skillsOf(String competence) {
        return topicsOf(competence).stream().flatMap(topic -> topic.skills().stream()).toList();
    }

    /** The areas that a profile is about, in the framework's order. */
    public List<Framework.Area> profileAreas() {
        return frameworks.stream().filter(framework -> framework.id().equals(Framework.CRCN))
                .flatMap(framework -> framework.areas().stream()).toList();
    }

    public Optional<Framework.Competence> competence(String code) {
        return frameworks.stream().flatMap(framework -> framework.areas().stream())
                .flatMap(area -> area.competences().stream()).filter(competence -> competence.code().equals(code))
                .findFirst();
    }

    public Optional<Framework.Area> areaOf(String competence) {
        return frameworks.stream().flatMap(framework -> framework.areas().stream()).filter(
                area -> area.competences().stream().anyMatch(candidate -> candidate.code().equals(competence)))
                .findFirst();
    }

    /** The path of that id in the catalogue. */
    public Optional<TargetProfile> targetProfile(String profile) {
        return targetProfiles.stream().filter(each -> each.id().equals(profile)).findFirst();
    }

    /** The skills that capped topics mean, by topic, then level; a topic that is gone means none. */
    public List<Skill> skillsOf(List<TargetProfile.CappedTopic> capped) {
        return capped.stream().filter(each -> topics.containsKey(each.topic()))
                .flatMap(each -> topic(each.topic()).skills().stream()
                        .filter(skill -> skill.level() <= each.maxLevel()))
                .toList();
    }

    /** @throws IllegalArgumentException for an unknown id */
    public Skill skill(String id) {
        return found(skills.get(id), id);
    }

    /** @throws IllegalArgumentException for an unknown id */
    public Item item(String id) {
        return found(items.get(id), id);
    }

    /** @throws IllegalArgumentException for an unknown id */
    public Topic topic(String id) {
        return found(topics.get(id), id);
    }

    private static <T> T found(@org.jspecify.annotations.Nullable T value, String id) {
        if (value == null) {
            throw new IllegalArgumentException("The content has no " + id);
        }
        return value;
    }
}
