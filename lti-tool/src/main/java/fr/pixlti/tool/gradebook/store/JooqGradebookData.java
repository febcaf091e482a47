package fr.pixlti.tool.gradebook.store;

import static fr.pixlti.schema.Tables.GRADEBOOK_SCORE;

import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.PersonalData;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/**
 * Scores owed to platforms and sent to them. Erased, they go, and what waits is sent no more; what a platform holds is the
 * platform's to erase.
 */
@Repository
class JooqGradebookData implements PersonalData {

    private final DSLContext sql;

    JooqGradebookData(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Part> export(PersonId person) {
        return List.of(new Part("gradebook.personal.scores", sql.selectFrom(GRADEBOOK_SCORE)
                .where(GRADEBOOK_SCORE.PERSON_ID.eq(person.value())).orderBy(GRADEBOOK_SCORE.ID).fetchMaps()));
    }

    @Override
    public void erase(PersonId person, PersonId nobody) {
        sql.deleteFrom(GRADEBOOK_SCORE).where(GRADEBOOK_SCORE.PERSON_ID.eq(person.value())).execute();
    }
}
