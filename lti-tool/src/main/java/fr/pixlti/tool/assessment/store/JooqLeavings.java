package fr.pixlti.tool.assessment.store;

import static fr.pixlti.schema.Tables.ASSESSMENT_LEAVING;

import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.domain.Leavings;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqLeavings implements Leavings {

    private final DSLContext db;

    JooqLeavings(DSLContext db) {
        this.db = db;
    }

    @Override
    public void note(AssessmentId id, int position, Instant at) {
        db.insertInto(ASSESSMENT_LEAVING, ASSESSMENT_LEAVING.ASSESSMENT_ID, ASSESSMENT_LEAVING.POSITION,
                ASSESSMENT_LEAVING.LEFT_AT)
                .values(id.value(), position, LocalDateTime.ofInstant(at, ZoneOffset.UTC)).onDuplicateKeyIgnore()
                .execute();
    }

    @Override
    public boolean has(AssessmentId id, int position) {
        return db.fetchExists(ASSESSMENT_LEAVING,
                ASSESSMENT_LEAVING.ASSESSMENT_ID.eq(id.value()).and(ASSESSMENT_LEAVING.POSITION.eq(position)));
    }
}
