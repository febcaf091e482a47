package fr.pixlti.tool.assessment.store;

import static fr.pixlti.schema.Tables.ASSESSMENT_NEEDS;

import fr.pixlti.tool.assessment.domain.SaidNeeds;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.shared.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqSaidNeeds implements SaidNeeds {

    private final DSLContext db;

    JooqSaidNeeds(DSLContext db) {
        this.db = db;
    }

    @Override
    public Needs of(PersonId person) {
        return db.select(ASSESSMENT_NEEDS.SCREEN_READER, ASSESSMENT_NEEDS.COLOURS).from(ASSESSMENT_NEEDS)
                .where(ASSESSMENT_NEEDS.PERSON_ID.eq(person.value()))
                .fetchOptional(row -> new Needs(row.value1(), row.value2())).orElse(Needs.NONE);
    }

    @Override
    public void keep(PersonId person, Needs needs) {
        if (!needs.any()) {
            db.deleteFrom(ASSESSMENT_NEEDS).where(ASSESSMENT_NEEDS.PERSON_ID.eq(person.value())).execute();
            return;
        }
        db.insertInto(ASSESSMENT_NEEDS).set(ASSESSMENT_NEEDS.PERSON_ID, person.value())
                .set(ASSESSMENT_NEEDS.SCREEN_READER, needs.screenReader())
                .set(ASSESSMENT_NEEDS.COLOURS, needs.colours()).onDuplicateKeyUpdate()
                .set(ASSESSMENT_NEEDS.SCREEN_READER, needs.screenReader())
                .set(ASSESSMENT_NEEDS.COLOURS, needs.colours()).execute();
    }
}
