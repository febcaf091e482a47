package fr.pixlti.tool.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class JobsHealthTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final JobsHealth health = new JobsHealth(clock,
            new JobsSettings(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(20)));

    @Test
    void a_node_that_looks_for_jobs_is_up() {
        now.updateAndGet(instant -> instant.plusSeconds(3600));
        health.onSchedulerEvent(SchedulerEventType.RAN_EXECUTE_DUE);
        now.updateAndGet(instant -> instant.plusSeconds(20));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_node_that_has_not_looked_for_jobs_for_long_is_down_until_it_does() {
        now.updateAndGet(instant -> instant.plusSeconds(60));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        health.onSchedulerEvent(SchedulerEventType.RAN_EXECUTE_DUE);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}
