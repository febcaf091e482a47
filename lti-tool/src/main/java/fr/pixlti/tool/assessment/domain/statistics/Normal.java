package fr.pixlti.tool.assessment.domain.statistics;

/** The standard normal distribution. */
final class Normal {

    private static final double[] COEFFICIENTS = {0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429};
    private static final double SCALE = 0.3275911;

    private Normal() {}

    /**
     * Probability of a value at least as far from 0 on either side, within 1.5e-7 (Abramowitz and Stegun, Handbook of
     * Mathematical Functions, 7.1.26).
     */
    static double bothTails(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + SCALE * x);
        double polynomial = 0;
        for (int i = COEFFICIENTS.length - 1; i >= 0; i--) {
            polynomial = (polynomial + COEFFICIENTS[i]) * t;
        }
        return polynomial * Math.exp(-x * x);
    }
}
