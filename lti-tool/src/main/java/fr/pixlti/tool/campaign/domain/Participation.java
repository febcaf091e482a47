package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's part in a campaign.
 *
 * @param assessmentId the test under way or the last one done; absent before the first
 * @param pix of the last completed test, 0 to 64; in a collection of the whole profile as sent; absent before
 * @param level of the last completed test, 0 to 8; absent before it
 * @param sent the last sending of a campaign that a teacher made; absent before it
 */
public record Participation(UUID id, UUID campaignId, PersonId person, @Nullable UUID assessmentId, Status status,
        @Nullable Integer pix, @Nullable Integer level, Instant startedAt, @Nullable Instant completedAt,
        @Nullable Sent sent) {

    /** Whether that test's answers belong to what was sent. */
    public boolean shows(UUID assessment) {
        return sent != null && assessment.equals(assessmentId) && completedAt != null
                && !completedAt.isAfter(sent.at());
    }

    /** Whether a result is there that was not sent yet. */
    public boolean toSend() {
        return status == Status.COMPLETED || sent != null && completedAt != null && completedAt.isAfter(sent.at());
    }

    /**
     * STARTED: no test completed yet; COMPLETED: at least one; SENT: its result was sent, which a campaign that a teacher
     * made asks for. Never skipped, never taken back.
     */
    public enum Status {
        STARTED, COMPLETED, SENT
    }

    /**
     * @param number how often a result was sent, from 1
     * @param mastery percent, absent in a collection
     * @param validated skills, absent in a collection
     * @param stage index of the stage reached, 0 for no star; absent without stars
     * @param certifiableCompetences of a collection: how many are at level 1 or above
     */
    public record Sent(Instant at, int number, @Nullable Integer mastery, @Nullable Integer validated,
            @Nullable Integer stage, @Nullable Integer certifiableCompetences, @Nullable String externalId) {}
}
