package fr.pixlti.tool.gradebook.domain;

import java.util.Set;

/** Codes of why a score is not in the platform's gradebook; the words are {@code gradebook.reason.<code>}. */
public final class Reasons {

    /** The link has no column in the gradebook, or the tool may not write there. */
    static final String NO_LINE_ITEM = "no-line-item";
    /** The platform does not let the tool make the column that the score belongs in. */
    static final String COLUMN_REFUSED = "column-refused";
    /** The platform may be making the column: its answer was lost. */
    static final String COLUMN_UNDER_WAY = "column-under-way";
    /** The platform lets the tool write grades, but not add columns. */
    public static final String NO_COLUMN_RIGHT = "no-column-right";
    /** The platform of the link does not know the person. */
    public static final String UNKNOWN_PERSON = "unknown-person";
    /** Tried for as long as the settings say. */
    static final String GAVE_UP = "gave-up";
    /** The platform holds another score that is as new or newer. */
    static final String NEWER_SCORE = "newer-score";
    /** The platform may have taken it; it refuses the repeat and does not tell what it holds. */
    static final String UNCONFIRMED = "unconfirmed";
    /** The platform asks for fewer requests (named by {@code lti}). */
    static final String RATE_LIMITED = "rate-limited";
    /** A fault of the tool itself, with its details in the log. */
    static final String INTERNAL = "internal";
    /** Anything that has no words of its own. */
    static final String OTHER = "http";

    /** Why a score waits whose column is not there. */
    static final Set<String> WITHOUT_COLUMN = Set.of(NO_LINE_ITEM, COLUMN_REFUSED, COLUMN_UNDER_WAY, NO_COLUMN_RIGHT);

    /** All that have words, those that {@code lti} gives included. */
    public static final Set<String> ALL = Set.of(NO_LINE_ITEM, COLUMN_REFUSED, COLUMN_UNDER_WAY,
            NO_COLUMN_RIGHT, UNKNOWN_PERSON, GAVE_UP, NEWER_SCORE, UNCONFIRMED,
            RATE_LIMITED, INTERNAL, OTHER, "http-500", "line-item-address", "not-a-learner", "platform-down",
            "platform-suspended", "platform-unknown", "timeout", "unauthorized", "refused");

    private Reasons() {}

    /** The code itself, or the general one where it has no words. */
    public static String withWords(String code) {
        return ALL.contains(code) ? code : OTHER;
    }
}
