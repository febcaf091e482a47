package fr.pixlti.tool.people.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes browser sessions whose time is over. */
@Configuration(proxyBeanMethods = false)
class PurgeSessions {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeSessions.class);
    private static final int MINUTES = 15;

    @Bean
    RecurringTask<Void> purgeOfSessions(Sessions sessions, Transactions transactions, Clock clock) {
        return Tasks.recurring("people-sessions-purge", FixedDelay.ofMinutes(MINUTES))
                .execute((instance, context) -> LOG.debug("Expired sessions removed: {}",
                        transactions.call(() -> sessions.purge(clock.instant()))));
    }
}
