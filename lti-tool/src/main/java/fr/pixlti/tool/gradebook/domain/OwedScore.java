package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.LtiApi.ScorePost;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A score that waits, as it was read; {@code revision} tells whether it is still the one.
 *
 * @param tag which of the link's columns
 * @param subject the person's {@code sub} at the platform
 * @param revision counts the values of this person in this column
 * @param attempts requests begun under {@code timestamp}; 0: the present value has no timestamp yet
 * @param timestamp the last one given out for this person in this column, whole seconds; absent before the first
 * @param lastError reason code of the last failure of this value
 * @param queuedAt when this value came
 */
public record OwedScore(UUID id, UUID linkId, String tag, UUID platformId, String subject, BigDecimal given,
        BigDecimal maximum,
        @Nullable String comment, int revision, int attempts, @Nullable Instant timestamp, @Nullable String lastError,
        Instant queuedAt) {

    /**
     * The timestamp to send under (AGS 2.0 §3.4.8, platforms compare whole seconds): once one went out with a value, that
     * value keeps it, so that a platform which took it before we knew refuses the repeat; a new value gets a later one.
     */
    Instant timestampToSend(Instant now) {
        if (timestamp == null) {
            return now.truncatedTo(ChronoUnit.SECONDS);
        }
        if (repeated()) {
            return timestamp;
        }
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return second.isAfter(timestamp) ? second : timestamp.plusSeconds(1);
    }

    /** Whether an earlier request went out under the same timestamp, perhaps with success. */
    boolean repeated() {
        return attempts > 0;
    }

    /** Whether it belongs in the link's own column. */
    boolean own() {
        return Column.OWN.equals(tag);
    }

    ScorePost toPost(String lineItemUrl, Instant now) {
        return new ScorePost(lineItemUrl, subject, timestampToSend(now), given, maximum, comment);
    }
}
