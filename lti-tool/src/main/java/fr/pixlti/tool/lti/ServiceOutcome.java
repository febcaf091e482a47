package fr.pixlti.tool.lti;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one request to a platform's service; reasons are those of {@link LtiApi.ScoreOutcome}. */
public sealed interface ServiceOutcome<T> {

    /** Any 2xx with a body that could be read. */
    record Done<T>(T value) implements ServiceOutcome<T> {}

    /**
     * Worth another try.
     *
     * @param perhapsDone whether the platform may have done it all the same: the answer was lost, or spoke of an error
     * @param retryAfter the platform's wish, at most a day; absent when it said none
     */
    record Later<T>(String reason, @Nullable String detail, @Nullable Duration retryAfter, boolean perhapsDone)
            implements
                ServiceOutcome<T> {}

    /** The platform will not do it as things are. */
    record Never<T>(String reason, @Nullable String detail) implements ServiceOutcome<T> {}
}
