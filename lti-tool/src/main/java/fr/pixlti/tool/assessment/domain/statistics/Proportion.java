package fr.pixlti.tool.assessment.domain.statistics;

/**
 * A share of successes.
 *
 * @param successes 0 to {@code trials}
 */
public record Proportion(int successes, int trials) {

    /** 97.5th percentile of the normal distribution: two sides leave 95 %. */
    private static final double Z = 1.959963984540054;

    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials);
        }
    }

    /** 0 to 1; 0 when nothing was tried. */
    public double share() {
        return trials == 0 ? 0 : (double) successes / trials;
    }

    /** What is left when some are taken out. */
    Proportion without(Proportion part) {
        return new Proportion(successes - part.successes, trials - part.trials);
    }

    /** Wilson's score interval at 95 % (E. B. Wilson, 1927): of use for few trials and for shares near 0 and 1 too. */
    public Interval interval() {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double share = share();
        double square = Z * Z / trials;
        double middle = (share + square / 2) / (1 + square);
        double half = Z / (1 + square) * Math.sqrt(share * (1 - share) / trials + square / (4 * trials));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /**
     * Probability of a difference at least as large if both shares were one in truth: pooled two-proportion z-test, two
     * sides. 1 when either side has no trials, or both have the same extreme share.
     */
    public double sameAs(Proportion other) {
        if (trials == 0 || other.trials == 0) {
            return 1;
        }
        double pooled = (double) (successes + other.successes) / (trials + other.trials);
        double variance = pooled * (1 - pooled) * (1.0 / trials + 1.0 / other.trials);
        return variance <= 0 ? 1 : Normal.bothTails((share() - other.share()) / Math.sqrt(variance));
    }

    /** @param low 0 to {@code high}; @param high to 1 */
    public record Interval(double low, double high) {}
}
