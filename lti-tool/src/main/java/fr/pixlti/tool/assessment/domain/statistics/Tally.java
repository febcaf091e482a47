package fr.pixlti.tool.assessment.domain.statistics;

import fr.pixlti.tool.assessment.domain.Outcome;
import fr.pixlti.tool.assessment.domain.statistics.ItemStatistic.Pace;
import fr.pixlti.tool.content.Skill;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts the answers to one item. */
final class Tally {

    /** Learners' levels, from 0; nobody is predicted to be at 8. */
    static final int LEVELS = 8;
    private static final double MEDIAN = 0.5;
    private static final double SLOW = 0.9;

    private final int[] outcomes = new int[Outcome.values().length];
    private final int[] answersByLevel = new int[LEVELS];
    private final int[] rightByLevel = new int[LEVELS];
    private int recent;
    private int recentRight;
    /** How many answers took that many seconds; grows as needed. */
    private int[] seconds = {};
    private int paced;
    private int compared;
    private int comparedRight;
    private double levels;
    private double squares;
    private double levelsOfRight;

    void answer(Outcome outcome, boolean lately) {
        outcomes[outcome.ordinal()]++;
        if (lately) {
            recent++;
            recentRight += outcome.success() ? 1 : 0;
        }
    }

    void took(int duration) {
        if (duration >= seconds.length) {
            seconds = Arrays.copyOf(seconds, Math.max(duration + 1, seconds.length * 2));
        }
        seconds[duration]++;
        paced++;
    }

    /** @param level of the learner by the other answers of the test, 0.5 to 7.5 */
    void byLearnerOf(double level, boolean right) {
        compared++;
        levels += level;
        squares += level * level;
        answersByLevel[(int) level]++;
        if (right) {
            comparedRight++;
            levelsOfRight += level;
            rightByLevel[(int) level]++;
        }
    }

    ItemStatistic statistic(String item, Skill skill, int reports) {
        int answers = Arrays.stream(outcomes).sum();
        return new ItemStatistic(item, skill.id(), skill.competence(), skill.level(),
                new Proportion(outcomes[Outcome.RIGHT.ordinal()], answers), outcomes[Outcome.SKIPPED.ordinal()],
                outcomes[Outcome.LATE.ordinal()], new Pace(paced, percentile(MEDIAN), percentile(SLOW)), compared,
                discrimination(), new Proportion(recentRight, recent), byLevel(), reports, Set.of());
    }

    /** Nearest rank: the least time that at least that share of the answers did not exceed. */
    private @Nullable Integer percentile(double share) {
        long rank = (long) Math.ceil(share * paced);
        long seen = 0;
        for (int duration = 0; duration < seconds.length; duration++) {
            seen += seconds[duration];
            if (seen >= rank && seen > 0) {
                return duration;
            }
        }
        return null;
    }

    /** Pearson's correlation of a value that is 0 or 1 with the level: the point-biserial coefficient. */
    private @Nullable Double discrimination() {
        double rights = comparedRight;
        double spreadOfLevels = compared * squares - levels * levels;
        double spreadOfRight = compared * rights - rights * rights;
        // Levels are halves, of which sums are exact: no spread is exactly 0.
        return spreadOfLevels <= 0 || spreadOfRight <= 0
                ? null
                : (compared * levelsOfRight - levels * rights) / Math.sqrt(spreadOfLevels * spreadOfRight);
    }

    private List<Proportion> byLevel() {
        return IntStream.range(0, LEVELS).mapToObj(at -> new Proportion(rightByLevel[at], answersByLevel[at]))
                .toList();
    }
}
