package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_CAMPAIGN;
import static fr.pixlti.schema.Tables.CAMPAIGN_COMPETENCE;
import static fr.pixlti.schema.Tables.CAMPAIGN_LINK;
import static fr.pixlti.schema.Tables.CAMPAIGN_PART;
import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqCampaigns implements Campaigns {

    private final DSLContext db;
    private final Ids ids;

    /**
     * Neither a campaign that no teacher made nor the one a link leads to ever changes, so every node may remember them.
     * A made one can get another title.
     */
    private final Cache<UUID, Campaign> known = Caffeine.newBuilder().maximumSize(20_000).build();
    private final Cache<LinkKey, UUID> ofLink = Caffeine.newBuilder().maximumSize(20_000).build();
    private final Cache<NamedKey, UUID> ofNamed = Caffeine.newBuilder().maximumSize(20_000).build();

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
                .values(ids.next(), Kind.COMPETENCE.name(), competence, courseId, linkId, utc(now))
                .onDuplicateKeyUpdate()
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
                .map(row -> new Campaign(row.getId(), Kind.valueOf(row.getKind()), row.getTitle(),
                        competences(row.getKind(), id, row.getCompetence()),
                        row.getCourseId(), row.getResourceLinkId()));
        found.filter(campaign -> !campaign.made())
                .ifPresent(campaign -> Transactions.afterCommit(() -> known.put(id, campaign)));
        return found;
    }

    /** Gives a campaign another title. */
    void rename(UUID id, @Nullable String title) {
        db.update(CAMPAIGN_CAMPAIGN).set(CAMPAIGN_CAMPAIGN.TITLE, title).where(CAMPAIGN_CAMPAIGN.ID.eq(id)).execute();
    }

    private List<String> competences(String kind, UUID id, @Nullable String competence) {
        if (competence != null) {
            return List.of(competence);
        }
        if (!Kind.SEVERAL.name().equals(kind)) {
            return List.of();
        }
        return db.select(CAMPAIGN_COMPETENCE.COMPETENCE).from(CAMPAIGN_COMPETENCE)
                .where(CAMPAIGN_COMPETENCE.CAMPAIGN_ID.eq(id)).orderBy(CAMPAIGN_COMPETENCE.POSITION)
                .fetch(CAMPAIGN_COMPETENCE.COMPETENCE);
    }

    @Override
    public Optional<UUID> madeOfLink(UUID linkId, String competence) {
        return db.select(CAMPAIGN_CAMPAIGN.ID).from(CAMPAIGN_CAMPAIGN)
                .where(CAMPAIGN_CAMPAIGN.RESOURCE_LINK_ID.eq(linkId)).and(CAMPAIGN_CAMPAIGN.COMPETENCE.eq(competence))
                .fetchOptional(CAMPAIGN_CAMPAIGN.ID);
    }

    @Override
    public void add(Campaign campaign, Instant now) {
        keep(campaign, null, now);
    }

    /** @return the campaign that is there now: this one, or the copy that another request made at the same moment */
    UUID keep(Campaign campaign, @Nullable UUID copiedFrom, Instant now) {
        UUID id = db
                .insertInto(CAMPAIGN_CAMPAIGN, CAMPAIGN_CAMPAIGN.ID, CAMPAIGN_CAMPAIGN.KIND, CAMPAIGN_CAMPAIGN.TITLE,
                        CAMPAIGN_CAMPAIGN.COURSE_ID, CAMPAIGN_CAMPAIGN.COPIED_FROM, CAMPAIGN_CAMPAIGN.CREATED_AT)
                .values(campaign.id(), campaign.kind().name(), campaign.title(), campaign.courseId(), copiedFrom,
                        utc(now))
                .onDuplicateKeyUpdate().set(CAMPAIGN_CAMPAIGN.COURSE_ID, campaign.courseId())
                .returningResult(CAMPAIGN_CAMPAIGN.ID).fetchSingle().value1();
        if (id.equals(campaign.id()) && !campaign.competences().isEmpty()) {
            var rows = db.insertInto(CAMPAIGN_COMPETENCE, CAMPAIGN_COMPETENCE.CAMPAIGN_ID,
                    CAMPAIGN_COMPETENCE.POSITION, CAMPAIGN_COMPETENCE.COMPETENCE);
            for (int i = 0; i < campaign.competences().size(); i++) {
                rows = rows.values(id, i + 1, campaign.competences().get(i));
            }
            rows.execute();
        }
        return id;
    }

    @Override
    public UUID ofNamed(UUID linkId, Campaign named, UUID courseId, Supplier<String> code, Instant now) {
        NamedKey key = new NamedKey(linkId, named.id());
        UUID cached = ofNamed.getIfPresent(key);
        if (cached != null) {
            return cached;
        }
        UUID id = openedOfNamed(linkId, named.id()).orElseGet(() -> {
            UUID own = named.courseId().equals(courseId)
                    ? named.id()
                    : copy(named, courseId, code, now);
            return db
                    .insertInto(CAMPAIGN_LINK, CAMPAIGN_LINK.RESOURCE_LINK_ID, CAMPAIGN_LINK.TARGET_ID,
                            CAMPAIGN_LINK.CAMPAIGN_ID, CAMPAIGN_LINK.CREATED_AT)
                    .values(linkId, named.id(), own, utc(now)).onDuplicateKeyUpdate()
                    .set(CAMPAIGN_LINK.TARGET_ID, named.id()).returningResult(CAMPAIGN_LINK.CAMPAIGN_ID).fetchSingle()
                    .value1();
        });
        Transactions.afterCommit(() -> ofNamed.put(key, id));
        return id;
    }

    /** The course's own campaign of the same kind; of two made at the same moment the first counts. */
    private UUID copy(Campaign named, UUID courseId, Supplier<String> code, Instant now) {
        UUID fresh = ids.next();
        UUID own = keep(new Campaign(fresh, named.kind(), named.title(), named.competences(), courseId, null),
                named.id(), now);
        if (named.made() && own.equals(fresh)) {
            JooqMadeCampaigns.copy(db, named.id(), own, code.get());
        }
        return own;
    }

    @Override
    public Optional<UUID> openedOfNamed(UUID linkId, UUID named) {
        return db.select(CAMPAIGN_LINK.CAMPAIGN_ID).from(CAMPAIGN_LINK)
                .where(CAMPAIGN_LINK.RESOURCE_LINK_ID.eq(linkId)).and(CAMPAIGN_LINK.TARGET_ID.eq(named))
                .fetchOptional(CAMPAIGN_LINK.CAMPAIGN_ID);
    }

    @Override
    public List<Campaign.Linked> links(Campaign campaign) {
        return campaign.kind() != Kind.COMPETENCE
                ? db.select(CAMPAIGN_LINK.RESOURCE_LINK_ID, CAMPAIGN_LINK.TARGET_ID).from(CAMPAIGN_LINK)
                        .where(CAMPAIGN_LINK.CAMPAIGN_ID.eq(campaign.id()))
                        .orderBy(CAMPAIGN_LINK.CREATED_AT, CAMPAIGN_LINK.RESOURCE_LINK_ID)
                        .fetch(row -> new Campaign.Linked(row.value1(), row.value2().toString()))
                : List.of(new Campaign.Linked(campaign.linkId(), "competence:" + campaign.competence()));
    }

    @Override
    public UUID participation(UUID campaignId, PersonId person, Newcomer newcomer, Instant now) {
        Status status = newcomer.complete() ? Status.COMPLETED : Status.STARTED;
        return db
                .insertInto(CAMPAIGN_PARTICIPATION, CAMPAIGN_PARTICIPATION.ID, CAMPAIGN_PARTICIPATION.CAMPAIGN_ID,
                        CAMPAIGN_PARTICIPATION.PERSON_ID, CAMPAIGN_PARTICIPATION.STATUS,
                        CAMPAIGN_PARTICIPATION.STARTED_AT, CAMPAIGN_PARTICIPATION.COMPLETED_AT,
                        CAMPAIGN_PARTICIPATION.SEARCH_NAME, CAMPAIGN_PARTICIPATION.TRIAL)
                .values(ids.next(), campaignId, person.value(), status.name(), utc(now),
                        newcomer.complete() ? utc(now) : null, newcomer.sortName(), newcomer.trial())
                // Names are told anew at each launch.
                .onDuplicateKeyUpdate().set(CAMPAIGN_PARTICIPATION.SEARCH_NAME, newcomer.sortName())
                .returningResult(CAMPAIGN_PARTICIPATION.ID).fetchSingle().value1();
    }

    @Override
    public Optional<Participation> participationOf(UUID campaignId, PersonId person) {
        return db.selectFrom(CAMPAIGN_PARTICIPATION).where(CAMPAIGN_PARTICIPATION.CAMPAIGN_ID.eq(campaignId))
                .and(CAMPAIGN_PARTICIPATION.PERSON_ID.eq(person.value())).fetchOptional()
                .map(ParticipationRows::participation);
    }

    @Override
    public Optional<Participation> findParticipation(UUID id) {
        return db.selectFrom(CAMPAIGN_PARTICIPATION).where(CAMPAIGN_PARTICIPATION.ID.eq(id)).fetchOptional()
                .map(ParticipationRows::participation);
    }

    @Override
    public List<Participation> ofPerson(PersonId person, int most) {
        return db.selectFrom(CAMPAIGN_PARTICIPATION).where(CAMPAIGN_PARTICIPATION.PERSON_ID.eq(person.value()))
                .orderBy(CAMPAIGN_PARTICIPATION.STARTED_AT.desc(), CAMPAIGN_PARTICIPATION.ID.desc()).limit(most)
                .fetch(ParticipationRows::participation);
    }

    @Override
    public List<Participation> scoredBy(UUID assessmentId, PersonId person, String competence) {
        return db.select(CAMPAIGN_PARTICIPATION.fields()).from(CAMPAIGN_PARTICIPATION).join(CAMPAIGN_CAMPAIGN)
                .on(CAMPAIGN_CAMPAIGN.ID.eq(CAMPAIGN_PARTICIPATION.CAMPAIGN_ID))
                .where(CAMPAIGN_PARTICIPATION.PERSON_ID.eq(person.value()))
                .and(CAMPAIGN_CAMPAIGN.COMPETENCE.eq(competence))
                .and(CAMPAIGN_PARTICIPATION.ASSESSMENT_ID.eq(assessmentId)
                        .or(CAMPAIGN_PARTICIPATION.STATUS.eq(Status.COMPLETED.name())))
                .fetchInto(CAMPAIGN_PARTICIPATION).map(ParticipationRows::participation);
    }

    @Override
    public Optional<Participation> took(PersonId person, UUID assessmentId) {
        return db.selectFrom(CAMPAIGN_PARTICIPATION).where(CAMPAIGN_PARTICIPATION.PERSON_ID.eq(person.value()))
                .and(CAMPAIGN_PARTICIPATION.ASSESSMENT_ID.eq(assessmentId)
                        .or(DSL.exists(db.selectOne().from(CAMPAIGN_PART)
                                .where(CAMPAIGN_PART.PARTICIPATION_ID.eq(CAMPAIGN_PARTICIPATION.ID))
                                .and(CAMPAIGN_PART.ASSESSMENT_ID.eq(assessmentId)))))
                .fetchOptional().map(ParticipationRows::participation);
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
        db.update(CAMPAIGN_PARTICIPATION).set(CAMPAIGN_PARTICIPATION.STATUS, Status.COMPLETED.name())
                .set(CAMPAIGN_PARTICIPATION.PIX, pix).set(CAMPAIGN_PARTICIPATION.LEVEL, level)
                .set(CAMPAIGN_PARTICIPATION.COMPLETED_AT, utc(at))
                .where(CAMPAIGN_PARTICIPATION.ID.eq(participationId)).execute();
    }

    @Override
    public void progressed(UUID participationId, int pix, @Nullable Instant completedAt) {
        var update = db.update(CAMPAIGN_PARTICIPATION).set(CAMPAIGN_PARTICIPATION.PIX, pix);
        var whole = completedAt == null
                ? update
                : update.set(CAMPAIGN_PARTICIPATION.STATUS, Status.COMPLETED.name())
                        .set(CAMPAIGN_PARTICIPATION.COMPLETED_AT, utc(completedAt));
        whole.where(CAMPAIGN_PARTICIPATION.ID.eq(participationId)).execute();
    }

    @Override
    public List<Participation> participations(UUID campaignId) {
        return db.selectFrom(CAMPAIGN_PARTICIPATION).where(CAMPAIGN_PARTICIPATION.CAMPAIGN_ID.eq(campaignId))
                .fetch(ParticipationRows::participation);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record LinkKey(UUID linkId, String competence) {}

    private record NamedKey(UUID linkId, UUID named) {}
}
