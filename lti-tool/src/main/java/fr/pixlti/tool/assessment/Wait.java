package fr.pixlti.tool.assessment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time to wait, rounded up: whole days, or hours below a day; {@code assessment/_wait.html} says it.
 *
 * @param amount at least 1
 * @param days whether it is in days
 */
public record Wait(long amount, boolean days) {

    /** Absent when there is nothing to wait for, or no longer. */
    public static @Nullable Wait until(@Nullable Instant then, Instant now) {
        if (then == null || !now.isBefore(then)) {
            return null;
        }
        long minutes = Duration.between(now, then).toMinutes() + 1;
        long hours = (minutes + 59) / 60;
        return hours > 24 ? new Wait((hours + 23) / 24, true) : new Wait(hours, false);
    }
}
