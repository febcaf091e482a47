package fr.pixlti.tool.gradebook.store;

import static fr.pixlti.schema.Tables.GRADEBOOK_SCORE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.when;

import fr.pixlti.schema.tables.records.GradebookScoreRecord;
import fr.pixlti.tool.gradebook.domain.NewScore;
import fr.pixlti.tool.gradebook.domain.OwedScore;
import fr.pixlti.tool.gradebook.domain.Reasons;
import fr.pixlti.tool.gradebook.domain.Scores;
import fr.pixlti.tool.gradebook.domain.SentScore;
import fr.pixlti.tool.lti.LtiApi.HeldResult;
import fr.pixlti.tool.lti.spi.ScoreReturns.Held;
import fr.pixlti.tool.lti.spi.ScoreReturns.ScoreReturn;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.UpdateConditionStep;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqScores implements Scores {

    private static final String WAITING = State.WAITING.name();

    private final DSLContext sql;
    private final Ids ids;

    JooqScores(DSLContext sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    @Override
    public void owe(NewScore score) {
        LocalDateTime at = Utc.of(score.at());
        boolean known = score.subject() != null;
        var t = GRADEBOOK_SCORE;
        // MariaDB carries the assignments out from left to right: what "same" compares comes last.
        Condition equal = excluded(t.STATE).eq(WAITING).and(t.SCORE_GIVEN.eq(excluded(t.SCORE_GIVEN)))
                .and(t.SCORE_MAXIMUM.eq(excluded(t.SCORE_MAXIMUM)));
        // Where the platform holds a teacher's grade, only another value goes over it, never another comment.
        Condition teachers = t.STATE.eq(State.SUPERSEDED.name()).or(t.HELD_SCORE.isNotNull());
        Condition same = equal.and(teachers.or(t.STATE.in(WAITING, State.SENT.name())
                .and(t.COMMENT.isNotDistinctFrom(excluded(t.COMMENT)))));
        sql.insertInto(t).set(t.ID, ids.next()).set(t.RESOURCE_LINK_ID, score.linkId())
                .set(t.LINE_ITEM_TAG, score.tag()).set(t.PERSON_ID, score.person().value())
                .set(t.PLATFORM_ID, score.platformId()).set(t.SUBJECT, known ? score.subject() : "")
                .set(t.SCORE_GIVEN, score.given()).set(t.SCORE_MAXIMUM, score.maximum())
                .set(t.COMMENT, score.comment()).set(t.STATE, known ? WAITING : State.REFUSED.name())
                .set(t.REVISION, 1).set(t.ATTEMPTS, 0).set(t.QUEUED_AT, at).set(t.NEXT_ATTEMPT_AT, at)
                .set(t.LAST_ERROR, known ? null : Reasons.UNKNOWN_PERSON).set(t.CREATED_AT, at).set(t.UPDATED_AT, at)
                .onDuplicateKeyUpdate().set(t.REVISION, kept(same, t.REVISION, t.REVISION.plus(1)))
                .set(t.ATTEMPTS, kept(same, t.ATTEMPTS)).set(t.QUEUED_AT, kept(same, t.QUEUED_AT))
                .set(t.NEXT_ATTEMPT_AT, kept(same, t.NEXT_ATTEMPT_AT)).set(t.LAST_ERROR, kept(same, t.LAST_ERROR))
                .set(t.LAST_ERROR_DETAIL, kept(same, t.LAST_ERROR_DETAIL, DSL.val((String) null)))
                .set(t.SENT_AT, kept(same, t.SENT_AT, DSL.val((LocalDateTime) null)))
                .set(t.UPDATED_AT, kept(same, t.UPDATED_AT)).set(t.SUBJECT, excluded(t.SUBJECT))
                .set(t.HELD_MAXIMUM, kept(same, t.HELD_MAXIMUM, DSL.val((BigDecimal) null)))
                .set(t.HELD_SCORE, kept(same, t.HELD_SCORE, DSL.val((BigDecimal) null)))
                .set(t.STATE, kept(same, t.STATE)).set(t.SCORE_GIVEN, excluded(t.SCORE_GIVEN))
                .set(t.SCORE_MAXIMUM, excluded(t.SCORE_MAXIMUM)).set(t.COMMENT, excluded(t.COMMENT)).execute();
    }

    private static <T> Field<T> kept(Condition same, Field<T> column) {
        return kept(same, column, excluded(column));
    }

    private static <T> Field<T> kept(Condition same, Field<T> column, Field<T> otherwise) {
        return when(same, column).otherwise(otherwise);
    }

    @Override
    public Optional<OwedScore> nextDue(UUID platformId, Instant now, boolean freshestFirst) {
        List<OrderField<?>> order = freshestFirst
                ? List.of(GRADEBOOK_SCORE.ATTEMPTS, GRADEBOOK_SCORE.QUEUED_AT.desc())
                : List.of(GRADEBOOK_SCORE.NEXT_ATTEMPT_AT);
        return sql.selectFrom(GRADEBOOK_SCORE).where(GRADEBOOK_SCORE.STATE.eq(WAITING))
                .and(GRADEBOOK_SCORE.PLATFORM_ID.eq(platformId))
                .and(GRADEBOOK_SCORE.NEXT_ATTEMPT_AT.le(Utc.of(now))).orderBy(order).limit(1)
                .fetchOptional(JooqScores::owed);
    }

    private static OwedScore owed(GradebookScoreRecord row) {
        return new OwedScore(row.getId(), row.getResourceLinkId(), row.getLineItemTag(), row.getPlatformId(),
                row.getSubject(),
                row.getScoreGiven(), row.getScoreMaximum(), row.getComment(), row.getRevision(), row.getAttempts(),
                Utc.orNull(row.getScoreTimestamp()), row.getLastError(), Utc.instant(row.getQueuedAt()));
    }

    @Override
    public boolean begin(OwedScore score, Instant timestamp, String lineItemUrl, Instant now) {
        return sql.update(GRADEBOOK_SCORE).set(GRADEBOOK_SCORE.ATTEMPTS, GRADEBOOK_SCORE.ATTEMPTS.plus(1))
                .set(GRADEBOOK_SCORE.SCORE_TIMESTAMP, Utc.of(timestamp))
                .set(GRADEBOOK_SCORE.LINE_ITEM_URL, lineItemUrl).set(GRADEBOOK_SCORE.UPDATED_AT, Utc.of(now))
                .where(stillThisValue(score)).execute() == 1;
    }

    @Override
    public void settle(OwedScore score, State state, @Nullable String reason, @Nullable String detail, Instant now) {
        outcome(reason, detail, now).set(GRADEBOOK_SCORE.STATE, state.name())
                .set(GRADEBOOK_SCORE.SENT_AT, state == State.SENT ? Utc.of(now) : null).where(stillThisValue(score))
                .execute();
    }

    @Override
    public void retry(OwedScore score, String reason, @Nullable String detail, Instant next, Instant now) {
        outcome(reason, detail, now).set(GRADEBOOK_SCORE.NEXT_ATTEMPT_AT, Utc.of(next)).where(stillThisValue(score))
                .execute();
    }

    @Override
    public void retryWithNewTimestamp(OwedScore score, String reason, Instant next, Instant now) {
        outcome(reason, null, now).set(GRADEBOOK_SCORE.NEXT_ATTEMPT_AT, Utc.of(next)).set(GRADEBOOK_SCORE.ATTEMPTS, 0)
                .where(stillThisValue(score)).execute();
    }

    private UpdateSetMoreStep<GradebookScoreRecord> outcome(@Nullable String reason, @Nullable String detail,
            Instant now) {
        return sql.update(GRADEBOOK_SCORE).set(GRADEBOOK_SCORE.UPDATED_AT, Utc.of(now))
                .set(GRADEBOOK_SCORE.LAST_ERROR, reason)
                .set(GRADEBOOK_SCORE.LAST_ERROR_DETAIL, Detail.cut(detail));
    }

    private static Condition stillThisValue(OwedScore score) {
        return GRADEBOOK_SCORE.ID.eq(score.id()).and(GRADEBOOK_SCORE.REVISION.eq(score.revision()))
                .and(GRADEBOOK_SCORE.STATE.eq(WAITING));
    }

    @Override
    public void putOff(UUID linkId, String tag, String reason, Instant next, Instant giveUpBefore, Instant now) {
        sql.update(GRADEBOOK_SCORE)
                .set(GRADEBOOK_SCORE.STATE,
                        when(GRADEBOOK_SCORE.QUEUED_AT.lt(Utc.of(giveUpBefore)), State.REFUSED.name())
                                .otherwise(WAITING))
                .set(GRADEBOOK_SCORE.LAST_ERROR, reason).set(GRADEBOOK_SCORE.NEXT_ATTEMPT_AT, Utc.of(next))
                .set(GRADEBOOK_SCORE.UPDATED_AT, Utc.of(now)).where(GRADEBOOK_SCORE.RESOURCE_LINK_ID.eq(linkId))
                .and(GRADEBOOK_SCORE.LINE_ITEM_TAG.eq(tag)).and(GRADEBOOK_SCORE.STATE.eq(WAITING))
                .and(GRADEBOOK_SCORE.NEXT_ATTEMPT_AT.le(Utc.of(now))).execute();
    }

    @Override
    public void resume(UUID linkId, String tag, String reason, Instant now) {
        sql.update(GRADEBOOK_SCORE).setNull(GRADEBOOK_SCORE.LAST_ERROR)
                .set(GRADEBOOK_SCORE.NEXT_ATTEMPT_AT, Utc.of(now)).where(GRADEBOOK_SCORE.RESOURCE_LINK_ID.eq(linkId))
                .and(GRADEBOOK_SCORE.LINE_ITEM_TAG.eq(tag)).and(GRADEBOOK_SCORE.STATE.eq(WAITING))
                .and(GRADEBOOK_SCORE.LAST_ERROR.eq(reason)).execute();
    }

    @Override
    public List<SentScore> sent(UUID linkId, String tag, Instant before) {
        return sql.selectFrom(GRADEBOOK_SCORE).where(GRADEBOOK_SCORE.RESOURCE_LINK_ID.eq(linkId))
                .and(GRADEBOOK_SCORE.LINE_ITEM_TAG.eq(tag))
                .and(GRADEBOOK_SCORE.STATE.in(State.SENT.name(), State.SUPERSEDED.name()))
                .and(GRADEBOOK_SCORE.UPDATED_AT.lt(Utc.of(before))).fetch(row -> new SentScore(row.getId(),
                        row.getRevision(), row.getSubject(), row.getScoreGiven(), row.getScoreMaximum(),
                        row.getHeldScore() == null
                                ? null
                                : new HeldResult(row.getHeldScore(), row.getHeldMaximum())));
    }

    @Override
    public void hold(Map<SentScore, Optional<HeldResult>> changes) {
        List<UpdateConditionStep<GradebookScoreRecord>> updates = new ArrayList<>();
        changes.forEach((score, held) -> updates.add(sql.update(GRADEBOOK_SCORE)
                .set(GRADEBOOK_SCORE.HELD_SCORE, held.map(HeldResult::score).orElse(null))
                .set(GRADEBOOK_SCORE.HELD_MAXIMUM, held.map(HeldResult::maximum).orElse(null))
                .where(GRADEBOOK_SCORE.ID.eq(score.id())).and(GRADEBOOK_SCORE.REVISION.eq(score.revision()))
                .and(GRADEBOOK_SCORE.STATE.ne(WAITING))));
        sql.batch(updates).execute();
    }

    @Override
    public Map<String, Map<PersonId, ScoreReturn>> returns(UUID linkId) {
        Map<String, Map<PersonId, ScoreReturn>> byTag = new HashMap<>();
        sql.selectFrom(GRADEBOOK_SCORE).where(GRADEBOOK_SCORE.RESOURCE_LINK_ID.eq(linkId))
                .forEach(row -> byTag.computeIfAbsent(row.getLineItemTag(), tag -> new HashMap<>())
                        .put(new PersonId(row.getPersonId()), scoreReturn(row)));
        return byTag;
    }

    private static ScoreReturn scoreReturn(GradebookScoreRecord row) {
        String error = row.getLastError();
        // The row changes last when a value comes, and then has neither attempts nor an error, or when it is tried.
        boolean tried = row.getAttempts() > 0 || error != null;
        return new ScoreReturn(State.valueOf(row.getState()), row.getScoreGiven(), row.getScoreMaximum(),
                error == null ? null : Reasons.withWords(error), tried ? Utc.instant(row.getUpdatedAt()) : null,
                row.getHeldScore() == null ? null : new Held(row.getHeldScore(), row.getHeldMaximum()));
    }

    @Override
    public Optional<Instant> nextAttempt(UUID platformId) {
        return sql.select(min(GRADEBOOK_SCORE.NEXT_ATTEMPT_AT)).from(GRADEBOOK_SCORE)
                .where(GRADEBOOK_SCORE.STATE.eq(WAITING)).and(GRADEBOOK_SCORE.PLATFORM_ID.eq(platformId))
                .fetchOptional(0, LocalDateTime.class).map(Utc::instant);
    }

    @Override
    public List<UUID> platformsWithDueScores(Instant now) {
        // Answered from the index alone; only what waits is read, which is little unless a platform is down for days.
        return sql.select(GRADEBOOK_SCORE.PLATFORM_ID).from(GRADEBOOK_SCORE).where(GRADEBOOK_SCORE.STATE.eq(WAITING))
                .groupBy(GRADEBOOK_SCORE.PLATFORM_ID).having(min(GRADEBOOK_SCORE.NEXT_ATTEMPT_AT).le(Utc.of(now)))
                .fetch(GRADEBOOK_SCORE.PLATFORM_ID);
    }

    @Override
    public int waiting() {
        return sql.fetchCount(GRADEBOOK_SCORE, GRADEBOOK_SCORE.STATE.eq(WAITING));
    }
}
