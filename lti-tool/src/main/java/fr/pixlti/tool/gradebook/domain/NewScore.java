package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.shared.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value that a person has in one of a link's columns from now on.
 *
 * @param tag which column; {@link Column#OWN} is the link's own
 * @param subject the person's {@code sub} at the platform; absent: the platform does not know the person
 * @param comment cut after 1000 characters
 */
public record NewScore(UUID linkId, String tag, UUID platformId, PersonId person, @Nullable String subject,
        BigDecimal given,
        BigDecimal maximum, @Nullable String comment, Instant at) {

    private static final int COMMENT_LENGTH = 1000;

    public NewScore {
        // A long remark must not undo the fact that the score comes from.
        if (comment != null && comment.length() > COMMENT_LENGTH) {
            comment = comment.substring(0, COMMENT_LENGTH);
        }
    }
}
