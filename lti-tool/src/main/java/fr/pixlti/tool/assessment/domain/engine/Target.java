package fr.pixlti.tool.assessment.domain.engine;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.content.Skill;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The skills that a test is about, arranged for the algorithm. Immutable and worth keeping: it depends on the release
 * and the test's subject only. Its order, by topic then level, is the same however the skills are handed over, so that
 * replays are.
 */
public final class Target {

    private static final Comparator<Skill> ORDER = Comparator.comparing(Skill::topic).thenComparingInt(Skill::level);

    final Skill[] skills;
    final int[] levels;
    final boolean[] timed;
    /** Where the topic of a skill begins and, exclusive, ends. */
    final int[] topicStart;
    final int[] topicEnd;
    private final Map<String, Integer> indexes = new HashMap<>();

    private Target(List<Skill> sorted) {
        int size = sorted.size();
        skills = sorted.toArray(Skill[]::new);
        levels = new int[size];
        timed = new boolean[size];
        topicStart = new int[size];
        topicEnd = new int[size];
        for (int i = 0; i < size; i++) {
            levels[i] = skills[i].level();
            timed[i] = skills[i].timed();
            boolean sameTopic = i > 0 && skills[i].topic().equals(skills[i - 1].topic());
            topicStart[i] = sameTopic ? topicStart[i - 1] : i;
            for (int j = topicStart[i]; j <= i; j++) {
                topicEnd[j] = i + 1;
            }
            if (indexes.put(skills[i].id(), i) != null) {
                throw new IllegalArgumentException("The skill " + skills[i].id() + " stands twice");
            }
        }
    }

    /** @throws IllegalArgumentException when a skill stands twice */
    public static Target of(Collection<Skill> skills) {
        return new Target(skills.stream().sorted(ORDER).toList());
    }

    /** By topic, then level. */
    public List<Skill> skills() {
        return List.of(skills);
    }

    public boolean contains(String skill) {
        return indexes.containsKey(skill);
    }

    /** Whether there is anything to ask of someone with these needs. */
    boolean offers(Needs needs) {
        for (Skill skill : skills) {
            for (Item item : skill.items()) {
                if (item.offers(needs)) {
                    return true;
                }
            }
        }
        return false;
    }

    int size() {
        return skills.length;
    }

    /** Level of the hardest skill of that skill's topic, as far as it is targeted. */
    int topicMaxLevel(int index) {
        return levels[topicEnd[index] - 1];
    }

    /** Where a skill stands, -1 for one that is not targeted. */
    int indexOf(String skill) {
        return indexes.getOrDefault(skill, -1);
    }
}
