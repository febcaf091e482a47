package fr.pixlti.tool.assessment.store;

import static fr.pixlti.schema.Tables.ASSESSMENT_ANSWER;
import static fr.pixlti.schema.Tables.ASSESSMENT_ASSESSMENT;
import static fr.pixlti.schema.Tables.ASSESSMENT_INTRODUCTION;
import static fr.pixlti.schema.Tables.ASSESSMENT_KNOWLEDGE;
import static fr.pixlti.schema.Tables.ASSESSMENT_LEAVING;
import static fr.pixlti.schema.Tables.ASSESSMENT_NEEDS;
import static fr.pixlti.schema.Tables.ASSESSMENT_REPORT;
import static fr.pixlti.schema.Tables.ASSESSMENT_SAVED_LESSON;

import fr.pixlti.tool.assessment.domain.Assessment;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Repository;

/**
 * What the assessment room holds of a person. Erased, tests and answers stay for the statistics of items, without anything
 * typed; so do votes for lessons and that an item was reported. What is known of the person goes.
 */
@Repository
class JooqAssessmentData implements PersonalData {

    /** Typed answers and states of simulators are objects, see {@code GivenJson}; this one tells nothing. */
    private static final String NOTHING_TYPED = "{}";

    private final DSLContext db;

    JooqAssessmentData(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Part> export(PersonId person) {
        UUID id = person.value();
        var test = ASSESSMENT_ASSESSMENT;
        var answer = ASSESSMENT_ANSWER;
        return List.of(
                new Part("assessment.personal.tests", db
                        .select(test.ID, test.COMPETENCE, test.SUBJECT_ID, test.CONTENT_RELEASE, test.STATUS,
                                test.ANSWERED, test.SCREEN_READER, test.COLOURS, test.STARTED_AT, test.COMPLETED_AT)
                        .from(test).where(test.PERSON_ID.eq(id)).orderBy(test.ID).fetchMaps()),
                new Part("assessment.personal.answers", db
                        .select(answer.ASSESSMENT_ID, answer.POSITION, answer.SKILL, answer.ITEM, answer.OUTCOME,
                                answer.GIVEN, answer.ANSWERED_AT)
                        .from(answer).join(test).on(test.ID.eq(answer.ASSESSMENT_ID)).where(test.PERSON_ID.eq(id))
                        .orderBy(answer.ASSESSMENT_ID, answer.POSITION).fetchMaps()),
                new Part("assessment.personal.leavings", db
                        .select(ASSESSMENT_LEAVING.ASSESSMENT_ID, ASSESSMENT_LEAVING.POSITION,
                                ASSESSMENT_LEAVING.LEFT_AT)
                        .from(ASSESSMENT_LEAVING).join(test).on(test.ID.eq(ASSESSMENT_LEAVING.ASSESSMENT_ID))
                        .where(test.PERSON_ID.eq(id)).fetchMaps()),
                part("assessment.personal.knowledge", ASSESSMENT_KNOWLEDGE.PERSON_ID, id),
                part("assessment.personal.needs", ASSESSMENT_NEEDS.PERSON_ID, id),
                part("assessment.personal.lessons", ASSESSMENT_SAVED_LESSON.PERSON_ID, id),
                part("assessment.personal.introduction", ASSESSMENT_INTRODUCTION.PERSON_ID, id),
                part("assessment.personal.reports", ASSESSMENT_REPORT.PERSON_ID, id));
    }

    private Part part(String label, TableField<?, UUID> person, UUID id) {
        List<Map<String, Object>> rows = db.selectFrom(person.getTable()).where(person.eq(id)).fetchMaps();
        return new Part(label, rows);
    }

    @Override
    public void erase(PersonId person, PersonId nobody) {
        UUID id = person.value();
        // Tests first: an answer under way holds its test's row, and finds afterwards that the test is not this person's.
        List<UUID> tests = db.select(ASSESSMENT_ASSESSMENT.ID).from(ASSESSMENT_ASSESSMENT)
                .where(ASSESSMENT_ASSESSMENT.PERSON_ID.eq(id)).orderBy(ASSESSMENT_ASSESSMENT.ID).forUpdate()
                .fetch(ASSESSMENT_ASSESSMENT.ID);
        if (!tests.isEmpty()) {
            db.update(ASSESSMENT_ASSESSMENT).set(ASSESSMENT_ASSESSMENT.STATUS, Assessment.Status.ABANDONED.name())
                    .where(ASSESSMENT_ASSESSMENT.ID.in(tests))
                    .and(ASSESSMENT_ASSESSMENT.STATUS.eq(Assessment.Status.STARTED.name())).execute();
            db.update(ASSESSMENT_ASSESSMENT).set(ASSESSMENT_ASSESSMENT.PERSON_ID, nobody.value())
                    .set(ASSESSMENT_ASSESSMENT.SCREEN_READER, false).set(ASSESSMENT_ASSESSMENT.COLOURS, false)
                    .where(ASSESSMENT_ASSESSMENT.ID.in(tests)).execute();
            db.update(ASSESSMENT_ANSWER).set(ASSESSMENT_ANSWER.GIVEN, NOTHING_TYPED)
                    .where(ASSESSMENT_ANSWER.ASSESSMENT_ID.in(tests)).and(ASSESSMENT_ANSWER.GIVEN.startsWith("{"))
                    .execute();
            db.deleteFrom(ASSESSMENT_LEAVING).where(ASSESSMENT_LEAVING.ASSESSMENT_ID.in(tests)).execute();
        }
        for (TableField<?, UUID> owner : List.of(ASSESSMENT_KNOWLEDGE.PERSON_ID, ASSESSMENT_NEEDS.PERSON_ID,
                ASSESSMENT_INTRODUCTION.PERSON_ID)) {
            db.deleteFrom(owner.getTable()).where(owner.eq(id)).execute();
        }
        db.deleteFrom(ASSESSMENT_SAVED_LESSON).where(ASSESSMENT_SAVED_LESSON.PERSON_ID.eq(id))
                .andNot(ASSESSMENT_SAVED_LESSON.USEFUL).execute();
        db.update(ASSESSMENT_SAVED_LESSON).setNull(ASSESSMENT_SAVED_LESSON.SAVED_AT)
                .set(ASSESSMENT_SAVED_LESSON.PERSON_ID, nobody.value())
                .where(ASSESSMENT_SAVED_LESSON.PERSON_ID.eq(id)).execute();
        db.update(ASSESSMENT_REPORT).set(ASSESSMENT_REPORT.PERSON_ID, nobody.value())
                .setNull(ASSESSMENT_REPORT.GIVEN).set(ASSESSMENT_REPORT.WORDS, "")
                .where(ASSESSMENT_REPORT.PERSON_ID.eq(id)).execute();
    }
}
