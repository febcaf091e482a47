package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_CAMPAIGN;
import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.schema.tables.records.CampaignParticipationRecord;
import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqCampaigns implements Campaigns {

    private static final String KIND = "COMPETENCE";

    private final DSLContext db;
    private final Ids ids;

    /** A campaign of a link never changes, so every node may remember it. */
    private final Cache<UUID, Campaign> known = Caffeine.newBuilder().maximumSize(20_000).build();
    private final Cache<LinkKey, UUID> ofLink = Caffeine.newBuilder().maximumSize(20_000).build();

    JooqCampaigns(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    @Override
    public UUID ofLink(UUID linkId, UUID courseId, String competence, Instant now) {
        LinkKey key = new LinkKey(linkId, competence);
        UUID cached = ofLink.getIfPresent(key);
        if (cached != null) {
            return cached;
        }
        // One statement that locks the row at once: a class that arrives together would deadlock on two.
        UUID id = db
                .insertInto(CAMPAIGN_CAMPAIGN, CAMPAIGN_CAMPAIGN.ID, CAMPAIGN_CAMPAIGN.KIND,
                        CAMPAIGN_CAMPAIGN.COMPETENCE, CAMPAIGN_CAMPAIGN.COURSE_ID, CAMPAIGN_CAMPAIGN.RESOURCE_LINK_ID,
                        CAMPAIGN_CAMPAIGN.CREATED_AT)
                .values(ids.next(), KIND, competence, courseId, linkId, utc(now)).onDuplicateKeyUpdate()
                .set(CAMPAIGN_CAMPAIGN.COMPETENCE, competence).returningResult(CAMPAIGN_CAMPAIGN.ID).fetchSingle()
                .value1();
        Transactions.afterCommit(() -> ofLink.put(key, id));
        return id;
    }

    @Override
    public Optional<Campaign> find(UUID id) {
        Campaign cached = known.getIfPresent(id);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<Campaign> found = db.selectFrom(CAMPAIGN_CAMPAIGN).where(CAMPAIGN_CAMPAIGN.ID.eq(id)).fetchOptional()
                .map(row -> new Campaign(row.getId(), row.getCompetence(), row.getCourseId(),
                        row.getResourceLinkId()));
        found.ifPresent(campaign -> Transactions.afterCommit(() -> known.put(id, campaign)));
        return found;
    }

    @Override
    public UUID participation(UUID campaignId, PersonId person, Instant now) {
        return db
                .insertInto(CAMPAIGN_PARTICIPATION, CAMPAIGN_PARTICIPATION.ID, CAMPAIGN_PARTICIPATION.CAMPAIGN_ID,
                        CAMPAIGN_PARTICIPATION.PERSON_ID, CAMPAIGN_PARTICIPATION.STATUS,
                        CAMPAIGN_PARTICIPATION.STARTED_AT)
                .values(ids.next(), campaignId, person.value(), Participation.Status.STARTED.name(), utc(now))
                .onDuplicateKeyUpdate().set(CAMPAIGN_PARTICIPATION.PERSON_ID, person.value())
                .returningResult(CAMPAIGN_PARTICIPATION.ID).fetchSingle().value1();
    }

    @Override
    public Optional<Participation> findParticipation(UUID id) {
        return db.selectFrom(CAMPAIGN_PARTICIPATION).where(CAMPAIGN_PARTICIPATION.ID.eq(id)).fetchOptional()
                .map(JooqCampaigns::participation);
    }

    @Override
    public List<Participation> scoredBy(UUID assessmentId, PersonId person, String competence) {
        return db.select(CAMPAIGN_PARTICIPATION.fields()).from(CAMPAIGN_PARTICIPATION).join(CAMPAIGN_CAMPAIGN)
                .on(CAMPAIGN_CAMPAIGN.ID.eq(CAMPAIGN_PARTICIPATION.CAMPAIGN_ID))
                .where(CAMPAIGN_PARTICIPATION.PERSON_ID.eq(person.value()))
                .and(CAMPAIGN_CAMPAIGN.COMPETENCE.eq(competence))
                .and(CAMPAIGN_PARTICIPATION.ASSESSMENT_ID.eq(assessmentId)
                        .or(CAMPAIGN_PARTICIPATION.STATUS.eq(Participation.Status.COMPLETED.name())))
                .fetchInto(CAMPAIGN_PARTICIPATION).map(JooqCampaigns::participation);
    }

    @Override
    public boolean began(UUID participationId, @Nullable UUID before, UUID assessmentId) {
        return db.update(CAMPAIGN_PARTICIPATION).set(CAMPAIGN_PARTICIPATION.ASSESSMENT_ID, assessmentId)
                .where(CAMPAIGN_PARTICIPATION.ID.eq(participationId))
                .and(before == null
                        ? CAMPAIGN_PARTICIPATION.ASSESSMENT_ID.isNull()
                        : CAMPAIGN_PARTICIPATION.ASSESSMENT_ID.eq(before))
                .execute() == 1;
    }

    @Override
    public void completed(UUID participationId, int pix, int level, Instant at) {
        db.update(CAMPAIGN_PARTICIPATION).set(CAMPAIGN_PARTICIPATION.STATUS, Participation.Status.COMPLETED.name())
                .set(CAMPAIGN_PARTICIPATION.PIX, pix).set(CAMPAIGN_PARTICIPATION.LEVEL, level)
                .set(CAMPAIGN_PARTICIPATION.COMPLETED_AT, utc(at))
                .where(CAMPAIGN_PARTICIPATION.ID.eq(participationId)).execute();
    }

    @Override
    public List<Participation> participations(UUID campaignId) {
        return db.selectFrom(CAMPAIGN_PARTICIPATION).where(CAMPAIGN_PARTICIPATION.CAMPAIGN_ID.eq(campaignId))
                .fetch(JooqCampaigns::participation);
    }

    private static Participation participation(CampaignParticipationRecord row) {
        LocalDateTime completedAt = row.getCompletedAt();
        return new Participation(row.getId(), row.getCampaignId(), new PersonId(row.getPersonId()),
                row.getAssessmentId(), Participation.Status.valueOf(row.getStatus()), row.getPix(), row.getLevel(),
                row.getStartedAt().toInstant(ZoneOffset.UTC),
                completedAt == null ? null : completedAt.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record LinkKey(UUID linkId, String competence) {}
}
