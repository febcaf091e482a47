package fr.pixlti.tool.assessment;

import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;

/**
 * A competence's result as an arc: three quarters of a circle for the maximum level; {@code assessment/_gauge.html} draws
 * it.
 *
 * @param pix 0 to {@code maxPix}
 * @param arc length of the whole arc, in units of the drawing
 * @param filled how much of it is filled, in the same units
 */
public record Gauge(int level, int maxLevel, int pix, int maxPix, int toNextLevel, double arc, double filled) {

    private static final int PIX_PER_LEVEL = 8;
    private static final double RADIUS = 52;
    private static final double ARC = 2 * Math.PI * RADIUS * 3 / 4;

    public static Gauge of(Scorecard scorecard) {
        return of(scorecard.level(), scorecard.maxLevel(), scorecard.pix());
    }

    public static Gauge of(int level, int maxLevel, int pix) {
        int maxPix = maxLevel * PIX_PER_LEVEL;
        int toNext = level >= maxLevel ? 0 : PIX_PER_LEVEL - pix % PIX_PER_LEVEL;
        return new Gauge(level, maxLevel, pix, maxPix, toNext, rounded(ARC), rounded(ARC * pix / maxPix));
    }

    private static double rounded(double length) {
        return Math.round(length * 10) / 10.0;
    }

    /** The gap that completes the circle, so that one dash is drawn. */
    public double rest() {
        return rounded(2 * Math.PI * RADIUS);
    }
}
