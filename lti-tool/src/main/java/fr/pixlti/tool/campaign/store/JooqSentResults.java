package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_BADGE_RESULT;
import static fr.pixlti.schema.Tables.CAMPAIGN_COMPETENCE_RESULT;
import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;
import static fr.pixlti.schema.Tables.CAMPAIGN_TOPIC_RESULT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.campaign.domain.follow.CompetenceSum;
import fr.pixlti.tool.campaign.domain.follow.DayCount;
import fr.pixlti.tool.campaign.domain.follow.Scope;
import fr.pixlti.tool.campaign.domain.follow.SentResults;
import fr.pixlti.tool.campaign.domain.follow.TopicSum;
import fr.pixlti.tool.campaign.domain.follow.Worth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class JooqSentResults implements SentResults {

    private static final fr.pixlti.schema.tables.CampaignTopicResult TOPIC = CAMPAIGN_TOPIC_RESULT;
    private static final fr.pixlti.schema.tables.CampaignCompetenceResult COMPETENCE = CAMPAIGN_COMPETENCE_RESULT;
    private static final fr.pixlti.schema.tables.CampaignParticipation PART = CAMPAIGN_PARTICIPATION;

    private final DSLContext db;

    JooqSentResults(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<TopicSum> topics(Scope scope) {
        return topics(Scopes.results(scope, TOPIC.CAMPAIGN_ID, TOPIC.PARTICIPATION_ID));
    }

    @Override
    public List<TopicSum> topicsOf(UUID participation) {
        return topics(TOPIC.PARTICIPATION_ID.eq(participation));
    }

    private List<TopicSum> topics(Condition meant) {
        return db
                .select(TOPIC.TOPIC, count(), sum(TOPIC.VALIDATED), sum(TOPIC.REACHED), sum(TOPIC.RECOMMENDATION))
                .from(TOPIC).where(meant).groupBy(TOPIC.TOPIC)
                .fetch(row -> new TopicSum(row.value1(), row.value2(), row.value3().longValue(),
                        row.value4().longValue(), row.value5().longValue()));
    }

    @Override
    public List<CompetenceSum> competences(Scope scope) {
        return competences(Scopes.results(scope, COMPETENCE.CAMPAIGN_ID, COMPETENCE.PARTICIPATION_ID));
    }

    @Override
    public List<CompetenceSum> competencesOf(UUID participation) {
        return competences(COMPETENCE.PARTICIPATION_ID.eq(participation));
    }

    private List<CompetenceSum> competences(Condition meant) {
        return db
                .select(COMPETENCE.COMPETENCE, count(), sum(COMPETENCE.SKILLS), sum(COMPETENCE.VALIDATED),
                        sum(COMPETENCE.ASSESSED), orZero(sum(COMPETENCE.PIX)), orZero(sum(COMPETENCE.LEVEL)))
                .from(COMPETENCE).where(meant).groupBy(COMPETENCE.COMPETENCE)
                .fetch(row -> new CompetenceSum(row.value1(), row.value2(), row.value3().longValue(),
                        row.value4().longValue(), row.value5().longValue(), row.value6().longValue(),
                        row.value7().longValue()));
    }

    private static Field<BigDecimal> orZero(Field<BigDecimal> sum) {
        return coalesce(sum, BigDecimal.ZERO);
    }

    @Override
    public List<Worth> worths(Scope scope) {
        return db.select(PART.MASTERY, PART.STAGE, PART.PIX, PART.CERTIFIABLE_COMPETENCES, count()).from(PART)
                .where(sent(scope)).groupBy(PART.MASTERY, PART.STAGE, PART.PIX, PART.CERTIFIABLE_COMPETENCES)
                .fetch(row -> new Worth(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    @Override
    public List<DayCount> days(Scope scope) {
        Field<LocalDate> day = DSL.field("date({0})", LocalDate.class, PART.SENT_AT);
        return db.select(day, count()).from(PART).where(sent(scope)).groupBy(day).orderBy(day)
                .fetch(row -> new DayCount(row.value1(), row.value2()));
    }

    private static Condition sent(Scope scope) {
        return Scopes.participations(scope).and(PART.STATUS.eq(Status.SENT.name()));
    }

    @Override
    public Map<String, Integer> badges(Scope scope) {
        return db.select(CAMPAIGN_BADGE_RESULT.BADGE, count()).from(CAMPAIGN_BADGE_RESULT)
                .where(Scopes.results(scope, CAMPAIGN_BADGE_RESULT.CAMPAIGN_ID,
                        CAMPAIGN_BADGE_RESULT.PARTICIPATION_ID))
                .groupBy(CAMPAIGN_BADGE_RESULT.BADGE).fetchMap(CAMPAIGN_BADGE_RESULT.BADGE, count());
    }
}
