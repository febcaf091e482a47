package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_CAMPAIGN;
import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.Histories;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.shared.PersonId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class JooqHistories implements Histories {

    private final DSLContext db;

    JooqHistories(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Participation> of(PersonId person, int most) {
        return db.select(CAMPAIGN_PARTICIPATION.fields()).from(CAMPAIGN_PARTICIPATION).join(CAMPAIGN_CAMPAIGN)
                .on(CAMPAIGN_CAMPAIGN.ID.eq(CAMPAIGN_PARTICIPATION.CAMPAIGN_ID))
                .where(CAMPAIGN_PARTICIPATION.PERSON_ID.eq(person.value()))
                .and(CAMPAIGN_PARTICIPATION.SENT_AT.isNotNull()
                        .or(CAMPAIGN_PARTICIPATION.COMPLETED_AT.isNotNull()
                                .and(CAMPAIGN_CAMPAIGN.KIND.in(Kind.COMPETENCE.name(), Kind.SEVERAL.name()))))
                .orderBy(DSL.coalesce(CAMPAIGN_PARTICIPATION.SENT_AT, CAMPAIGN_PARTICIPATION.COMPLETED_AT).desc(),
                        CAMPAIGN_PARTICIPATION.ID.desc())
                .limit(most).fetchInto(CAMPAIGN_PARTICIPATION).map(ParticipationRows::participation);
    }
}
