package fr.pixlti.tool.campaign.store;

import fr.pixlti.schema.tables.records.CampaignParticipationRecord;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.shared.PersonId;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads participations from their rows. */
final class ParticipationRows {

    private ParticipationRows() {}

    static Participation participation(CampaignParticipationRecord row) {
        LocalDateTime completedAt = row.getCompletedAt();
        return new Participation(row.getId(), row.getCampaignId(), new PersonId(row.getPersonId()),
                row.getAssessmentId(), Status.valueOf(row.getStatus()), row.getPix(), row.getLevel(),
                row.getStartedAt().toInstant(ZoneOffset.UTC),
                completedAt == null ? null : completedAt.toInstant(ZoneOffset.UTC), sent(row));
    }

    private static Participation.@Nullable Sent sent(CampaignParticipationRecord row) {
        return row.getSentAt() == null
                ? null
                : new Participation.Sent(row.getSentAt().toInstant(ZoneOffset.UTC), row.getSendings(),
                        row.getMastery(), row.getValidated(), row.getStage(), row.getCertifiableCompetences(),
                        row.getExternalId());
    }
}
