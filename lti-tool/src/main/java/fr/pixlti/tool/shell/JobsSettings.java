package fr.pixlti.tool.shell;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code pixlti.jobs.*} of the job engine.
 *
 * @param pollingInterval how often a node looks for due jobs; one indexed query each time
 * @param heartbeatInterval how often a node says that it still works on a job; a job whose node has been silent for four
 *     of them is taken over, at the latest after six
 * @param shutdownWait how long a stopping node waits for the jobs it is working on
 */
@Validated
@ConfigurationProperties("pixlti.jobs")
record JobsSettings(@DefaultValue("1s") @DurationMin(millis = 10) @DurationMax(minutes = 5) Duration pollingInterval,
        @DefaultValue("3s") @DurationMin(millis = 100) @DurationMax(minutes = 5) Duration heartbeatInterval,
        @DefaultValue("20s") @DurationMin(seconds = 0) Duration shutdownWait) {}
