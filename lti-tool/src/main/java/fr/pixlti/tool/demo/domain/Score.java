package fr.pixlti.tool.demo.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A score as the tool sends it (AGS 2.0 §3.4.7).
 *
 * @param given absent erases the grade, as does any other progress than {@code FullyGraded}
 * @param timestamp whole seconds, the rest is ignored
 */
public record Score(String personId, Instant timestamp, String gradingProgress, @Nullable Double given, double maximum,
        @Nullable String comment) {

    boolean erases() {
        return given == null || !"FullyGraded".equals(gradingProgress);
    }
}
