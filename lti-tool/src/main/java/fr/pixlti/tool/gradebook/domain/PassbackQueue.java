package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All scores of all platforms, as the operator searches them. Everything is called inside a transaction. */
public interface PassbackQueue {

    /**
     * Scores in the order in which they were first owed, newest first.
     *
     * @param before older than this one; absent: from the newest on
     */
    List<Queued> page(Filter filter, @Nullable UUID before, int limit);

    Optional<Queued> find(UUID id);

    /** How many scores are in each state but SENT. */
    Map<State, Integer> counts();

    /** Platforms to choose from, by name. */
    Map<UUID, String> platforms();

    /**
     * Owes a score anew that the platform has refused, or holds another one of, unless a newer value has come meanwhile:
     * under a new revision, so that an old answer does not count, and with a later timestamp.
     *
     * @param subject of the person at the platform, where it was not known
     */
    boolean oweAgain(UUID id, int revision, String subject, Instant now);

    /**
     * Does the same with some of those that the filter finds and whose person the platform knows.
     *
     * @param before older than this one; absent: from the newest on
     */
    Batch oweAgain(Filter filter, @Nullable UUID before, int limit, Instant now);

    /**
     * What to look for; everything absent or empty finds all.
     *
     * @param title part of the title of the activity or its course
     * @param person beginning of a name, or of both
     */
    record Filter(@Nullable UUID platformId, @Nullable State state, String title, String person) {

        public static final Filter ALL = new Filter(null, null, "", "");
    }

    /**
     * @param tag which of the link's columns, empty for its own
     * @param knownAtPlatform whether the tool knows the person's {@code sub} there
     * @param reason see {@link Reasons}
     * @param lastTried absent when it has not been tried
     * @param next absent unless it waits
     */
    record Queued(UUID id, int revision, UUID platformId, String platform, PersonId personId, String person,
            String activity, String course, String tag, BigDecimal given, BigDecimal maximum, State state,
            boolean knownAtPlatform, @Nullable String reason, @Nullable Instant lastTried, @Nullable Instant next) {

        /** Whether sending it again is the operator's to decide. */
        public boolean ended() {
            return state == State.REFUSED || state == State.SUPERSEDED;
        }
    }

    /** @param last where the next batch begins, absent when there is none */
    record Batch(int owed, List<UUID> platforms, @Nullable UUID last) {}
}
