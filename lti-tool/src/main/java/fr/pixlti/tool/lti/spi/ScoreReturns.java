package fr.pixlti.tool.lti.spi;

import fr.pixlti.tool.shared.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of the scores owed to a link's gradebook column. Implemented by {@code gradebook}. */
public interface ScoreReturns {

    /** The latest score of each person, for the link's own column; people without one are absent. */
    Map<PersonId, ScoreReturn> ofLink(UUID linkId);

    /** WAITING: not yet taken, will be tried again; SENT: taken; SUPERSEDED: the platform holds a newer one; REFUSED: for good. */
    enum State {
        WAITING, SENT, SUPERSEDED, REFUSED
    }

    /**
     * @param reason code of the last failure, absent when there was none; the bundle key is {@code gradebook.reason.} + code
     * @param at when it was sent or last tried, absent when it was not tried yet
     */
    record ScoreReturn(State state, BigDecimal given, BigDecimal maximum, @Nullable String reason,
            @Nullable Instant at) {}
}
