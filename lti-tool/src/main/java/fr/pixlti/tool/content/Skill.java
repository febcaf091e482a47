package fr.pixlti.tool.content;

import java.util.List;

/**
 * A skill (acquis): one rung of a topic.
 *
 * @param level difficulty, 1 to 8
 * @param pixValue 8 / number of skills of this level in its competence
 * @param items variants of equal difficulty, never empty
 */
public record Skill(String id, String topic, String competence, int level, double pixValue, String name,
        List<Item> items) {

    /** Whether every item is timed. */
    public boolean timed() {
        return items.stream().allMatch(item -> item.timer() != null);
    }
}
