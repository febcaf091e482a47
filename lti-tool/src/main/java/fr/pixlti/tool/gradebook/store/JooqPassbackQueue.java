package fr.pixlti.tool.gradebook.store;

import static fr.pixlti.schema.Tables.GRADEBOOK_SCORE;
import static fr.pixlti.schema.Tables.LTI_PLATFORM;
import static fr.pixlti.schema.Tables.LTI_RESOURCE_LINK;
import static fr.pixlti.schema.Tables.PEOPLE_COURSE;
import static fr.pixlti.schema.Tables.PEOPLE_ORGANISATION;
import static fr.pixlti.schema.Tables.PEOPLE_PERSON;
import static org.jooq.impl.DSL.count;

import fr.pixlti.schema.tables.records.GradebookScoreRecord;
import fr.pixlti.tool.gradebook.domain.PassbackQueue;
import fr.pixlti.tool.gradebook.domain.Reasons;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Reads, and only reads, tables of the rooms below beside its own: pages in the order of the scores that are searched by
 * words of those rooms cannot be put together from their doors.
 */
@Repository
class JooqPassbackQueue implements PassbackQueue {

    private static final List<String> ENDED = List.of(State.REFUSED.name(), State.SUPERSEDED.name());
    private static final String NOBODY = "";

    private final DSLContext sql;
    private final QueueFilter filters;

    JooqPassbackQueue(DSLContext sql) {
        this.sql = sql;
        this.filters = new QueueFilter(sql);
    }

    @Override
    public List<Queued> page(Filter filter, @Nullable UUID before, int limit) {
        return joined(GRADEBOOK_SCORE.ID, GRADEBOOK_SCORE.REVISION, GRADEBOOK_SCORE.PLATFORM_ID,
                GRADEBOOK_SCORE.PERSON_ID, GRADEBOOK_SCORE.LINE_ITEM_TAG, GRADEBOOK_SCORE.SUBJECT,
                GRADEBOOK_SCORE.SCORE_GIVEN, GRADEBOOK_SCORE.SCORE_MAXIMUM, GRADEBOOK_SCORE.STATE,
                GRADEBOOK_SCORE.ATTEMPTS, GRADEBOOK_SCORE.LAST_ERROR, GRADEBOOK_SCORE.UPDATED_AT,
                GRADEBOOK_SCORE.NEXT_ATTEMPT_AT, LTI_PLATFORM.NAME, LTI_RESOURCE_LINK.TITLE, PEOPLE_COURSE.TITLE,
                PEOPLE_PERSON.GIVEN_NAME, PEOPLE_PERSON.FAMILY_NAME, PEOPLE_PERSON.FULL_NAME)
                .where(filters.condition(filter)).and(older(before)).orderBy(GRADEBOOK_SCORE.ID.desc()).limit(limit)
                .fetch(JooqPassbackQueue::queued);
    }

    @Override
    public Optional<Queued> find(UUID id) {
        return joined(DSL.asterisk()).where(GRADEBOOK_SCORE.ID.eq(id)).fetchOptional(JooqPassbackQueue::queued);
    }

    private SelectJoinStep<Record> joined(org.jooq.SelectFieldOrAsterisk... fields) {
        return sql.select(fields).from(GRADEBOOK_SCORE).leftJoin(LTI_PLATFORM)
                .on(LTI_PLATFORM.ID.eq(GRADEBOOK_SCORE.PLATFORM_ID)).leftJoin(LTI_RESOURCE_LINK)
                .on(LTI_RESOURCE_LINK.ID.eq(GRADEBOOK_SCORE.RESOURCE_LINK_ID)).leftJoin(PEOPLE_ORGANISATION)
                .on(PEOPLE_ORGANISATION.LTI_DEPLOYMENT_ID.eq(LTI_RESOURCE_LINK.DEPLOYMENT_ID)).leftJoin(PEOPLE_COURSE)
                .on(PEOPLE_COURSE.ORGANISATION_ID.eq(PEOPLE_ORGANISATION.ID)
                        .and(PEOPLE_COURSE.CONTEXT_ID.eq(LTI_RESOURCE_LINK.CONTEXT_ID)))
                .leftJoin(PEOPLE_PERSON).on(PEOPLE_PERSON.ID.eq(GRADEBOOK_SCORE.PERSON_ID));
    }

    private static Condition older(@Nullable UUID before) {
        return before == null ? DSL.noCondition() : GRADEBOOK_SCORE.ID.lt(before);
    }

    @Override
    public Map<State, Integer> counts() {
        return sql.select(GRADEBOOK_SCORE.STATE, count()).from(GRADEBOOK_SCORE)
                .where(GRADEBOOK_SCORE.STATE.in(State.WAITING.name(), State.REFUSED.name(), State.SUPERSEDED.name()))
                .groupBy(GRADEBOOK_SCORE.STATE)
                .fetchMap(row -> State.valueOf(row.value1()), row -> row.value2());
    }

    @Override
    public Map<UUID, String> platforms() {
        return sql.select(LTI_PLATFORM.ID, LTI_PLATFORM.NAME).from(LTI_PLATFORM).orderBy(LTI_PLATFORM.NAME)
                .fetchMap(LTI_PLATFORM.ID, LTI_PLATFORM.NAME);
    }

    @Override
    public boolean oweAgain(UUID id, int revision, String subject, Instant now) {
        return again(now).set(GRADEBOOK_SCORE.SUBJECT, subject).where(GRADEBOOK_SCORE.ID.eq(id))
                .and(GRADEBOOK_SCORE.REVISION.eq(revision)).and(GRADEBOOK_SCORE.STATE.in(ENDED)).execute() == 1;
    }

    @Override
    public Batch oweAgain(Filter filter, @Nullable UUID before, int limit, Instant now) {
        var found = joined(GRADEBOOK_SCORE.ID, GRADEBOOK_SCORE.PLATFORM_ID).where(filters.condition(filter))
                .and(GRADEBOOK_SCORE.STATE.in(ENDED)).and(GRADEBOOK_SCORE.SUBJECT.ne(NOBODY)).and(older(before))
                .orderBy(GRADEBOOK_SCORE.ID.desc()).limit(limit).fetch();
        List<UUID> ids = found.getValues(GRADEBOOK_SCORE.ID);
        int owed = ids.isEmpty()
                ? 0
                : again(now).where(GRADEBOOK_SCORE.ID.in(ids)).and(GRADEBOOK_SCORE.STATE.in(ENDED)).execute();
        return new Batch(owed, found.getValues(GRADEBOOK_SCORE.PLATFORM_ID).stream().distinct().toList(),
                ids.size() < limit ? null : ids.getLast());
    }

    private UpdateSetMoreStep<GradebookScoreRecord> again(Instant now) {
        LocalDateTime at = Utc.of(now);
        return sql.update(GRADEBOOK_SCORE).set(GRADEBOOK_SCORE.STATE, State.WAITING.name())
                .set(GRADEBOOK_SCORE.REVISION, GRADEBOOK_SCORE.REVISION.plus(1)).set(GRADEBOOK_SCORE.ATTEMPTS, 0)
                .set(GRADEBOOK_SCORE.QUEUED_AT, at).set(GRADEBOOK_SCORE.NEXT_ATTEMPT_AT, at)
                .setNull(GRADEBOOK_SCORE.LAST_ERROR).setNull(GRADEBOOK_SCORE.LAST_ERROR_DETAIL)
                // What a teacher put there instead is overwritten, because the operator said so.
                .setNull(GRADEBOOK_SCORE.HELD_SCORE).setNull(GRADEBOOK_SCORE.HELD_MAXIMUM)
                .set(GRADEBOOK_SCORE.UPDATED_AT, at);
    }

    private static Queued queued(Record row) {
        State state = State.valueOf(row.get(GRADEBOOK_SCORE.STATE));
        String error = row.get(GRADEBOOK_SCORE.LAST_ERROR);
        boolean tried = row.get(GRADEBOOK_SCORE.ATTEMPTS) > 0 || error != null || state == State.SENT;
        return new Queued(row.get(GRADEBOOK_SCORE.ID), row.get(GRADEBOOK_SCORE.REVISION),
                row.get(GRADEBOOK_SCORE.PLATFORM_ID), text(row.get(LTI_PLATFORM.NAME)),
                new PersonId(row.get(GRADEBOOK_SCORE.PERSON_ID)), name(row), text(row.get(LTI_RESOURCE_LINK.TITLE)),
                text(row.get(PEOPLE_COURSE.TITLE)), row.get(GRADEBOOK_SCORE.LINE_ITEM_TAG),
                row.get(GRADEBOOK_SCORE.SCORE_GIVEN), row.get(GRADEBOOK_SCORE.SCORE_MAXIMUM), state,
                !NOBODY.equals(row.get(GRADEBOOK_SCORE.SUBJECT)), error == null ? null : Reasons.withWords(error),
                tried ? Utc.instant(row.get(GRADEBOOK_SCORE.UPDATED_AT)) : null,
                state == State.WAITING ? Utc.instant(row.get(GRADEBOOK_SCORE.NEXT_ATTEMPT_AT)) : null);
    }

    private static String name(Record row) {
        String full = row.get(PEOPLE_PERSON.FULL_NAME);
        return full != null && !full.isBlank()
                ? full
                : Stream.of(row.get(PEOPLE_PERSON.GIVEN_NAME), row.get(PEOPLE_PERSON.FAMILY_NAME))
                        .filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
