package fr.pixlti.tool.lti.spi;

import fr.pixlti.tool.shared.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of the scores owed to a link's gradebook columns. Implemented by {@code gradebook}. */
public interface ScoreReturns {

    /** The latest score of each person, for the link's own column; people without one are absent. */
    Map<PersonId, ScoreReturn> ofLink(UUID linkId);

    /** The same for all of the link's columns, and how these are doing. */
    LinkReturns allOfLink(UUID linkId);

    /**
     * Has what the platform holds read again, unless that was done a moment ago, and waits for it a short while. To be
     * called outside a transaction. A platform that does not answer in time is no error: what was read before stands.
     */
    void readBack(UUID linkId);

    /** WAITING: not yet taken, will be tried again; SENT: taken; SUPERSEDED: the platform holds a newer one; REFUSED: for good. */
    enum State {
        WAITING, SENT, SUPERSEDED, REFUSED
    }

    /**
     * @param reason code of the last failure, absent when there was none; the bundle key is {@code gradebook.reason.} + code
     * @param at when it was sent or last tried, absent when it was not tried yet
     * @param held what the platform was seen to hold instead of a score sent, as a rule a teacher's own grade; absent
     *     otherwise
     */
    record ScoreReturn(State state, BigDecimal given, BigDecimal maximum, @Nullable String reason,
            @Nullable Instant at, @Nullable Held held) {}

    /** @param maximum above 0 */
    record Held(BigDecimal score, BigDecimal maximum) {}

    /**
     * @param own the link's own column
     * @param columns those beside it, in the order of their tags
     * @param withoutColumns code of why the columns that the teacher chose are not made, absent when they are or when
     *     none were chosen; the bundle key is {@code gradebook.reason.} + code
     */
    record LinkReturns(Map<PersonId, ScoreReturn> own, List<ColumnReturns> columns, @Nullable String withoutColumns) {}

    /**
     * @param label as the teacher reads it in the gradebook
     * @param reason code of why the column is not there yet, absent while all is well
     * @param copies further columns of the same kind in the gradebook, which get nothing
     */
    record ColumnReturns(String label, @Nullable String reason, int copies, Map<PersonId, ScoreReturn> scores) {}
}
