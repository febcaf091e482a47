package fr.pixlti.tool.shell;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts the job engine after everything else and stops it before everything else: jobs under way end, and what is due
 * meanwhile waits in the database for another node or the next start.
 */
@Component
final class JobsLifecycle implements SmartLifecycle {

    private final Scheduler scheduler;
    private volatile boolean running;

    JobsLifecycle(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A stopped engine cannot be started again. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
