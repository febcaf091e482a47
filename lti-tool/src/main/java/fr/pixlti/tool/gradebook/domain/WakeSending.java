package fr.pixlti.tool.gradebook.domain;

import com.github.kagkarlsson.scheduler.Scheduler;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Has a platform's scores sent right after a commit. It does so on a thread of its own, so that the pupil's answer does
 * not wait for it and pupils who end together do not queue for one row of the jobs table. That a wake-up may be lost with
 * its node is no harm: {@code gradebook-sweep} finds what is due.
 */
@Component
class WakeSending implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WakeSending.class);

    private final Scheduler scheduler;
    private final Transactions transactions;
    private final Clock clock;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    // One after the other: two wake-ups of one platform would both try to insert its job.
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofVirtual().name("wake-", 0).factory());

    WakeSending(Scheduler scheduler, Transactions transactions, Clock clock) {
        this.scheduler = scheduler;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The score must be committed. */
    void soon(UUID platformId) {
        if (underWay.add(platformId)) {
            try {
                thread.execute(() -> {
                    // Taken out first: a score committed from here on starts a wake-up of its own.
                    underWay.remove(platformId);
                    wake(platformId);
                });
            } catch (RejectedExecutionException e) {
                // The score is committed, so its pupil must not see a fault of a node that is stopping.
                LOG.info("Stopping; scores for platform {} leave from another node or after the next start",
                        platformId);
            }
        }
    }

    private void wake(UUID platformId) {
        try {
            if (transactions.call(() -> SendingJob.wake(scheduler, platformId, clock.instant()))) {
                scheduler.triggerCheckForDueExecutions();
            }
        } catch (RuntimeException e) {
            LOG.warn("Sending to platform {} was not woken; its scores leave with the next sweep", platformId, e);
        }
    }

    @Override
    public void destroy() {
        thread.close();
    }
}
