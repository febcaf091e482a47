package fr.pixlti.tool.gradebook.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a platform has been doing lately: the circuit breaker, kept with the platform's job so that it survives a restart.
 *
 * @param failures attempts in a row that the platform did not answer to the point, whatever the score
 * @param pausedUntil nothing is sent before, absent while the platform is well
 */
record Pace(int failures, @Nullable Instant pausedUntil) {

    static final Pace WELL = new Pace(0, null);

    /** The longest that a platform may ask for with {@code Retry-After}. */
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    boolean pausedAt(Instant now) {
        return pausedUntil != null && pausedUntil.isAfter(now);
    }

    /** Whether the next attempt only finds out if the platform is back. */
    boolean probing(GradebookSettings settings) {
        return failures >= settings.breakerFailures();
    }

    /** After a request that is worth another try. @param reason why it failed */
    Pace after(String reason, @Nullable Duration wish, Instant now, GradebookSettings settings,
            RandomGenerator random) {
        return Reasons.RATE_LIMITED.equals(reason)
                ? slowedDown(wish, now, settings, random)
                : failed(now, settings, random);
    }

    /** After one more failure; from the set number of them on, with a pause. */
    Pace failed(Instant now, GradebookSettings settings, RandomGenerator random) {
        int count = failures + 1;
        if (count < settings.breakerFailures()) {
            return new Pace(count, null);
        }
        Duration pause = Backoff.around(settings.firstRetry(), count - settings.breakerFailures(),
                settings.maxPause(), random);
        return new Pace(count, now.plus(pause));
    }

    /** After the platform said "too many requests" (429), with the wait it asked for if it did. */
    Pace slowedDown(@Nullable Duration wish, Instant now, GradebookSettings settings, RandomGenerator random) {
        Duration pause = wish == null
                ? Backoff.around(settings.firstRetry(), failures, settings.maxRetry(), random)
                : atMostADay(wish);
        return new Pace(failures + 1, now.plus(pause));
    }

    /** What the platform asked for, within reason. */
    static Duration atMostADay(Duration wish) {
        return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }
}
