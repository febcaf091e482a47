package fr.pixlti.tool.gradebook.domain;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code pixlti.gradebook.*}: how the tool goes on with a platform that does not take a score.
 *
 * @param firstRetry the longest wait before the second attempt; doubled for each one after it
 * @param maxRetry the longest wait between two attempts at one score
 * @param breakerFailures so many failures in a row, of whatever score, pause the platform
 * @param maxPause the longest pause between two trials of a paused platform
 * @param confirmWithin how long the tool asks whether a score arrived whose answer was lost
 * @param giveUpAfter how long a value is tried at all
 * @param columnSettlesWithin how long a platform may take to show a column that it made without our learning of it
 * @param readAgainAfter grades read back from a platform are shown for so long before they are read again
 * @param readPatience how long a teacher's page waits for the platform's grades
 * @param sweepInterval how often the tool looks for due scores that nothing has woken it for, after a crash
 */
@Validated
@ConfigurationProperties("pixlti.gradebook")
public record GradebookSettings(@DefaultValue("5s") @DurationMin(millis = 1) Duration firstRetry,
        @DefaultValue("1h") @DurationMin(millis = 1) Duration maxRetry,
        @DefaultValue("5") @Min(1) int breakerFailures,
        @DefaultValue("1m") @DurationMin(millis = 1) Duration maxPause,
        @DefaultValue("1h") @DurationMin(seconds = 0) Duration confirmWithin,
        @DefaultValue("14d") @DurationMin(minutes = 1) Duration giveUpAfter,
        @DefaultValue("30s") @DurationMin(millis = 0) Duration columnSettlesWithin,
        @DefaultValue("20s") @DurationMin(millis = 0) Duration readAgainAfter,
        @DefaultValue("1500ms") @DurationMin(millis = 0) Duration readPatience,
        @DefaultValue("15s") @DurationMin(millis = 100) Duration sweepInterval) {}
