package fr.pixlti.tool.assessment.domain.statistics;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What real answers say of an item.
 *
 * @param level of its skill, 1 to 8
 * @param right answers right and in time
 * @param skips answers that were a pass
 * @param lates answers right but late
 * @param pace how long answers took
 * @param compared answers of learners whose other answers in the test tell a level
 * @param discrimination correlation of being right with that level, -1 to 1; absent when either never varies
 * @param recent of {@code right}, those of the last days
 * @param byLevel right answers by the learner's level, from 0
 * @param reports open ones
 */
public record ItemStatistic(String item, String skill, String competence, int level, Proportion right, int skips,
        int lates, Pace pace, int compared, @Nullable Double discrimination, Proportion recent,
        List<Proportion> byLevel, int reports, Set<Flag> flags) {

    /**
     * Time from the answer before, or from the start of the test. Answers after a checkpoint, where corrections are read,
     * and of learners who were away do not count.
     *
     * @param answers number of answers that count
     * @param median in seconds; absent when there is none
     * @param slow 90th percentile in seconds; absent when there is none
     */
    public record Pace(int answers, @Nullable Integer median, @Nullable Integer slow) {}

    public int answers() {
        return right.trials();
    }

    /** Right answers before the last days. */
    public Proportion earlier() {
        return right.without(recent);
    }

    public Proportion skipped() {
        return new Proportion(skips, answers());
    }

    public Proportion late() {
        return new Proportion(lates, answers());
    }

    ItemStatistic flagged(Set<Flag> found) {
        return new ItemStatistic(item, skill, competence, level, right, skips, lates, pace, compared, discrimination,
                recent, byLevel, reports, found);
    }
}
