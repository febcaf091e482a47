package fr.pixlti.tool.shell;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when this node has not looked for due jobs for a while, for example because the database does not answer. */
@Component("jobsHealthIndicator")
final class JobsHealth extends AbstractSchedulerListener implements HealthIndicator {

    private static final Duration ALLOWANCE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Duration tooLong;
    private volatile Instant lastLook;

    JobsHealth(Clock clock, JobsSettings settings) {
        this.clock = clock;
        this.tooLong = settings.pollingInterval().multipliedBy(2).plus(ALLOWANCE);
        this.lastLook = clock.instant();
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
        if (type == SchedulerEventType.RAN_EXECUTE_DUE) {
            lastLook = clock.instant();
        }
    }

    @Override
    public Health health() {
        Instant look = lastLook;
        boolean late = Duration.between(look, clock.instant()).compareTo(tooLong) > 0;
        return (late ? Health.down() : Health.up()).withDetail("lastLook", look).build();
    }
}
