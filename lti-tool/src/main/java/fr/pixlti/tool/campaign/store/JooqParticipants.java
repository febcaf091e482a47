package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_BADGE_RESULT;
import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.campaign.domain.follow.ParticipantFilter;
import fr.pixlti.tool.campaign.domain.follow.Participants;
import fr.pixlti.tool.campaign.domain.follow.Received;
import fr.pixlti.tool.campaign.domain.follow.Scope;
import fr.pixlti.tool.shared.PersonId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class JooqParticipants implements Participants {

    private static final fr.pixlti.schema.tables.CampaignParticipation T = CAMPAIGN_PARTICIPATION;

    /** Changes with any sending, be it by a node whose clock is behind: the greatest time alone would not. */
    private static final Field<BigDecimal> TIMES = DSL.field(
            "sum(timestampdiff(microsecond, '2020-01-01', {0}))", BigDecimal.class, T.SENT_AT);

    private final DSLContext db;

    JooqParticipants(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<UUID> trials(UUID campaign) {
        return db.select(T.ID).from(T).where(T.CAMPAIGN_ID.eq(campaign)).and(T.TRIAL).orderBy(T.ID).fetch(T.ID);
    }

    @Override
    public Received received(Scope scope) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        StringBuilder mark = new StringBuilder();
        // For a whole campaign this reads one index, no rows.
        db.select(T.STATUS, DSL.count(), TIMES).from(T).where(Scopes.participations(scope)).groupBy(T.STATUS)
                .forEach(row -> {
                    Status status = Status.valueOf(row.value1());
                    counts.put(status, row.value2());
                    if (status == Status.SENT) {
                        mark.append(row.value2()).append('/').append(row.value3());
                    }
                });
        return new Received(counts.getOrDefault(Status.STARTED, 0), counts.getOrDefault(Status.COMPLETED, 0),
                counts.getOrDefault(Status.SENT, 0), mark.toString());
    }

    @Override
    public int count(Scope scope, ParticipantFilter filter) {
        return db.selectCount().from(T).where(left(scope, filter)).fetchSingle().value1();
    }

    @Override
    public List<Participation> page(Scope scope, ParticipantFilter filter, int offset, int limit) {
        // The rows skipped are found in the index alone where it is by name.
        var page = DSL.select(T.ID).from(T).where(left(scope, filter)).orderBy(order(filter)).limit(limit)
                .offset(offset).asTable("page");
        return db.select(T.fields()).from(page).join(T).on(T.ID.eq(page.field(T.ID))).orderBy(order(filter))
                .fetchInto(T).map(ParticipationRows::participation);
    }

    private static List<SortField<?>> order(ParticipantFilter filter) {
        Field<Integer> worth = DSL.coalesce(T.MASTERY, T.PIX);
        // Who has not sent has no result: they come after those who have.
        return switch (filter.order()) {
            case NAME -> List.of(T.SEARCH_NAME.asc(), T.ID.asc());
            case DATE -> List.of(T.SENT_AT.desc(), T.SEARCH_NAME.asc(), T.ID.asc());
            case RESULT -> List.of(T.SENT_AT.isNull().asc(), worth.asc(), T.SEARCH_NAME.asc(), T.ID.asc());
            case BEST -> List.of(T.SENT_AT.isNull().asc(), worth.desc(), T.SEARCH_NAME.asc(), T.ID.asc());
        };
    }

    private static Condition left(Scope scope, ParticipantFilter filter) {
        Condition left = Scopes.participations(scope);
        Status status = filter.status();
        if (status != null) {
            left = left.and(T.STATUS.eq(status.name()));
        }
        Integer stage = filter.stage();
        if (stage != null) {
            left = left.and(T.STAGE.eq(stage));
        }
        String badge = filter.badge();
        if (badge != null) {
            left = left.and(T.ID.in(DSL.select(CAMPAIGN_BADGE_RESULT.PARTICIPATION_ID).from(CAMPAIGN_BADGE_RESULT)
                    .where(CAMPAIGN_BADGE_RESULT.CAMPAIGN_ID.eq(scope.campaign()))
                    .and(CAMPAIGN_BADGE_RESULT.BADGE.eq(badge))));
        }
        for (String part : filter.nameParts()) {
            left = left.and(T.SEARCH_NAME.contains(part));
        }
        return left;
    }

    @Override
    public Set<PersonId> people(UUID campaign) {
        Set<PersonId> people = new HashSet<>();
        db.select(T.PERSON_ID).from(T).where(T.CAMPAIGN_ID.eq(campaign))
                .forEach(row -> people.add(new PersonId(row.value1())));
        return people;
    }

    @Override
    public Map<UUID, List<String>> badges(Collection<UUID> participations) {
        return participations.isEmpty()
                ? Map.of()
                : db.select(CAMPAIGN_BADGE_RESULT.PARTICIPATION_ID, CAMPAIGN_BADGE_RESULT.BADGE)
                        .from(CAMPAIGN_BADGE_RESULT).where(CAMPAIGN_BADGE_RESULT.PARTICIPATION_ID.in(participations))
                        .fetchGroups(CAMPAIGN_BADGE_RESULT.PARTICIPATION_ID, CAMPAIGN_BADGE_RESULT.BADGE);
    }
}
