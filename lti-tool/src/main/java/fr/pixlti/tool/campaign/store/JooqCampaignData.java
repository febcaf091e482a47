package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_COPY;
import static fr.pixlti.schema.Tables.CAMPAIGN_PART;
import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;
import static fr.pixlti.schema.Tables.CAMPAIGN_REMINDER;
import static fr.pixlti.schema.Tables.CAMPAIGN_SENDING;
import static fr.pixlti.schema.Tables.CAMPAIGN_SETTINGS;

import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Repository;

/**
 * What the campaign room holds of a person. Erased, results stay with nobody's name on them, so that the figures of a
 * class do not change; so do campaigns that the person made for others.
 */
@Repository
class JooqCampaignData implements PersonalData {

    private final DSLContext db;

    JooqCampaignData(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Part> export(PersonId person) {
        UUID id = person.value();
        var participation = CAMPAIGN_PARTICIPATION;
        return List.of(
                new Part("campaign.personal.participations",
                        db.selectFrom(participation).where(participation.PERSON_ID.eq(id)).orderBy(participation.ID)
                                .fetchMaps()),
                new Part("campaign.personal.parts", of(CAMPAIGN_PART.PARTICIPATION_ID, id)),
                new Part("campaign.personal.sendings", of(CAMPAIGN_SENDING.PARTICIPATION_ID, id)),
                new Part("campaign.personal.made", db
                        .select(CAMPAIGN_SETTINGS.CAMPAIGN_ID, CAMPAIGN_SETTINGS.NAME, CAMPAIGN_SETTINGS.CODE,
                                CAMPAIGN_SETTINGS.ARCHIVED_AT)
                        .from(CAMPAIGN_SETTINGS)
                        .where(CAMPAIGN_SETTINGS.CREATED_BY.eq(id).or(CAMPAIGN_SETTINGS.ARCHIVED_BY.eq(id)))
                        .orderBy(CAMPAIGN_SETTINGS.CAMPAIGN_ID).fetchMaps()),
                new Part("campaign.personal.copies",
                        db.selectFrom(CAMPAIGN_COPY).where(CAMPAIGN_COPY.CHOSEN_BY.eq(id)).fetchMaps()),
                new Part("campaign.personal.reminders", of(CAMPAIGN_REMINDER.PARTICIPATION_ID, id)),
                new Part("campaign.personal.reminded",
                        db.selectFrom(CAMPAIGN_REMINDER).where(CAMPAIGN_REMINDER.ASKED_BY.eq(id)).fetchMaps()));
    }

    private List<Map<String, Object>> of(TableField<?, UUID> key, UUID person) {
        return db.selectFrom(key.getTable())
                .where(key.in(db.select(CAMPAIGN_PARTICIPATION.ID).from(CAMPAIGN_PARTICIPATION)
                        .where(CAMPAIGN_PARTICIPATION.PERSON_ID.eq(person))))
                .orderBy(key).fetchMaps();
    }

    @Override
    public void erase(PersonId person, PersonId nobody) {
        db.update(CAMPAIGN_PARTICIPATION).set(CAMPAIGN_PARTICIPATION.PERSON_ID, nobody.value())
                .set(CAMPAIGN_PARTICIPATION.SEARCH_NAME, "").setNull(CAMPAIGN_PARTICIPATION.EXTERNAL_ID)
                .where(CAMPAIGN_PARTICIPATION.PERSON_ID.eq(person.value())).execute();
        for (TableField<?, UUID> by : List.of(CAMPAIGN_SETTINGS.CREATED_BY, CAMPAIGN_SETTINGS.ARCHIVED_BY,
                CAMPAIGN_COPY.CHOSEN_BY, CAMPAIGN_REMINDER.ASKED_BY)) {
            db.update(by.getTable()).set(by, nobody.value()).where(by.eq(person.value())).execute();
        }
    }
}
