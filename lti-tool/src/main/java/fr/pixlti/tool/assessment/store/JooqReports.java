package fr.pixlti.tool.assessment.store;

import static fr.pixlti.schema.Tables.ASSESSMENT_REPORT;

import fr.pixlti.schema.tables.records.AssessmentReportRecord;
import fr.pixlti.tool.assessment.domain.reports.Report;
import fr.pixlti.tool.assessment.domain.reports.Report.Category;
import fr.pixlti.tool.assessment.domain.reports.Report.Closing;
import fr.pixlti.tool.assessment.domain.reports.Reports;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqReports implements Reports {

    private static final Field<Integer> NUMBER = DSL.count().as("number");
    private static final Field<LocalDateTime> NEWEST = DSL.max(ASSESSMENT_REPORT.UPDATED_AT).as("newest");
    /** jOOQ's own would send a second statement along to lift a limit that eight names do not reach. */
    private static final Field<String> CATEGORIES = DSL.field("group_concat(distinct {0} separator ' ')",
            String.class, ASSESSMENT_REPORT.CATEGORY).as("categories");

    private final DSLContext db;

    JooqReports(DSLContext db) {
        this.db = db;
    }

    @Override
    public boolean has(PersonId person, String item, Category category) {
        return db.fetchExists(ASSESSMENT_REPORT, ASSESSMENT_REPORT.PERSON_ID.eq(person.value()),
                ASSESSMENT_REPORT.ITEM.eq(item), ASSESSMENT_REPORT.CATEGORY.eq(category.name()));
    }

    @Override
    public int since(PersonId person, Instant from) {
        return db.fetchCount(ASSESSMENT_REPORT, ASSESSMENT_REPORT.PERSON_ID.eq(person.value()),
                ASSESSMENT_REPORT.CREATED_AT.gt(Utc.of(from)));
    }

    @Override
    public void put(PersonId person, Report report) {
        LocalDateTime at = Utc.of(report.sentAt());
        db.insertInto(ASSESSMENT_REPORT).set(ASSESSMENT_REPORT.ID, report.id())
                .set(ASSESSMENT_REPORT.PERSON_ID, person.value()).set(ASSESSMENT_REPORT.ITEM, report.item())
                .set(ASSESSMENT_REPORT.CATEGORY, report.category().name())
                .set(ASSESSMENT_REPORT.COMPETENCE, report.competence())
                .set(ASSESSMENT_REPORT.CONTENT_RELEASE, report.release())
                .set(ASSESSMENT_REPORT.SEED, report.seed())
                .set(ASSESSMENT_REPORT.GIVEN, report.given()).set(ASSESSMENT_REPORT.WORDS, report.words())
                .set(ASSESSMENT_REPORT.LANGUAGE, report.language()).set(ASSESSMENT_REPORT.BROWSER, report.browser())
                .set(ASSESSMENT_REPORT.CREATED_AT, at).set(ASSESSMENT_REPORT.UPDATED_AT, at)
                .onDuplicateKeyUpdate()
                .set(ASSESSMENT_REPORT.CONTENT_RELEASE, report.release()).set(ASSESSMENT_REPORT.SEED, report.seed())
                .set(ASSESSMENT_REPORT.GIVEN, report.given()).set(ASSESSMENT_REPORT.WORDS, report.words())
                .set(ASSESSMENT_REPORT.LANGUAGE, report.language())
                .set(ASSESSMENT_REPORT.BROWSER, report.browser()).set(ASSESSMENT_REPORT.UPDATED_AT, at)
                .setNull(ASSESSMENT_REPORT.CLOSED_AS).setNull(ASSESSMENT_REPORT.CLOSED_AT).execute();
    }

    @Override
    public int open() {
        return db.fetchCount(ASSESSMENT_REPORT, ASSESSMENT_REPORT.CLOSED_AS.isNull());
    }

    @Override
    public List<Reported> items(Filter filter, int offset, int limit) {
        return db
                .select(ASSESSMENT_REPORT.ITEM, DSL.max(ASSESSMENT_REPORT.COMPETENCE), NUMBER, CATEGORIES, NEWEST)
                .from(ASSESSMENT_REPORT).where(fits(filter)).groupBy(ASSESSMENT_REPORT.ITEM)
                .orderBy(NUMBER.desc(), ASSESSMENT_REPORT.ITEM).limit(limit).offset(offset)
                .fetch(row -> new Reported(row.value1(), row.value2(), row.value3(), categories(row.value4()),
                        Utc.instant(row.value5())));
    }

    private static Condition fits(Filter filter) {
        Condition fits = switch (filter.state()) {
            case OPEN -> ASSESSMENT_REPORT.CLOSED_AS.isNull();
            case CLOSED -> ASSESSMENT_REPORT.CLOSED_AS.isNotNull();
            case ANY -> DSL.noCondition();
        };
        if (filter.competence() != null) {
            fits = fits.and(ASSESSMENT_REPORT.COMPETENCE.eq(filter.competence()));
        }
        return filter.category() == null ? fits : fits.and(ASSESSMENT_REPORT.CATEGORY.eq(filter.category().name()));
    }

    private static Set<Category> categories(String names) {
        Set<Category> categories = new TreeSet<>();
        Stream.of(names.split(" ")).map(Category::valueOf).forEach(categories::add);
        return categories;
    }

    @Override
    public List<Report> of(String item) {
        return db.selectFrom(ASSESSMENT_REPORT).where(ASSESSMENT_REPORT.ITEM.eq(item))
                .orderBy(DSL.when(ASSESSMENT_REPORT.CLOSED_AS.isNull(), 0).otherwise(1),
                        ASSESSMENT_REPORT.UPDATED_AT.desc(), ASSESSMENT_REPORT.ID)
                .fetch(JooqReports::report);
    }

    @Override
    public int close(String item, @Nullable UUID report, Closing as, Instant now) {
        return db.update(ASSESSMENT_REPORT).set(ASSESSMENT_REPORT.CLOSED_AS, as.name())
                .set(ASSESSMENT_REPORT.CLOSED_AT, Utc.of(now)).where(ASSESSMENT_REPORT.ITEM.eq(item))
                .and(ASSESSMENT_REPORT.CLOSED_AS.isNull())
                .and(report == null ? DSL.noCondition() : ASSESSMENT_REPORT.ID.eq(report)).execute();
    }

    @Override
    public boolean reopen(String item, UUID report) {
        return db.update(ASSESSMENT_REPORT).setNull(ASSESSMENT_REPORT.CLOSED_AS)
                .setNull(ASSESSMENT_REPORT.CLOSED_AT).where(ASSESSMENT_REPORT.ID.eq(report))
                .and(ASSESSMENT_REPORT.ITEM.eq(item)).and(ASSESSMENT_REPORT.CLOSED_AS.isNotNull()).execute() == 1;
    }

    @Override
    public Map<String, Integer> openByItem() {
        return db.select(ASSESSMENT_REPORT.ITEM, NUMBER).from(ASSESSMENT_REPORT)
                .where(ASSESSMENT_REPORT.CLOSED_AS.isNull()).groupBy(ASSESSMENT_REPORT.ITEM)
                .fetchMap(ASSESSMENT_REPORT.ITEM, NUMBER);
    }

    private static Report report(AssessmentReportRecord row) {
        return new Report(row.getId(), row.getItem(), Category.valueOf(row.getCategory()), row.getCompetence(),
                row.getContentRelease(), row.getSeed(), row.getGiven(), row.getWords(), row.getLanguage(),
                row.getBrowser(),
                Utc.instant(row.getUpdatedAt()),
                row.getClosedAs() == null ? null : Closing.valueOf(row.getClosedAs()),
                Utc.orNull(row.getClosedAt()));
    }
}
