package fr.pixlti.tool.assessment.domain.engine;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.content.Skill;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Chooses what to ask next (pix.md §1, filters 1 to 6, reward and pick). */
public final class NextItem {

    /** A topic whose hardest skill is not above this is easy, and asked about first. */
    private static final int EASY_TOPIC = 3;
    private static final int FIRST_DIFFICULTY = 2;
    /** How far above the predicted level a question may lie. */
    private static final double REACH = 2;
    private static final double SAME = 1e-9;

    private final Target target;
    private final Map<String, KnowledgeElement> known;
    private final List<Answered> answered;
    private final Needs needs;
    /** Indexes of the skills still standing; the first {@code count} are valid. */
    private final int[] standing;
    private int count;

    private NextItem(Target target, Map<String, KnowledgeElement> known, List<Answered> answered, Needs needs) {
        this.target = target;
        this.known = known;
        this.answered = answered;
        // A test of which nothing suits is better than none.
        this.needs = target.offers(needs) ? needs : Needs.NONE;
        this.standing = new int[target.size()];
    }

    /**
     * The same arguments give the same choice, on any machine.
     *
     * @param known what is known of the person's skills, by skill id, carried over or learnt in this test
     * @param answered the questions of this test so far, in order
     * @param met ids of items that the person met in earlier tests: another variant is preferred
     * @param seed the test's own
     * @param needs of the person: only variants that offer something for them count, and a skill without any is not
     *     asked, unless no skill of the target has one
     */
    public static Choice choose(Target target, Map<String, KnowledgeElement> known, List<Answered> answered,
            Set<String> met, long seed, Needs needs) {
        NextItem next = new NextItem(target, known, answered, needs);
        boolean first = answered.isEmpty();
        next.keepUnassessed();
        next.keepEasyTopics();
        if (first || answered.getLast().timed()) {
            next.dropTimed();
        }
        if (first) {
            next.keepFirstDifficulty();
        } else {
            next.keepWorthwhile(PredictedLevel.of(target, known));
        }
        if (next.count == 0) {
            return new Choice.Over();
        }
        Skill skill = target.skills[next.standing[Seeds.index(seed, next.count)]];
        return new Choice.Ask(skill, next.variant(skill, met, seed + 1));
    }

    /** Filters 1 and 2: of which nothing is known and of which an item that suits was not answered in this test. */
    private void keepUnassessed() {
        for (int i = 0; i < standing.length; i++) {
            if (!known.containsKey(target.skills[i].id()) && hasOpen(target.skills[i])) {
                standing[count++] = i;
            }
        }
    }

    /** Filter 3. */
    private void keepEasyTopics() {
        keepUnlessNone(index -> target.topicMaxLevel(index) <= EASY_TOPIC);
    }

    /** Filter 4. */
    private void dropTimed() {
        keepUnlessNone(index -> !target.timed[index]);
    }

    /** Filter 5 on the first question: difficulty 2, else the lowest. */
    private void keepFirstDifficulty() {
        int wanted = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            int level = target.levels[standing[i]];
            wanted = level == FIRST_DIFFICULTY || wanted == FIRST_DIFFICULTY
                    ? FIRST_DIFFICULTY
                    : Math.min(wanted, level);
        }
        int difficulty = wanted;
        keep(index -> target.levels[index] == difficulty);
    }

    /** Filters 5 and 6 later: not out of reach, and of the highest reward, if any. */
    private void keepWorthwhile(double predictedLevel) {
        double best = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int index = standing[i];
            if (target.levels[index] - predictedLevel > REACH) {
                continue;
            }
            double reward = reward(index, PredictedLevel.probability(predictedLevel, target.levels[index]));
            if (reward > best + SAME) {
                best = reward;
                kept = 0;
            }
            if (reward > best - SAME && reward > 0) {
                standing[kept++] = index;
            }
        }
        count = kept;
    }

    /** How many untested skills of the topic an answer is expected to settle, the skill itself included. */
    private double reward(int index, double probability) {
        int atOrBelow = 0;
        int atOrAbove = 0;
        for (int i = target.topicStart[index]; i < target.topicEnd[index]; i++) {
            if (!known.containsKey(target.skills[i].id())) {
                atOrBelow += target.levels[i] <= target.levels[index] ? 1 : 0;
                atOrAbove += target.levels[i] >= target.levels[index] ? 1 : 0;
            }
        }
        return probability * atOrBelow + (1 - probability) * atOrAbove;
    }

    private Item variant(Skill skill, Set<String> met, long seed) {
        List<Item> items = skill.items();
        int fresh = 0;
        int open = 0;
        for (Item item : items) {
            if (isOpen(item)) {
                open++;
                fresh += met.contains(item.id()) ? 0 : 1;
            }
        }
        int wanted = Seeds.index(seed, fresh > 0 ? fresh : open);
        for (Item item : items) {
            if (isOpen(item) && (fresh == 0 || !met.contains(item.id())) && wanted-- == 0) {
                return item;
            }
        }
        throw new IllegalStateException("No item of " + skill.id() + " is left");
    }

    private boolean hasOpen(Skill skill) {
        for (Item item : skill.items()) {
            if (isOpen(item)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it may be asked. */
    private boolean isOpen(Item item) {
        return item.offers(needs) && !isAnswered(item);
    }

    private boolean isAnswered(Item item) {
        for (int i = 0; i < answered.size(); i++) {
            if (answered.get(i).item().equals(item.id())) {
                return true;
            }
        }
        return false;
    }

    /** Keeps the skills of which this holds, all when it holds of none. */
    private void keepUnlessNone(IntPredicate holds) {
        int holding = 0;
        for (int i = 0; i < count; i++) {
            holding += holds.test(standing[i]) ? 1 : 0;
        }
        if (holding > 0 && holding < count) {
            keep(holds);
        }
    }

    private void keep(IntPredicate holds) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (holds.test(standing[i])) {
                standing[kept++] = standing[i];
            }
        }
        count = kept;
    }
}
