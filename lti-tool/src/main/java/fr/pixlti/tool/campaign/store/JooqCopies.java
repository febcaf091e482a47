package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_CAMPAIGN;
import static fr.pixlti.schema.Tables.CAMPAIGN_COPY;

import fr.pixlti.tool.campaign.domain.Copies;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqCopies implements Copies {

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
    public Optional<Copy> find(UUID linkId) {
        return db.selectFrom(CAMPAIGN_COPY).where(CAMPAIGN_COPY.LINK_ID.eq(linkId)).fetchOptional(
                row -> new Copy(row.getLinkId(), row.getOriginLinkId(), Choice.valueOf(row.getChoice())));
    }

    @Override
    public void choose(UUID linkId, Choice choice, PersonId teacher, Instant now) {
        db.update(CAMPAIGN_COPY).set(CAMPAIGN_COPY.CHOICE, choice.name())
                .set(CAMPAIGN_COPY.CHOSEN_BY, teacher.value())
                .set(CAMPAIGN_COPY.CHOSEN_AT, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .where(CAMPAIGN_COPY.LINK_ID.eq(linkId)).execute();
    }

    @Override
    public Optional<UUID> campaignOf(UUID linkId, String competence) {
        return db.select(CAMPAIGN_CAMPAIGN.ID).from(CAMPAIGN_CAMPAIGN)
                .where(CAMPAIGN_CAMPAIGN.RESOURCE_LINK_ID.eq(linkId)).and(CAMPAIGN_CAMPAIGN.COMPETENCE.eq(competence))
                .fetchOptional(CAMPAIGN_CAMPAIGN.ID);
    }
}
