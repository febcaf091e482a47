package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.content.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What paths are made of.
 *
 * @param groups headings of the catalogue by their id
 * @param topics by id
 * @param byCompetence topics of each competence that has some
 * @param unread ids of topics whose files are too faulty to tell what is in them
 */
record PathParts(Map<String, Words> groups, Map<String, Topic> topics, Map<String, List<Topic>> byCompetence,
        Set<String> unread) {

    /** The topics of a competence, each up to its last skill that is not above a level; without those that have none. */
    List<CappedTopic> upTo(String competence, int maxLevel) {
        return byCompetence.getOrDefault(competence, List.of()).stream().filter(topic -> lowest(topic) <= maxLevel)
                .map(topic -> new CappedTopic(topic.id(), topic.skills().stream().mapToInt(Skill::level)
                        .filter(level -> level <= maxLevel).max().orElseThrow()))
                .toList();
    }

    static int lowest(Topic topic) {
        return topic.skills().getFirst().level();
    }
}
