package fr.pixlti.tool.content.domain.exchange;

import java.util.Locale;

/** What may be said of a question on its way. Those that begin with NOT stop it; the others say what changed. */
public enum Note {
    NOT_EMPTY, NOT_TOO_LONG, NOT_READABLE, NOT_BY_HAND, NOT_A_QUESTION, NOT_DRAWN, NOT_ON_PICTURE, NOT_KNOWN, NOT_ALL_RIGHT, NOT_NONE_RIGHT, NOT_TOO_MANY_CHOICES, NOT_TOO_FEW_CHOICES, NOT_PICTURE_CHOICES, NOT_SAME_CHOICES, NOT_WILDCARD, NOT_NUMBER, NOT_FILE, NOT_DEPENDENT, NOT_SIMULATOR, NOT_IN_FORMAT, NOT_FILES_IN_FORMAT, NOT_CONTRADICTORY, ACTIVE_REMOVED, EXTERNAL_PICTURE, NO_ALT, MORE_PICTURES, FORMULA, LAYOUT_LOST, PARTIAL_CREDIT, DROP_DOWN, TOLERANCE_LOST, WHOLE_NUMBERS, UNIT_LOST, WILDCARD_LOST, FEEDBACK_LOST, CORRECTION_CUT, NO_CORRECTION, FURTHER_TOPIC, MARKED_OTHERWISE, CASE_LOST, TYPOS_LOST, ONE_DRAW, FILE_UNUSED;

    /** Whether the question is left out. */
    public boolean stops() {
        return name().startsWith("NOT_");
    }

    /** Key of its words. */
    public String key() {
        return "content.exchange.note." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
