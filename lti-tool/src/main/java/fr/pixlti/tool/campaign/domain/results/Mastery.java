package fr.pixlti.tool.campaign.domain.results;

/**
 * How much of what is tested is mastered (pix.md §1, campaign result).
 *
 * @param validated skills validated, 0 to {@code skills}
 * @param skills skills tested
 */
public record Mastery(int validated, int skills) {

    /** The rate of validated skills, 0 to 1, with 2 significant digits, halves up: 20 of 43 is 0.47, 1 of 22 is 0.045. */
    public double rate() {
        return validated == 0 || skills == 0 ? 0 : (double) digits() / power(decimals());
    }

    /**
     * The rate in percent as people read it, 0 to 100, halves up. It is rounded from {@link #rate}, so 1 of 22 is 5 %. What
     * depends on mastery (stars, badges) goes by this figure, so that nobody reads a threshold reached that does not count.
     */
    public int percent() {
        if (validated == 0 || skills == 0) {
            return 0;
        }
        long power = power(decimals());
        return (int) ((digits() * 200L + power) / (2 * power));
    }

    /** Decimals of the rate that has two significant digits: 2 for 0.47, 3 for 0.045. */
    private int decimals() {
        int decimals = 1;
        long numerator = validated;
        while (numerator < skills) {
            numerator *= 10;
            decimals++;
        }
        return decimals;
    }

    /** The two digits, as a whole number. Whole numbers throughout: no half is lost in a double. */
    private long digits() {
        return (2L * validated * power(decimals()) + skills) / (2L * skills);
    }

    private static long power(int decimals) {
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        return power;
    }
}
