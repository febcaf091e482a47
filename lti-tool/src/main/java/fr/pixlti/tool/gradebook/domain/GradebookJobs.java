package fr.pixlti.tool.gradebook.domain;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gradebook's jobs: one for each platform that is owed something, and the sweep that wakes those. */
@Configuration(proxyBeanMethods = false)
class GradebookJobs {

    /** After a fault of ours, such as a database that does not answer. */
    private static final Duration AFTER_FAULT = Duration.ofSeconds(5);

    private final SendDueScores sendDueScores;
    private final Scores scores;
    private final Transactions transactions;
    private final Clock clock;

    GradebookJobs(SendDueScores sendDueScores, Scores scores, Transactions transactions, Clock clock) {
        this.sendDueScores = sendDueScores;
        this.scores = scores;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    Task<Pace> gradebookSend() {
        return Tasks.custom(SendingJob.SEND).onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAULT))
                .execute(this::send);
    }

    private CompletionHandler<Pace> send(TaskInstance<Pace> job, ExecutionContext context) {
        UUID platformId = UUID.fromString(job.getId());
        // A node that stood still for a while finds its heartbeat stale, and leaves the job to the one that took over.
        Pace pace = sendDueScores.handle(platformId, job.getData(),
                () -> !context.getSchedulerState().isShuttingDown()
                        && !context.getCurrentlyExecuting().getHeartbeatState().hasStaleHeartbeat());
        Optional<Instant> next = sendDueScores.nextRun(platformId, pace);
        return (complete, job1) -> {
            if (next.isPresent()) {
                job1.reschedule(complete, next.get(), pace);
            } else {
                job1.remove();
            }
            wakeAgain(platformId, next, pace, context.getSchedulerClient());
        };
    }

    /** A score committed while the job ended found it running and did not wake it. */
    private void wakeAgain(UUID platformId, Optional<Instant> next, Pace pace, SchedulerClient jobs) {
        Optional<Instant> due = sendDueScores.nextRun(platformId, pace);
        if (due.isPresent() && (next.isEmpty() || due.get().isBefore(next.get()))) {
            transactions.run(() -> SendingJob.wake(jobs, platformId, clock.instant()));
        }
    }

    @Bean
    Task<Void> gradebookSweep(GradebookSettings settings) {
        return Tasks.recurring("gradebook-sweep", FixedDelay.of(settings.sweepInterval()))
                .execute((job, context) -> sweep(context.getSchedulerClient()));
    }

    private void sweep(SchedulerClient jobs) {
        List<UUID> platforms = transactions.call(() -> scores.platformsWithDueScores(clock.instant()));
        for (UUID platformId : platforms) {
            transactions.run(() -> SendingJob.wake(jobs, platformId, clock.instant()));
        }
    }
}
