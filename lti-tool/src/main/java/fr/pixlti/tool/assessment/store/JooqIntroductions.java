package fr.pixlti.tool.assessment.store;

import static fr.pixlti.schema.Tables.ASSESSMENT_INTRODUCTION;

import fr.pixlti.tool.assessment.domain.profile.Introductions;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqIntroductions implements Introductions {

    private final DSLContext db;

    JooqIntroductions(DSLContext db) {
        this.db = db;
    }

    @Override
    public boolean seen(PersonId person) {
        return db.fetchExists(ASSESSMENT_INTRODUCTION, ASSESSMENT_INTRODUCTION.PERSON_ID.eq(person.value()));
    }

    @Override
    public void note(PersonId person, Instant now) {
        db.insertInto(ASSESSMENT_INTRODUCTION).set(ASSESSMENT_INTRODUCTION.PERSON_ID, person.value())
                .set(ASSESSMENT_INTRODUCTION.SEEN_AT, Utc.of(now)).onDuplicateKeyIgnore().execute();
    }
}
