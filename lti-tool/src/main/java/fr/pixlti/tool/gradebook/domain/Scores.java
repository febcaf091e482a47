package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.LtiApi.HeldResult;
import fr.pixlti.tool.lti.spi.ScoreReturns.ScoreReturn;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Scores owed to platforms. Everything is called inside a transaction. */
public interface Scores {

    /**
     * Keeps a value as the one that is owed. The value and comment that are already sent or waiting change nothing, nor
     * does an equal value where the platform holds somebody else's grade instead; any other gets a revision of its own
     * and is due at once, or is refused at once when there is no subject.
     */
    void owe(NewScore score);

    /**
     * The score that has been due longest.
     *
     * @param freshestFirst to find out whether the platform is back: a gradebook column that answers every score with an
     *     error (Moodle's 500 for a locked one) must not stand before the others, so the score that was tried least and
     *     came last goes first
     */
    Optional<OwedScore> nextDue(UUID platformId, Instant now, boolean freshestFirst);

    /**
     * Writes down that a request begins.
     *
     * @return false when the value is no longer the one that is owed; then the request must not be made
     */
    boolean begin(OwedScore score, Instant timestamp, String lineItemUrl, Instant now);

    /** Ends the matter for this value, unless a newer one has come meanwhile, which then goes on waiting. */
    void settle(OwedScore score, State state, @Nullable String reason, @Nullable String detail, Instant now);

    /** Tries this value again later under the same timestamp, unless a newer one has come meanwhile. */
    void retry(OwedScore score, String reason, @Nullable String detail, Instant next, Instant now);

    /** Tries this value again later under a later timestamp, unless a newer one has come meanwhile. */
    void retryWithNewTimestamp(OwedScore score, String reason, Instant next, Instant now);

    /** Puts off every due score of a column that is not there; those queued before {@code giveUpBefore} are refused. */
    void putOff(UUID linkId, String tag, String reason, Instant next, Instant giveUpBefore, Instant now);

    /** The column is there now: makes due what was put off for this reason, and forgets the reason. */
    void resume(UUID linkId, String tag, String reason, Instant now);

    /** Scores of a column that the platform took before {@code before}, or that it holds a newer one of. */
    List<SentScore> sent(UUID linkId, String tag, Instant before);

    /** Keeps what the platform holds instead of scores sent; nothing where a score has changed meanwhile. */
    void hold(Map<SentScore, Optional<HeldResult>> changes);

    /** What became of each person's score, by the tag of the column. */
    Map<String, Map<PersonId, ScoreReturn>> returns(UUID linkId);

    /** When the platform's next waiting score is due. */
    Optional<Instant> nextAttempt(UUID platformId);

    /** Platforms with a score that is due. */
    List<UUID> platformsWithDueScores(Instant now);

    /** How many scores wait, over all platforms. */
    int waiting();
}
