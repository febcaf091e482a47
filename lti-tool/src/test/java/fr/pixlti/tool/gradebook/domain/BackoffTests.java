package fr.pixlti.tool.gradebook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTests {

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    @ParameterizedTest
    @CsvSource({"0, 5000", "1, 10000", "3, 40000", "9, 2560000", "10, 3600000", "63, 3600000", "2147483647, 3600000"})
    void the_longest_wait_doubles_up_to_the_limit(int doublings, long longest) {
        LongSummaryStatistics waits = IntStream.range(0, 2000)
                .mapToLong(i -> Backoff
                        .upTo(Duration.ofSeconds(5), doublings, Duration.ofHours(1), random).toMillis())
                .summaryStatistics();
        assertThat(waits.getMax()).isBetween(longest * 95 / 100, longest);
        assertThat(waits.getMin()).isBetween(0L, longest * 5 / 100);
    }

    @Test
    void a_first_wait_of_weeks_is_cut_to_the_limit() {
        assertThat(Backoff.around(Duration.ofDays(20), 0, Duration.ofHours(1), random))
                .isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
    }
}
