package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's part in a campaign.
 *
 * @param assessmentId the test under way or the last one done; absent before the first
 * @param pix of the last completed test, 0 to 64; absent before it
 * @param level of the last completed test, 0 to 8; absent before it
 */
public record Participation(UUID id, UUID campaignId, PersonId person, @Nullable UUID assessmentId, Status status,
        @Nullable Integer pix, @Nullable Integer level, Instant startedAt, @Nullable Instant completedAt) {

    /** STARTED: no test completed yet; COMPLETED: at least one. */
    public enum Status {
        STARTED, COMPLETED
    }
}
