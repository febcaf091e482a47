package fr.pixlti.tool.gradebook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTests {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final GradebookSettings SETTINGS = new GradebookSettings(Duration.ofSeconds(5),
            Duration.ofHours(1), 5, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(14),
            Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofMillis(1500), Duration.ofSeconds(15));

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    @Test
    void four_failures_do_not_pause_a_platform_and_the_fifth_does() {
        assertThat(after(4).pausedAt(NOW)).isFalse();
        assertThat(after(4).probing(SETTINGS)).isFalse();
        assertThat(after(5).pausedAt(NOW)).isTrue();
        assertThat(after(5).probing(SETTINGS)).isTrue();
        assertThat(after(5).pausedUntil()).isBetween(NOW.plusMillis(2500), NOW.plusSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 50, 1_000_000})
    void the_pause_grows_to_a_minute_and_not_further(int failures) {
        assertThat(new Pace(failures, null).failed(NOW, SETTINGS, random).pausedUntil())
                .isBetween(NOW.plusSeconds(30), NOW.plusSeconds(60));
    }

    @Test
    void the_platforms_own_wish_goes_before_ours() {
        assertThat(Pace.WELL.slowedDown(Duration.ofMinutes(7), NOW, SETTINGS, random).pausedUntil())
                .isEqualTo(NOW.plus(Duration.ofMinutes(7)));
    }

    @Test
    void a_wish_for_years_counts_as_a_day() {
        assertThat(Pace.WELL.slowedDown(Duration.ofDays(4000), NOW, SETTINGS, random).pausedUntil())
                .isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void without_a_wish_too_many_requests_pause_longer_each_time() {
        assertThat(Pace.WELL.slowedDown(null, NOW, SETTINGS, random).pausedUntil())
                .isBetween(NOW.plusMillis(2500), NOW.plusSeconds(5));
        assertThat(new Pace(3, null).slowedDown(null, NOW, SETTINGS, random).pausedUntil())
                .isBetween(NOW.plusSeconds(20), NOW.plusSeconds(40));
    }

    private Pace after(int failures) {
        Pace pace = Pace.WELL;
        for (int i = 0; i < failures; i++) {
            pace = pace.failed(NOW, SETTINGS, random);
        }
        return pace;
    }
}
