package fr.pixlti.tool.lti;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which columns a link has in the gradebook, as the teacher chose when making it (custom parameter {@code pixlti_columns}). */
public enum Columns {
    /** The activity's score only. */
    SCORE,
    /** Beside it, one for each area. */
    AREAS,
    /** Beside it, one for each competence: its level as points out of the maximum level. */
    COMPETENCES;

    /** Reads the custom parameter; anything unknown is SCORE. */
    public static Columns parse(@Nullable String text) {
        for (Columns columns : values()) {
            if (columns.text().equals(text)) {
                return columns;
            }
        }
        return SCORE;
    }

    /** The custom parameter's value. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
