package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_CONTEXT_COPY;

import fr.pixlti.tool.lti.domain.ContextCopies;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqContextCopies implements ContextCopies {

    private final DSLContext db;

    JooqContextCopies(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<String> originsOf(UUID deploymentId, String contextId) {
        return db.select(LTI_CONTEXT_COPY.ORIGIN_CONTEXT_ID).from(LTI_CONTEXT_COPY)
                .where(LTI_CONTEXT_COPY.DEPLOYMENT_ID.eq(deploymentId))
                .and(LTI_CONTEXT_COPY.CONTEXT_ID.eq(contextId)).orderBy(LTI_CONTEXT_COPY.POSITION)
                .fetch(LTI_CONTEXT_COPY.ORIGIN_CONTEXT_ID);
    }

    @Override
    public void add(UUID deploymentId, String contextId, List<String> origins, Instant now) {
        for (int i = 0; i < origins.size(); i++) {
            db.insertInto(LTI_CONTEXT_COPY).set(LTI_CONTEXT_COPY.DEPLOYMENT_ID, deploymentId)
                    .set(LTI_CONTEXT_COPY.CONTEXT_ID, contextId)
                    .set(LTI_CONTEXT_COPY.ORIGIN_CONTEXT_ID, origins.get(i)).set(LTI_CONTEXT_COPY.POSITION, i)
                    .set(LTI_CONTEXT_COPY.KNOWN_SINCE, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                    .onDuplicateKeyUpdate().set(LTI_CONTEXT_COPY.POSITION, i).execute();
        }
    }
}
