package fr.pixlti.tool.assessment.store;

import static fr.pixlti.schema.Tables.ASSESSMENT_ANSWER;
import static fr.pixlti.schema.Tables.ASSESSMENT_ASSESSMENT;
import static fr.pixlti.schema.Tables.ASSESSMENT_ITEM_STATISTIC;
import static fr.pixlti.schema.Tables.ASSESSMENT_STATISTIC_RUN;

import fr.pixlti.schema.tables.records.AssessmentItemStatisticRecord;
import fr.pixlti.tool.assessment.domain.Outcome;
import fr.pixlti.tool.assessment.domain.statistics.ItemStatistic;
import fr.pixlti.tool.assessment.domain.statistics.ItemStatistics;
import fr.pixlti.tool.assessment.domain.statistics.TestRun;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqItemStatistics implements ItemStatistics {

    /** The row of the run. */
    private static final int ONLY = 1;

    private final DSLContext db;

    JooqItemStatistics(DSLContext db) {
        this.db = db;
    }

    @Override
    public int tests() {
        return db.fetchCount(ASSESSMENT_ASSESSMENT);
    }

    @Override
    public List<TestRun> testsAfter(@Nullable UUID last, int limit) {
        Result<Record2<UUID, LocalDateTime>> tests = db
                .select(ASSESSMENT_ASSESSMENT.ID, ASSESSMENT_ASSESSMENT.STARTED_AT).from(ASSESSMENT_ASSESSMENT)
                .where(last == null ? DSL.noCondition() : ASSESSMENT_ASSESSMENT.ID.gt(last))
                .orderBy(ASSESSMENT_ASSESSMENT.ID).limit(limit).fetch();
        if (tests.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<TestRun.Answer>> answers = db
                .select(ASSESSMENT_ANSWER.ASSESSMENT_ID, ASSESSMENT_ANSWER.POSITION, ASSESSMENT_ANSWER.SKILL,
                        ASSESSMENT_ANSWER.ITEM, ASSESSMENT_ANSWER.OUTCOME, ASSESSMENT_ANSWER.ANSWERED_AT)
                .from(ASSESSMENT_ANSWER)
                .where(ASSESSMENT_ANSWER.ASSESSMENT_ID.between(tests.getFirst().value1(), tests.getLast().value1()))
                .orderBy(ASSESSMENT_ANSWER.ASSESSMENT_ID, ASSESSMENT_ANSWER.POSITION)
                .fetchGroups(ASSESSMENT_ANSWER.ASSESSMENT_ID, row -> new TestRun.Answer(row.value2(), row.value3(),
                        row.value4(), Outcome.valueOf(row.value5()), Utc.instant(row.value6())));
        List<TestRun> runs = new ArrayList<>(tests.size());
        tests.forEach(test -> runs.add(new TestRun(test.value1(), Utc.instant(test.value2()),
                answers.getOrDefault(test.value1(), List.of()))));
        return runs;
    }

    @Override
    public void put(List<ItemStatistic> statistics, Instant computedAt) {
        LocalDateTime at = Utc.of(computedAt);
        db.batch(statistics.stream().map(each -> {
            AssessmentItemStatisticRecord row = StatisticRows.row(each, at);
            return db.insertInto(ASSESSMENT_ITEM_STATISTIC).set(row).onDuplicateKeyUpdate().set(row);
        }).toList()).execute();
    }

    @Override
    public void removeBefore(Instant computedAt) {
        db.deleteFrom(ASSESSMENT_ITEM_STATISTIC)
                .where(ASSESSMENT_ITEM_STATISTIC.COMPUTED_AT.lt(Utc.of(computedAt))).execute();
    }

    @Override
    public List<ItemStatistic> all() {
        return db.selectFrom(ASSESSMENT_ITEM_STATISTIC).orderBy(ASSESSMENT_ITEM_STATISTIC.ITEM)
                .fetch(StatisticRows::statistic);
    }

    @Override
    public Optional<ItemStatistic> find(String item) {
        return db.selectFrom(ASSESSMENT_ITEM_STATISTIC).where(ASSESSMENT_ITEM_STATISTIC.ITEM.eq(item))
                .fetchOptional(StatisticRows::statistic);
    }

    @Override
    public void request(Instant now) {
        db.insertInto(ASSESSMENT_STATISTIC_RUN).set(ASSESSMENT_STATISTIC_RUN.ID, ONLY)
                .set(ASSESSMENT_STATISTIC_RUN.REQUESTED_AT, Utc.of(now)).set(ASSESSMENT_STATISTIC_RUN.TESTS_DONE, 0)
                .set(ASSESSMENT_STATISTIC_RUN.TESTS_TOTAL, 0).onDuplicateKeyUpdate()
                .set(ASSESSMENT_STATISTIC_RUN.REQUESTED_AT, Utc.of(now)).execute();
    }

    @Override
    public void begin(Instant now, int tests) {
        db.insertInto(ASSESSMENT_STATISTIC_RUN).set(ASSESSMENT_STATISTIC_RUN.ID, ONLY)
                .set(ASSESSMENT_STATISTIC_RUN.STARTED_AT, Utc.of(now)).set(ASSESSMENT_STATISTIC_RUN.TESTS_DONE, 0)
                .set(ASSESSMENT_STATISTIC_RUN.TESTS_TOTAL, tests).onDuplicateKeyUpdate()
                .set(ASSESSMENT_STATISTIC_RUN.STARTED_AT, Utc.of(now)).set(ASSESSMENT_STATISTIC_RUN.TESTS_DONE, 0)
                .set(ASSESSMENT_STATISTIC_RUN.TESTS_TOTAL, tests)
                .setNull(ASSESSMENT_STATISTIC_RUN.FINISHED_AT).execute();
    }

    @Override
    public void advance(int done) {
        db.update(ASSESSMENT_STATISTIC_RUN).set(ASSESSMENT_STATISTIC_RUN.TESTS_DONE, done)
                .where(ASSESSMENT_STATISTIC_RUN.ID.eq(ONLY)).execute();
    }

    @Override
    public void finish(Instant now) {
        db.update(ASSESSMENT_STATISTIC_RUN).set(ASSESSMENT_STATISTIC_RUN.FINISHED_AT, Utc.of(now))
                .where(ASSESSMENT_STATISTIC_RUN.ID.eq(ONLY)).execute();
    }

    @Override
    public Optional<Run> run() {
        return db.selectFrom(ASSESSMENT_STATISTIC_RUN).where(ASSESSMENT_STATISTIC_RUN.ID.eq(ONLY))
                .fetchOptional(row -> new Run(Utc.orNull(row.getRequestedAt()), Utc.orNull(row.getStartedAt()),
                        row.getTestsDone(), row.getTestsTotal(), Utc.orNull(row.getFinishedAt())));
    }
}
