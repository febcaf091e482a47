package fr.pixlti.tool.gradebook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwedScoreTests {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.999Z");
    private static final Instant THIS_SECOND = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void the_first_value_goes_out_under_the_present_second() {
        assertThat(score(0, null).timestampToSend(NOW)).isEqualTo(THIS_SECOND);
    }

    @Test
    void a_repeat_keeps_its_timestamp_for_days() {
        Instant days = THIS_SECOND.minusSeconds(200_000);
        assertThat(score(3, days).timestampToSend(NOW)).isEqualTo(days);
    }

    @Test
    void a_new_value_in_the_second_of_the_last_one_goes_out_one_second_later() {
        assertThat(score(0, THIS_SECOND).timestampToSend(NOW)).isEqualTo(THIS_SECOND.plusSeconds(1));
    }

    @Test
    void a_clock_set_back_does_not_make_timestamps_fall() {
        Instant ahead = THIS_SECOND.plusSeconds(90);
        assertThat(score(0, ahead).timestampToSend(NOW)).isEqualTo(ahead.plusSeconds(1));
    }

    private static OwedScore score(int attempts, @Nullable Instant timestamp) {
        return new OwedScore(UUID.randomUUID(), UUID.randomUUID(), "", UUID.randomUUID(), "3", BigDecimal.ONE,
                BigDecimal.TEN, null, 1, attempts, timestamp, null, NOW);
    }
}
