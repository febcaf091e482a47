package fr.pixlti.tool.lti.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notices are handled, and handlers registered, by jobs. */
@Configuration(proxyBeanMethods = false)
class NoticeJobs {

    private static final Duration NOTICES = Duration.ofSeconds(5);
    private static final Duration HANDLERS = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> handlingOfNotices(HandleNotices handleNotices) {
        return Tasks.recurring("lti-notices", FixedDelay.of(NOTICES))
                .execute((instance, context) -> handleNotices.run());
    }

    @Bean
    RecurringTask<Void> registeringOfHandlers(RegisterHandlers registerHandlers) {
        return Tasks.recurring("lti-notice-handlers", FixedDelay.of(HANDLERS))
                .execute((instance, context) -> registerHandlers.run());
    }
}
