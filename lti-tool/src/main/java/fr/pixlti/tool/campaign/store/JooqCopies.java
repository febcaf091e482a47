package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_CAMPAIGN;
import static fr.pixlti.schema.Tables.CAMPAIGN_COPY;
import static fr.pixlti.schema.Tables.CAMPAIGN_LINK;

import fr.pixlti.schema.tables.CampaignCampaign;
import fr.pixlti.schema.tables.CampaignLink;
import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.Copies;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class JooqCopies implements Copies {

    private static final CampaignCampaign ORIGIN = CAMPAIGN_CAMPAIGN.as("origin");
    private static final CampaignLink ORIGIN_LINK = CAMPAIGN_LINK.as("origin_link");

    private final DSLContext db;

    JooqCopies(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(UUID linkId, UUID originLinkId) {
        db.insertInto(CAMPAIGN_COPY, CAMPAIGN_COPY.LINK_ID, CAMPAIGN_COPY.ORIGIN_LINK_ID, CAMPAIGN_COPY.CHOICE)
                .values(linkId, originLinkId, Choice.ASKED.name()).onDuplicateKeyIgnore().execute();
    }

    @Override
    public Optional<Copy> of(Campaign campaign) {
        return named(campaign)
                ? ofLinks(campaign.id()).or(() -> ofName(campaign.id()))
                : ofOwnLink(campaign);
    }

    /** Whether links name it; a test of one competence is its link's own. */
    private static boolean named(Campaign campaign) {
        return campaign.kind() != Campaign.Kind.COMPETENCE;
    }

    private Optional<Copy> ofOwnLink(Campaign campaign) {
        return db.select(CAMPAIGN_COPY.CHOICE, ORIGIN.ID).from(CAMPAIGN_COPY).leftJoin(ORIGIN)
                .on(ORIGIN.RESOURCE_LINK_ID.eq(CAMPAIGN_COPY.ORIGIN_LINK_ID))
                .and(ORIGIN.COMPETENCE.eq(campaign.competence())).where(CAMPAIGN_COPY.LINK_ID.eq(campaign.linkId()))
                .fetchOptional(row -> new Copy(row.value2(), Choice.valueOf(row.value1())));
    }

    /** By what the platform told of its links; one that was doubled inside its own course is no copy of another. */
    private Optional<Copy> ofLinks(UUID campaign) {
        var elsewhere = DSL
                .when(ORIGIN_LINK.CAMPAIGN_ID.isNull().or(ORIGIN_LINK.CAMPAIGN_ID.eq(CAMPAIGN_LINK.CAMPAIGN_ID)),
                        CAMPAIGN_CAMPAIGN.COPIED_FROM)
                .otherwise(ORIGIN_LINK.CAMPAIGN_ID);
        return db.select(CAMPAIGN_COPY.CHOICE, elsewhere).from(CAMPAIGN_LINK).join(CAMPAIGN_COPY)
                .on(CAMPAIGN_COPY.LINK_ID.eq(CAMPAIGN_LINK.RESOURCE_LINK_ID)).join(CAMPAIGN_CAMPAIGN)
                .on(CAMPAIGN_CAMPAIGN.ID.eq(CAMPAIGN_LINK.CAMPAIGN_ID)).leftJoin(ORIGIN_LINK)
                .on(ORIGIN_LINK.RESOURCE_LINK_ID.eq(CAMPAIGN_COPY.ORIGIN_LINK_ID))
                .and(ORIGIN_LINK.TARGET_ID.eq(CAMPAIGN_LINK.TARGET_ID)).where(CAMPAIGN_LINK.CAMPAIGN_ID.eq(campaign))
                .and(elsewhere.isNotNull())
                // A link that came later than the answer is not asked for again.
                .orderBy(CAMPAIGN_COPY.CHOSEN_AT.isNull(), CAMPAIGN_LINK.CREATED_AT, CAMPAIGN_LINK.RESOURCE_LINK_ID)
                .limit(1).fetchOptional(row -> new Copy(row.value2(), Choice.valueOf(row.value1())));
    }

    /** By the campaign that its links name, where the platform told nothing of them. */
    private Optional<Copy> ofName(UUID campaign) {
        return db.select(CAMPAIGN_CAMPAIGN.COPIED_FROM).from(CAMPAIGN_CAMPAIGN)
                .where(CAMPAIGN_CAMPAIGN.ID.eq(campaign))
                .and(DSL.exists(db.selectOne().from(ORIGIN_LINK)
                        .where(ORIGIN_LINK.CAMPAIGN_ID.eq(CAMPAIGN_CAMPAIGN.COPIED_FROM))))
                .fetchOptional(row -> new Copy(row.value1(), Choice.ASKED));
    }

    @Override
    public void choose(Campaign campaign, Choice choice, PersonId teacher, Instant now) {
        Condition own = named(campaign)
                ? CAMPAIGN_COPY.LINK_ID.in(db.select(CAMPAIGN_LINK.RESOURCE_LINK_ID).from(CAMPAIGN_LINK)
                        .where(CAMPAIGN_LINK.CAMPAIGN_ID.eq(campaign.id())))
                : CAMPAIGN_COPY.LINK_ID.eq(campaign.linkId());
        LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        int chosen = db.update(CAMPAIGN_COPY).set(CAMPAIGN_COPY.CHOICE, choice.name())
                .set(CAMPAIGN_COPY.CHOSEN_BY, teacher.value()).set(CAMPAIGN_COPY.CHOSEN_AT, at).where(own).execute();
        if (chosen == 0 && named(campaign)) {
            addChosen(campaign.id(), choice, teacher, at);
        }
    }

    /** Keeps the oldest link of either course as the copy and its origin, with the choice. */
    private void addChosen(UUID campaign, Choice choice, PersonId teacher, LocalDateTime at) {
        db.insertInto(CAMPAIGN_COPY, CAMPAIGN_COPY.LINK_ID, CAMPAIGN_COPY.ORIGIN_LINK_ID, CAMPAIGN_COPY.CHOICE,
                CAMPAIGN_COPY.CHOSEN_BY, CAMPAIGN_COPY.CHOSEN_AT)
                .select(db
                        .select(CAMPAIGN_LINK.RESOURCE_LINK_ID, ORIGIN_LINK.RESOURCE_LINK_ID, DSL.val(choice.name()),
                                DSL.val(teacher.value()), DSL.val(at))
                        .from(CAMPAIGN_CAMPAIGN).join(CAMPAIGN_LINK)
                        .on(CAMPAIGN_LINK.CAMPAIGN_ID.eq(CAMPAIGN_CAMPAIGN.ID)).join(ORIGIN_LINK)
                        .on(ORIGIN_LINK.CAMPAIGN_ID.eq(CAMPAIGN_CAMPAIGN.COPIED_FROM))
                        .where(CAMPAIGN_CAMPAIGN.ID.eq(campaign))
                        .orderBy(CAMPAIGN_LINK.CREATED_AT, CAMPAIGN_LINK.RESOURCE_LINK_ID, ORIGIN_LINK.CREATED_AT,
                                ORIGIN_LINK.RESOURCE_LINK_ID)
                        .limit(1))
                // Another teacher answered at the same moment: there is one answer, the last.
                .onDuplicateKeyUpdate().set(CAMPAIGN_COPY.CHOICE, choice.name())
                .set(CAMPAIGN_COPY.CHOSEN_BY, teacher.value()).set(CAMPAIGN_COPY.CHOSEN_AT, at).execute();
    }
}
