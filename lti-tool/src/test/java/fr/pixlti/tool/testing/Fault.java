package fr.pixlti.tool.testing;

import java.time.Duration;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** How a platform may fail to answer properly. */
@NullMarked
public sealed interface Fault {

    /**
     * Answers with this status and does nothing else.
     *
     * @param retryAfter value of the header {@code Retry-After}, absent: none
     */
    record Status(int status, @Nullable String retryAfter) implements Fault {}

    /** Takes the request in and answers nothing for this long, or until the double is closed; then drops the connection. */
    record Silence(Duration patience) implements Fault {}

    /** Drops the connection without an answer. */
    record Dropped() implements Fault {}

    /** Does what was asked, then drops the connection before the answer is sent. */
    record AnswerLost() implements Fault {}

    /** Does what was asked at once, and says so only after this long, or when the double is closed. */
    record SlowAnswer(Duration after) implements Fault {}

    static Fault status(int status) {
        return new Status(status, null);
    }

    /** 429 with {@code Retry-After} in seconds. */
    static Fault tooMany(Duration retryAfter) {
        return new Status(429, String.valueOf(retryAfter.toSeconds()));
    }
}
