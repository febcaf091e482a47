package fr.pixlti.tool.lti.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the room does by the clock. */
@Configuration(proxyBeanMethods = false)
class LtiJobs {

    private static final int MINUTES = 5;

    @Bean
    RecurringTask<Void> purgeOfLogins(PurgeLti purge) {
        return Tasks.recurring("lti-purge", FixedDelay.ofMinutes(MINUTES))
                .execute((instance, context) -> purge.run());
    }
}
