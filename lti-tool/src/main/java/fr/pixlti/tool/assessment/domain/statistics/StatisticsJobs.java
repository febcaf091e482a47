package fr.pixlti.tool.assessment.domain.statistics;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fr.pixlti.tool.assessment.StatisticsSettings;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The reckoning of statistics as one job, asked for each night and by operators: the job engine keeps it to one node and
 * one at a time, and gives it to another node when the first dies.
 */
@Configuration(proxyBeanMethods = false)
class StatisticsJobs {

    static final TaskDescriptor<Void> COMPUTE = TaskDescriptor.of("assessment-statistics");
    /** There is never more than one. */
    static final String ONLY = "all";

    /** After a fault of ours, such as a database that does not answer, and after a node was stopped. */
    private static final Duration AFTER_FAULT = Duration.ofSeconds(30);

    @Bean
    Task<Void> computeItemStatistics(ComputeStatistics computeStatistics, Clock clock) {
        return Tasks.custom(COMPUTE).onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAULT))
                .execute((job, context) -> {
                    boolean finished = computeStatistics.handle(() -> !context.getSchedulerState().isShuttingDown()
                            && !context.getCurrentlyExecuting().getHeartbeatState().hasStaleHeartbeat());
                    return (complete, jobs) -> {
                        if (finished) {
                            jobs.remove();
                        } else {
                            jobs.reschedule(complete, clock.instant());
                        }
                    };
                });
    }

    @Bean
    Task<Void> nightlyItemStatistics(StatisticsSettings settings, Transactions transactions, Clock clock) {
        return Tasks.recurring("assessment-statistics-nightly", new Daily(ZoneOffset.UTC, settings.nightlyAt()))
                .execute((job, context) -> transactions.run(() -> context.getSchedulerClient()
                        .scheduleIfNotExists(COMPUTE.instance(ONLY).build(), clock.instant())));
    }
}
