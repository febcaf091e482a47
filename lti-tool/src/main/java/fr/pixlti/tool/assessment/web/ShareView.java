package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.statistics.Proportion;
import fr.pixlti.tool.assessment.domain.statistics.Proportion.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A share as a bar, 100 units long, and in whole percents.
 *
 * @param low to {@code high}: where the true share lies with 95 % confidence
 * @param trials 0 when there is nothing to draw
 */
record ShareView(long percent, long low, long high, int trials) {

    private static final int WHOLE = 100;

    static ShareView of(Proportion proportion) {
        Interval interval = proportion.interval();
        return new ShareView(Math.round(proportion.share() * WHOLE), Math.round(interval.low() * WHOLE),
                Math.round(interval.high() * WHOLE), proportion.trials());
    }

    /** Nothing for none. */
    static @Nullable Long percent(Proportion proportion) {
        return proportion.trials() == 0 ? null : Math.round(proportion.share() * WHOLE);
    }

    public long range() {
        return high - low;
    }
}
