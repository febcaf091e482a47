package fr.pixlti.tool.assessment.domain.statistics;

import fr.pixlti.tool.assessment.domain.statistics.Proportion.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The shares of right answers that are usual among the items of a level: their median, give or take some standard
 * deviations, told from the median distance to it so that the odd ones do not widen the band that is to find them.
 *
 * @param low 0 to {@code middle}
 * @param middle median share
 * @param high up to 1
 */
public record Band(double low, double middle, double high) {

    /** Items from which a band can be told. */
    private static final int LEAST_ITEMS = 5;
    /** Standard deviation of a normal distribution over its median absolute deviation. */
    private static final double NORMAL = 1.4826;
    /** Items are never so alike that less would mean anything. */
    private static final double LEAST_DEVIATION = 0.04;

    /**
     * @param items of one level, with enough answers each
     * @param spread in standard deviations
     */
    static Optional<Band> of(List<ItemStatistic> items, double spread) {
        if (items.size() < LEAST_ITEMS) {
            return Optional.empty();
        }
        double middle = median(items.stream().mapToDouble(each -> each.right().share()).toArray());
        double deviation = Math.max(LEAST_DEVIATION, NORMAL
                * median(items.stream().mapToDouble(each -> Math.abs(each.right().share() - middle)).toArray()));
        return Optional.of(new Band(Math.max(0, middle - spread * deviation), middle,
                Math.min(1, middle + spread * deviation)));
    }

    /** Whether even the least share that the answers allow lies above the band. */
    boolean isBelow(Interval interval) {
        return interval.low() > high;
    }

    /** Whether even the greatest share that the answers allow lies below the band. */
    boolean isAbove(Interval interval) {
        return interval.high() < low;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
