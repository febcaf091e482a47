package fr.pixlti.tool.assessment.store;

import static fr.pixlti.schema.Tables.ASSESSMENT_ASSESSMENT;

import fr.pixlti.tool.assessment.domain.Assessment;
import fr.pixlti.tool.content.ReleaseUses;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class JooqReleaseUses implements ReleaseUses {

    private final DSLContext db;

    JooqReleaseUses(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Integer> underWay() {
        return db.select(ASSESSMENT_ASSESSMENT.CONTENT_RELEASE, DSL.count()).from(ASSESSMENT_ASSESSMENT)
                .where(ASSESSMENT_ASSESSMENT.STATUS.eq(Assessment.Status.STARTED.name()))
                .groupBy(ASSESSMENT_ASSESSMENT.CONTENT_RELEASE)
                .fetchMap(ASSESSMENT_ASSESSMENT.CONTENT_RELEASE, DSL.count());
    }
}
