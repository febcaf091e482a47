package fr.pixlti.tool.gradebook.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A column that a link should have beside its own, and what a person has in it.
 *
 * @param tag AGS {@code tag}, at most 100 characters
 * @param label cut after 255 characters, which is what Moodle takes
 * @param given 0 to {@code maximum}
 * @param comment for the gradebook
 */
record WantedColumn(String tag, String label, BigDecimal given, BigDecimal maximum, @Nullable String comment) {

    private static final int LABEL_LENGTH = 255;

    WantedColumn {
        if (label.length() > LABEL_LENGTH) {
            label = label.substring(0, LABEL_LENGTH);
        }
    }
}
