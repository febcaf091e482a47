package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_BADGE_RESULT;
import static fr.pixlti.schema.Tables.CAMPAIGN_COMPETENCE_RESULT;
import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.exports.Exports;
import fr.pixlti.tool.shared.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqExports implements Exports {

    private final DSLContext db;

    JooqExports(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Line> lines(UUID campaignId, @Nullable Line after, int most) {
        var t = CAMPAIGN_PARTICIPATION;
        // The first condition is what the index is read from, the second one what it stands at there.
        Condition beyond = after == null
                ? DSL.noCondition()
                : t.SEARCH_NAME.ge(after.sortName()).and(t.SEARCH_NAME.gt(after.sortName())
                        .or(t.ID.gt(after.participation().id())));
        return db.selectFrom(t).where(t.CAMPAIGN_ID.eq(campaignId)).and(t.TRIAL.isFalse()).and(beyond)
                .orderBy(t.SEARCH_NAME, t.ID).limit(most)
                .fetch(row -> new Line(ParticipationRows.participation(row), row.getSearchName()));
    }

    @Override
    public Map<PersonId, Participation> sent(UUID campaignId, Collection<PersonId> people) {
        var t = CAMPAIGN_PARTICIPATION;
        return db.selectFrom(t).where(t.CAMPAIGN_ID.eq(campaignId))
                .and(t.PERSON_ID.in(people.stream().map(PersonId::value).toList())).and(t.SENT_AT.isNotNull())
                .and(t.TRIAL.isFalse())
                .fetchMap(row -> new PersonId(row.getPersonId()), ParticipationRows::participation);
    }

    @Override
    public Map<UUID, List<Part>> parts(Collection<UUID> participations) {
        var t = CAMPAIGN_COMPETENCE_RESULT;
        Map<UUID, List<Part>> parts = new HashMap<>();
        db.select(t.PARTICIPATION_ID, t.COMPETENCE, t.SKILLS, t.VALIDATED, t.PIX, t.LEVEL).from(t)
                .where(t.PARTICIPATION_ID.in(participations))
                .forEach(row -> parts.computeIfAbsent(row.value1(), id -> new ArrayList<>())
                        .add(new Part(row.value2(), row.value3(), row.value4(), row.value5(), row.value6())));
        return parts;
    }

    @Override
    public Map<UUID, Set<String>> badges(Collection<UUID> participations) {
        var t = CAMPAIGN_BADGE_RESULT;
        Map<UUID, Set<String>> badges = new HashMap<>();
        db.select(t.PARTICIPATION_ID, t.BADGE).from(t).where(t.PARTICIPATION_ID.in(participations)).forEach(
                row -> badges.computeIfAbsent(row.value1(), id -> new HashSet<>()).add(row.value2()));
        return badges;
    }

    @Override
    public Set<String> competences(UUID campaignId) {
        Set<String> codes = new TreeSet<>();
        // From one to the next along the key: a dozen looks instead of a row for each participant and competence.
        String code = next(campaignId, "");
        while (code != null) {
            codes.add(code);
            code = next(campaignId, code);
        }
        return codes;
    }

    private @Nullable String next(UUID campaignId, String after) {
        var t = CAMPAIGN_COMPETENCE_RESULT;
        return db.select(DSL.min(t.COMPETENCE)).from(t).where(t.CAMPAIGN_ID.eq(campaignId))
                .and(t.COMPETENCE.gt(after)).fetchSingle().value1();
    }
}
