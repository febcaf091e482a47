package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.Topic;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked of a topic that was released by another version of the tool. A version that is older than the
 * release does not know every kind of item; those it leaves out.
 */
final class Usable {

    private Usable() {}

    /** The topic with the items that can be answered rightly; empty when it has none. */
    static Optional<Topic> of(Topic topic) {
        List<Skill> skills = topic.skills().stream()
                .map(skill -> new Skill(skill.id(), skill.topic(), skill.competence(), skill.level(), skill.pixValue(),
                        skill.name(), skill.items().stream().filter(item -> isUsable(item.work())).toList()))
                .filter(skill -> !skill.items().isEmpty()).toList();
        return skills.isEmpty()
                ? Optional.empty()
                : Optional.of(new Topic(topic.id(), topic.competence(), topic.title(), topic.hint(), topic.lesson(),
                        skills));
    }

    private static boolean isUsable(Item.Work work) {
        return switch (work) {
            case Item.Choose choose -> choose.choices().size() > 1
                    && choose.choices().stream().anyMatch(Item.Choice::right);
            case Item.Fill fill -> !fill.field().answers().isEmpty();
            case Item.FillSeveral several -> !several.fields().isEmpty() && (several.dependent()
                    || several.fields().stream().noneMatch(field -> field.answers().isEmpty()));
            case Item.Operate operate -> !operate.facts().isEmpty()
                    && operate.facts().stream().noneMatch(fact -> fact.answers().isEmpty());
        };
    }
}
