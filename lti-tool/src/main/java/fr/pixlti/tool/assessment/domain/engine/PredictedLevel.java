package fr.pixlti.tool.assessment.domain.engine;

import java.util.List;
import java.util.Map;

/**
 * The level that explains a learner's direct answers best (pix.md §1): of 0.5, 1, … 7.5 the one whose expected number
 * of right answers is nearest to the real one, the answers to two imagined questions included: one of difficulty 0
 * succeeded, one of difficulty 7 failed.
 */
public final class PredictedLevel {

    /** Reported before the first answer. */
    public static final double BEFORE_ANY_ANSWER = 2;

    private static final int CANDIDATES = 15;
    private static final int HARDEST = 8;
    private static final int EASY_IMAGINED = 0;
    private static final int HARD_IMAGINED = 7;
    private static final double SAME = 1e-9;
    private static final double[][] PROBABILITIES = probabilities();

    private PredictedLevel() {}

    /** @param difficulty 1 to 8 */
    public record DirectAnswer(int difficulty, boolean right) {}

    /** 0.5 to 7.5, or {@link #BEFORE_ANY_ANSWER}. */
    public static double of(List<DirectAnswer> answers) {
        int[] asked = new int[HARDEST + 1];
        int right = 0;
        for (DirectAnswer answer : answers) {
            asked[answer.difficulty()]++;
            right += answer.right() ? 1 : 0;
        }
        return best(asked, right, answers.size());
    }

    /** The same from what is known of the targeted skills. */
    public static double of(Target target, Map<String, KnowledgeElement> known) {
        int[] asked = new int[HARDEST + 1];
        int right = 0;
        int count = 0;
        for (int i = 0; i < target.size(); i++) {
            KnowledgeElement element = known.get(target.skills[i].id());
            if (element != null && element.direct()) {
                asked[target.levels[i]]++;
                right += element.validated() ? 1 : 0;
                count++;
            }
        }
        return best(asked, right, count);
    }

    /** Probability that a learner of that level answers an item of that difficulty right. */
    public static double probability(double level, int difficulty) {
        return PROBABILITIES[(int) Math.round(level * 2)][difficulty];
    }

    /** Only the numbers of answers by difficulty enter, so the order of answers cannot change the sum. */
    private static double best(int[] asked, int right, int count) {
        if (count == 0) {
            return BEFORE_ANY_ANSWER;
        }
        asked[EASY_IMAGINED]++;
        asked[HARD_IMAGINED]++;
        double best = Double.MAX_VALUE;
        int bestCandidate = 1;
        for (int candidate = 1; candidate <= CANDIDATES; candidate++) {
            double expected = 0;
            for (int difficulty = 0; difficulty <= HARDEST; difficulty++) {
                expected += asked[difficulty] * PROBABILITIES[candidate][difficulty];
            }
            double distance = Math.abs(right + 1 - expected);
            if (distance < best - SAME) {
                best = distance;
                bestCandidate = candidate;
            }
        }
        return bestCandidate / 2.0;
    }

    /** By twice the level, then by difficulty; StrictMath, so that every machine replays a test alike. */
    private static double[][] probabilities() {
        double[][] table = new double[CANDIDATES + 1][HARDEST + 1];
        for (int candidate = 0; candidate <= CANDIDATES; candidate++) {
            for (int difficulty = 0; difficulty <= HARDEST; difficulty++) {
                table[candidate][difficulty] = 1 / (1 + StrictMath.exp(difficulty - candidate / 2.0));
            }
        }
        return table;
    }
}
