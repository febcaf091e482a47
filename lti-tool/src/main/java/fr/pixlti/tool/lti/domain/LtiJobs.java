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
    private static final int KEY_MINUTES = 30;

    @Bean
    RecurringTask<Void> purgeOfLogins(PurgeLti purge) {
        return Tasks.recurring("lti-purge", FixedDelay.ofMinutes(MINUTES))
                .execute((instance, context) -> purge.run());
    }

    @Bean
    RecurringTask<Void> rotationOfKeys(RotateKeys rotateKeys) {
        return Tasks.recurring("lti-key-rotation", FixedDelay.ofMinutes(KEY_MINUTES))
                .execute((instance, context) -> rotateKeys.whenDue());
    }
}
