package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each skill is worth: a level of a competence is worth 8 pix, shared by its skills (DESIGN §5). */
final class PixValues {

    private static final double PIX_PER_LEVEL = 8;

    private PixValues() {}

    private record Rung(String competence, int level) {}

    static List<Topic> given(List<Topic> topics) {
        Map<Rung, Integer> counts = new HashMap<>();
        topics.forEach(topic -> topic.skills().forEach(skill -> counts.merge(rung(skill), 1, Integer::sum)));
        return topics.stream().map(topic -> new Topic(topic.id(), topic.competence(), topic.title(), topic.hint(),
                topic.lesson(), topic.skills().stream()
                        .map(skill -> worth(skill, PIX_PER_LEVEL / counts.getOrDefault(rung(skill), 1))).toList()))
                .toList();
    }

    private static Rung rung(Skill skill) {
        return new Rung(skill.competence(), skill.level());
    }

    private static Skill worth(Skill skill, double pix) {
        return new Skill(skill.id(), skill.topic(), skill.competence(), skill.level(), pix, skill.name(),
                skill.items());
    }
}
