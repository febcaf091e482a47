package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_PART;
import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;

import fr.pixlti.schema.tables.records.CampaignPartRecord;
import fr.pixlti.tool.campaign.domain.Part;
import fr.pixlti.tool.campaign.domain.Parts;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqParts implements Parts {

    private final DSLContext db;

    JooqParts(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Part> of(UUID participationId) {
        return db.selectFrom(CAMPAIGN_PART).where(CAMPAIGN_PART.PARTICIPATION_ID.eq(participationId))
                .orderBy(CAMPAIGN_PART.COMPETENCE).fetch(JooqParts::part);
    }

    @Override
    public Map<UUID, List<Part>> ofCampaign(UUID campaignId) {
        return db.select(CAMPAIGN_PART.fields()).from(CAMPAIGN_PART).join(CAMPAIGN_PARTICIPATION)
                .on(CAMPAIGN_PARTICIPATION.ID.eq(CAMPAIGN_PART.PARTICIPATION_ID))
                .where(CAMPAIGN_PARTICIPATION.CAMPAIGN_ID.eq(campaignId)).fetchInto(CAMPAIGN_PART)
                .intoGroups(CAMPAIGN_PART.PARTICIPATION_ID, JooqParts::part);
    }

    @Override
    public List<Part> scoredBy(UUID assessmentId, PersonId person, String competence) {
        return db.select(CAMPAIGN_PART.fields()).from(CAMPAIGN_PART).join(CAMPAIGN_PARTICIPATION)
                .on(CAMPAIGN_PARTICIPATION.ID.eq(CAMPAIGN_PART.PARTICIPATION_ID))
                .where(CAMPAIGN_PARTICIPATION.PERSON_ID.eq(person.value()))
                .and(CAMPAIGN_PART.COMPETENCE.eq(competence))
                .and(CAMPAIGN_PART.ASSESSMENT_ID.eq(assessmentId).or(CAMPAIGN_PART.COMPLETED_AT.isNotNull()))
                .fetchInto(CAMPAIGN_PART).map(JooqParts::part);
    }

    @Override
    public boolean began(UUID participationId, String competence, @Nullable UUID before, UUID assessmentId) {
        if (before == null) {
            return db.insertInto(CAMPAIGN_PART, CAMPAIGN_PART.PARTICIPATION_ID, CAMPAIGN_PART.COMPETENCE,
                    CAMPAIGN_PART.ASSESSMENT_ID).values(participationId, competence, assessmentId).execute() == 1;
        }
        return db.update(CAMPAIGN_PART).set(CAMPAIGN_PART.ASSESSMENT_ID, assessmentId)
                .where(CAMPAIGN_PART.PARTICIPATION_ID.eq(participationId))
                .and(CAMPAIGN_PART.COMPETENCE.eq(competence)).and(CAMPAIGN_PART.ASSESSMENT_ID.eq(before))
                .execute() == 1;
    }

    @Override
    public void completed(UUID participationId, String competence, int pix, int level, Instant at) {
        db.update(CAMPAIGN_PART).set(CAMPAIGN_PART.PIX, pix).set(CAMPAIGN_PART.LEVEL, level)
                .set(CAMPAIGN_PART.COMPLETED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .where(CAMPAIGN_PART.PARTICIPATION_ID.eq(participationId))
                .and(CAMPAIGN_PART.COMPETENCE.eq(competence)).execute();
    }

    private static Part part(CampaignPartRecord row) {
        LocalDateTime completedAt = row.getCompletedAt();
        return new Part(row.getParticipationId(), row.getCompetence(), row.getAssessmentId(), row.getPix(),
                row.getLevel(), completedAt == null ? null : completedAt.toInstant(ZoneOffset.UTC));
    }
}
