package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_CONTENT;

import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.PersonalData;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Dialogues in which a teacher chooses content: all that this room holds of a person beyond the launch itself. */
@Repository
class JooqLtiData implements PersonalData {

    private final DSLContext db;

    JooqLtiData(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Part> export(PersonId person) {
        return List.of(new Part("lti.personal.dialogues",
                db.select(LTI_CONTENT.ID, LTI_CONTENT.PLATFORM_ID, LTI_CONTENT.COURSE_ID, LTI_CONTENT.CREATED_AT,
                        LTI_CONTENT.EXPIRES_AT, LTI_CONTENT.ANSWERED_AT).from(LTI_CONTENT)
                        .where(LTI_CONTENT.PERSON_ID.eq(person.value())).orderBy(LTI_CONTENT.ID).fetchMaps()));
    }

    @Override
    public void erase(PersonId person, PersonId nobody) {
        db.deleteFrom(LTI_CONTENT).where(LTI_CONTENT.PERSON_ID.eq(person.value())).execute();
    }
}
