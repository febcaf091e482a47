package fr.pixlti.tool.content.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the room does by the clock, on one node. */
@Configuration(proxyBeanMethods = false)
class ContentJobs {

    private static final int HOURS = 24;

    @Bean
    RecurringTask<Void> removalOfReleases(RemoveReleases removeReleases) {
        return Tasks.recurring("content-purge", FixedDelay.ofHours(HOURS))
                .execute((instance, context) -> removeReleases.run());
    }
}
