package fr.pixlti.tool.assessment.store;

import static fr.pixlti.schema.Tables.ASSESSMENT_SAVED_LESSON;

import fr.pixlti.tool.assessment.domain.profile.SavedLessons;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class JooqSavedLessons implements SavedLessons {

    private final DSLContext db;

    JooqSavedLessons(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Saved> of(PersonId person) {
        return db
                .select(ASSESSMENT_SAVED_LESSON.TOPIC, ASSESSMENT_SAVED_LESSON.SAVED_AT,
                        ASSESSMENT_SAVED_LESSON.USEFUL)
                .from(ASSESSMENT_SAVED_LESSON).where(ASSESSMENT_SAVED_LESSON.PERSON_ID.eq(person.value()))
                .and(ASSESSMENT_SAVED_LESSON.SAVED_AT.isNotNull())
                .orderBy(ASSESSMENT_SAVED_LESSON.SAVED_AT.desc(), ASSESSMENT_SAVED_LESSON.TOPIC)
                .fetch(row -> new Saved(row.value1(), Utc.instant(row.value2()), row.value3()));
    }

    @Override
    public void save(PersonId person, String topic, Instant now) {
        db.insertInto(ASSESSMENT_SAVED_LESSON).set(ASSESSMENT_SAVED_LESSON.PERSON_ID, person.value())
                .set(ASSESSMENT_SAVED_LESSON.TOPIC, topic).set(ASSESSMENT_SAVED_LESSON.SAVED_AT, Utc.of(now))
                .onDuplicateKeyUpdate()
                .set(ASSESSMENT_SAVED_LESSON.SAVED_AT, DSL.coalesce(ASSESSMENT_SAVED_LESSON.SAVED_AT, Utc.of(now)))
                .execute();
    }

    @Override
    public void remove(PersonId person, String topic) {
        db.deleteFrom(ASSESSMENT_SAVED_LESSON).where(is(person, topic)).andNot(ASSESSMENT_SAVED_LESSON.USEFUL)
                .execute();
        db.update(ASSESSMENT_SAVED_LESSON).setNull(ASSESSMENT_SAVED_LESSON.SAVED_AT).where(is(person, topic))
                .execute();
    }

    @Override
    public void vote(PersonId person, String topic, boolean useful) {
        db.update(ASSESSMENT_SAVED_LESSON).set(ASSESSMENT_SAVED_LESSON.USEFUL, useful).where(is(person, topic))
                .and(ASSESSMENT_SAVED_LESSON.SAVED_AT.isNotNull()).execute();
    }

    @Override
    public int votes(String topic) {
        return db.fetchCount(ASSESSMENT_SAVED_LESSON,
                ASSESSMENT_SAVED_LESSON.TOPIC.eq(topic).and(ASSESSMENT_SAVED_LESSON.USEFUL));
    }

    private static Condition is(PersonId person, String topic) {
        return ASSESSMENT_SAVED_LESSON.PERSON_ID.eq(person.value()).and(ASSESSMENT_SAVED_LESSON.TOPIC.eq(topic));
    }
}
