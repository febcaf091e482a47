package fr.pixlti.tool.assessment.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.pixlti.tool.assessment.domain.statistics.Proportion.Interval;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals and comparisons, against figures found another way. */
class ProportionTests {

    private static final double Z = 1.959963984540054;

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "5, 10", "10, 10", "81, 263", "3, 1000", "999, 1000", "0, 1", "1, 1"})
    void the_interval_holds_every_share_that_the_answers_do_not_contradict(int successes, int trials) {
        Interval interval = new Proportion(successes, trials).interval();
        double seen = (double) successes / trials;
        // The definition: shares whose distance from the one seen is less than z of their own standard errors.
        DoubleUnaryOperator excess = share -> Math.abs(seen - share) - Z * Math.sqrt(share * (1 - share) / trials);

        assertThat(interval.low()).isCloseTo(successes == 0 ? 0 : root(excess, 1e-12, seen), within(1e-6));
        assertThat(interval.high()).isCloseTo(successes == trials ? 1 : root(excess, 1 - 1e-12, seen), within(1e-6));
    }

    @Test
    void nothing_tried_says_nothing() {
        assertThat(new Proportion(0, 0).interval()).isEqualTo(new Interval(0, 1));
        assertThat(new Proportion(0, 0).sameAs(new Proportion(5, 10))).isEqualTo(1);
        assertThat(new Proportion(10, 10).sameAs(new Proportion(5, 5))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"50, 100, 50, 100", "60, 100, 40, 100", "30, 40, 50, 90", "1, 50, 9, 60", "500, 1000, 560, 1000"})
    void the_probability_of_a_difference_is_that_of_the_chi_squared_table(int a, int n, int b, int m) {
        double p = new Proportion(a, n).sameAs(new Proportion(b, m));

        // Pearson's statistic of the two by two table is the square of z.
        double all = n + m;
        double cross = (double) a * (m - b) - (double) b * (n - a);
        double chiSquared = all * cross * cross / ((double) n * m * (a + b) * (all - a - b));
        assertThat(p).isCloseTo(1 - probabilityWithin(Math.sqrt(chiSquared)), within(1e-6));
        assertThat(new Proportion(b, m).sameAs(new Proportion(a, n))).isEqualTo(p);
    }

    /** Probability that a normal value lies within z of 0, by Simpson's rule. */
    private static double probabilityWithin(double z) {
        int steps = 10_000;
        double width = 2 * z / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double x = -z + i * width;
            sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.exp(-x * x / 2);
        }
        return sum * width / 3 / Math.sqrt(2 * Math.PI);
    }

    private static double root(DoubleUnaryOperator positiveOutside, double outside, double inside) {
        double out = outside;
        double in = inside;
        for (int i = 0; i < 200; i++) {
            double middle = (out + in) / 2;
            if (positiveOutside.applyAsDouble(middle) > 0) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return in;
    }
}
