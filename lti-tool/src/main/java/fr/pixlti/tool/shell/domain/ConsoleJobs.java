package fr.pixlti.tool.shell.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes sessions of the console, and counts of attempts, whose time is over. */
@Configuration(proxyBeanMethods = false)
class ConsoleJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleJobs.class);
    private static final int MINUTES = 15;

    @Bean
    RecurringTask<Void> purgeOfConsole(AdminSessions sessions, Attempts attempts, Transactions transactions,
            Clock clock) {
        return Tasks.recurring("shell-console-purge", FixedDelay.ofMinutes(MINUTES)).execute((instance, context) -> {
            Instant now = clock.instant();
            int gone = transactions.call(() -> sessions.purge(now, now.minus(ConsoleSessions.IDLE)))
                    + transactions.call(() -> attempts.purge(now));
            LOG.debug("Sessions and counts removed: {}", gone);
        });
    }
}
