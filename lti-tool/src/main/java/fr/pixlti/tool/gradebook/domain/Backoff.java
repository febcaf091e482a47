package fr.pixlti.tool.gradebook.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits that double, drawn at random so that scores which failed together do not come back together. */
final class Backoff {

    private static final int MAX_DOUBLINGS = 40;

    private Backoff() {}

    /**
     * Anything from nothing to {@code first} doubled {@code doublings} times ("full jitter").
     *
     * @param doublings at least 0
     * @param max the longest wait
     */
    static Duration upTo(Duration first, int doublings, Duration max, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(ceiling(first, doublings, max) + 1));
    }

    /** Between half of what {@link #upTo} may reach, and that; never nothing. */
    static Duration around(Duration first, int doublings, Duration max, RandomGenerator random) {
        long ceiling = ceiling(first, doublings, max);
        return Duration.ofMillis(ceiling - random.nextLong(ceiling / 2 + 1));
    }

    private static long ceiling(Duration first, int doublings, Duration max) {
        long start = Math.min(first.toMillis(), Duration.ofDays(1).toMillis());
        long grown = start << Math.min(doublings, Long.numberOfLeadingZeros(start) - 2);
        return Math.min(doublings > MAX_DOUBLINGS ? Long.MAX_VALUE : grown, max.toMillis());
    }
}
