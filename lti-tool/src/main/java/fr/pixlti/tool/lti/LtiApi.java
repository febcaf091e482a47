package fr.pixlti.tool.lti;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door of the LTI room: links, where the tool may be framed, and the services a platform offers. */
public interface LtiApi {

    /** Origins that may show the tool in a frame for sessions of this platform, as {@code frame-ancestors} wants them. */
    List<String> frameOrigins(UUID platformId);

    /** Whether an operator has suspended the platform, as known a few seconds ago at most; no query of its own. */
    boolean suspended(UUID platformId);

    Optional<Link> link(UUID linkId);

    /** Keeps what a teacher picked for a link that says nothing itself; the link must be unset. */
    void pickTarget(UUID linkId, Target target);

    /**
     * Puts a score into a platform's gradebook (AGS 2.0 §3.4): FullyGraded, Completed. Sends one request, plus one for
     * the access token where none is cached, plus one more try after a 401; no other retry. Never throws for what a
     * platform answers or fails to answer.
     */
    ScoreOutcome postScore(UUID platformId, ScorePost score);

    /**
     * What the platform's gradebook holds for a person (AGS 2.0 §3.3).
     *
     * @return empty when it holds nothing or could not be read
     */
    Optional<HeldResult> readResult(UUID platformId, String lineItemUrl, String userId);

    /** Everything that a column holds, through all pages, by the {@code sub} of the person (AGS 2.0 §3.3). */
    ServiceOutcome<Map<String, HeldResult>> readResults(UUID platformId, String lineItemUrl);

    /**
     * The columns of a link (AGS 2.0 §3.2.5), through all pages, the oldest first as far as addresses tell.
     *
     * @param tag only those with this tag; absent: all
     */
    ServiceOutcome<List<LineItem>> lineItems(Link link, @Nullable String tag);

    /** Makes a column (AGS 2.0 §3.2.6) and gives it back with its address. One request, no retry. */
    ServiceOutcome<LineItem> createLineItem(Link link, LineItem column);

    /** Changes a column to be so (AGS 2.0 §3.2.7); what the tool does not know of it stays. */
    ServiceOutcome<LineItem> replaceLineItem(Link link, LineItem column);

    /** Keeps a column that was found as the link's own, unless it has one. */
    void coupleLineItem(UUID linkId, String lineItemUrl);

    /**
     * Reads a course's roster, or what changed in it, through all pages (NRPS 2.0). Many requests, one after the other;
     * never throws for what a platform answers or fails to answer.
     *
     * @param url where a launch said that the roster is, or where an earlier reading said that the differences are
     */
    RosterReading readRoster(UUID platformId, String url);

    /**
     * A link placed in a course.
     *
     * @param lineItemUrl the link's own gradebook column, absent when no launch has named one yet
     * @param takesScores whether the platform lets the tool write grades
     * @param lineItems where its columns are, absent when the platform does not offer to look
     * @param language of the course: French, or English
     */
    record Link(UUID id, UUID platformId, UUID deploymentId, String resourceLinkId, @Nullable String title,
            @Nullable Target pickedTarget, @Nullable String lineItemUrl, boolean takesScores, Columns columns,
            @Nullable LineItems lineItems, Locale language) {

        /** Whether the tool may add columns. */
        public boolean makesColumns() {
            return lineItems != null && lineItems.writable();
        }
    }

    /**
     * The columns of a course, as far as the tool may see them (AGS 2.0 §3.2).
     *
     * @param writable whether the tool may add and change columns, or only look
     */
    record LineItems(String url, boolean writable) {}

    /**
     * @param lineItemUrl as the platform gave it; its query is kept, {@code /scores} goes before it
     * @param userId the {@code sub} of the person
     * @param timestamp whole seconds; strictly later than that of any earlier score of this person in this line item
     * @param given at least 0
     * @param maximum above 0
     */
    record ScorePost(String lineItemUrl, String userId, Instant timestamp, BigDecimal given, BigDecimal maximum,
            @Nullable String comment) {}

    /**
     * What a platform's gradebook holds for a person; the platform may have rescaled what it was given.
     *
     * @param score {@code resultScore}
     * @param maximum {@code resultMaximum}, above 0; 1 where the platform says none
     */
    record HeldResult(BigDecimal score, BigDecimal maximum) {}

    /** What became of one attempt. */
    sealed interface ScoreOutcome {

        /** Any 2xx. */
        record Taken() implements ScoreOutcome {}

        /** 409: the platform holds a score that is as new or newer. */
        record Superseded() implements ScoreOutcome {}

        /** Worth another try: 401 after a fresh token, 403 or 429 that speaks of a rate limit, 408, 5xx, time-out, no connection. */
        record TryLater(String reason, @Nullable String detail, java.time.@Nullable Duration retryAfter)
                implements
                    ScoreOutcome {}

        /** The platform will never take it: other 4xx. */
        record Refused(String reason, @Nullable String detail) implements ScoreOutcome {}
    }
}
