package fr.pixlti.tool.gradebook.domain;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One job for each platform that is owed something. The job engine lets one node at a time run it, which gives the
 * platform one request at a time; without anything owed there is no job.
 */
final class SendingJob {

    static final TaskDescriptor<Pace> SEND = TaskDescriptor.of("gradebook-send", Pace.class);

    private static final Logger LOG = LoggerFactory.getLogger(SendingJob.class);

    private SendingJob() {}

    /**
     * Makes the platform's job due now, unless it is running (it looks for due scores again after it has ended) or its
     * platform is paused. To be called in a transaction, after the one that made the score due.
     *
     * @return whether it has become due
     */
    static boolean wake(SchedulerClient jobs, UUID platformId, Instant now) {
        String instance = platformId.toString();
        try {
            Optional<ScheduledExecution<Object>> job = jobs.getScheduledExecution(SEND.instanceId(instance));
            if (job.isEmpty()) {
                return jobs.scheduleIfNotExists(SEND.instance(instance).data(Pace.WELL).build(), now);
            }
            boolean sleeps = !job.get().isPicked() && job.get().getExecutionTime().isAfter(now)
                    && !paused(job.get(), now);
            return sleeps && jobs.reschedule(SEND.instanceId(instance), now);
        } catch (DbSchedulerException e) {
            // Another node was faster: it has begun, ended or woken the job between the two statements, after the
            // score was committed.
            LOG.debug("The job for platform {} moved meanwhile", platformId, e);
            return false;
        }
    }

    private static boolean paused(ScheduledExecution<Object> job, Instant now) {
        return job.getData() instanceof Pace pace && pace.pausedAt(now);
    }
}
