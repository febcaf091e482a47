package fr.pixlti.tool.campaign.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One competence of somebody's participation in a test of several.
 *
 * @param assessmentId the test under way or the last one done
 * @param pix of the last completed test, 0 to 64; absent before it
 * @param level of the last completed test, 0 to 8; absent before it
 */
public record Part(UUID participationId, String competence, UUID assessmentId, @Nullable Integer pix,
        @Nullable Integer level, @Nullable Instant completedAt) {

    /** Whether a test of this competence was completed. */
    public boolean done() {
        return completedAt != null;
    }
}
