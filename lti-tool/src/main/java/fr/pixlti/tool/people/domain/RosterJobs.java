package fr.pixlti.tool.people.domain;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.pixlti.tool.people.PeopleSettings;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One job for each course whose roster is due, made by a look that comes round. The job engine lets one node at a time
 * run it.
 */
@Configuration(proxyBeanMethods = false)
class RosterJobs {

    static final TaskDescriptor<Void> READ = TaskDescriptor.of("people-roster");

    /** After a fault of ours, such as a database that does not answer. */
    private static final Duration AFTER_FAULT = Duration.ofSeconds(30);
    /** Taken up at one look; the others follow at the next. */
    private static final int MOST = 200;

    @Bean
    Task<Void> peopleRoster(RefreshRoster refreshRoster) {
        return Tasks.oneTime(READ).onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAULT))
                .execute((job, context) -> refreshRoster.handle(UUID.fromString(job.getId())));
    }

    @Bean
    Task<Void> peopleRosterSweep(CourseRosters rosters, PeopleSettings settings, Transactions transactions,
            Clock clock) {
        return Tasks.recurring("people-roster-sweep", FixedDelay.of(settings.rosterSweep()))
                .execute((job, context) -> sweep(context.getSchedulerClient(), rosters, transactions, clock.instant()));
    }

    private static void sweep(SchedulerClient jobs, CourseRosters rosters, Transactions transactions, Instant now) {
        for (UUID course : transactions.call(() -> rosters.due(now, MOST))) {
            transactions.run(() -> jobs.scheduleIfNotExists(READ.instance(course.toString()).build(), now));
        }
    }
}
