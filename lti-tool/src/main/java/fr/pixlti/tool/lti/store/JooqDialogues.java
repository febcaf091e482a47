package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_CONTENT;

import fr.pixlti.schema.tables.records.LtiContentRecord;
import fr.pixlti.tool.lti.domain.DeepLinking;
import fr.pixlti.tool.lti.domain.Dialogue;
import fr.pixlti.tool.lti.domain.Dialogues;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqDialogues implements Dialogues {

    private static final JsonMapper JSON = new JsonMapper();

    private final DSLContext db;

    JooqDialogues(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Dialogue dialogue, Instant now) {
        db.insertInto(LTI_CONTENT).set(LTI_CONTENT.ID, dialogue.id())
                .set(LTI_CONTENT.PLATFORM_ID, dialogue.platformId())
                .set(LTI_CONTENT.DEPLOYMENT_ID, dialogue.deploymentId())
                .set(LTI_CONTENT.PERSON_ID, dialogue.person().value())
                .set(LTI_CONTENT.COURSE_ID, dialogue.courseId())
                .set(LTI_CONTENT.SETTINGS, JSON.writeValueAsString(dialogue.settings()))
                .set(LTI_CONTENT.CREATED_AT, utc(now)).set(LTI_CONTENT.EXPIRES_AT, utc(dialogue.expiresAt()))
                .execute();
    }

    @Override
    public Optional<Dialogue> find(UUID id) {
        return db.selectFrom(LTI_CONTENT).where(LTI_CONTENT.ID.eq(id)).fetchOptional(JooqDialogues::dialogue);
    }

    @Override
    public boolean answer(UUID id, Instant now) {
        return db.update(LTI_CONTENT).set(LTI_CONTENT.ANSWERED_AT, utc(now)).where(LTI_CONTENT.ID.eq(id))
                .and(LTI_CONTENT.ANSWERED_AT.isNull()).and(LTI_CONTENT.EXPIRES_AT.gt(utc(now))).execute() == 1;
    }

    @Override
    public int purge(Instant before) {
        return db.deleteFrom(LTI_CONTENT).where(LTI_CONTENT.EXPIRES_AT.lt(utc(before))).execute();
    }

    private static Dialogue dialogue(LtiContentRecord row) {
        return new Dialogue(row.getId(), row.getPlatformId(), row.getDeploymentId(), new PersonId(row.getPersonId()),
                row.getCourseId(), JSON.readValue(row.getSettings(), DeepLinking.class),
                row.getExpiresAt().toInstant(ZoneOffset.UTC), row.getAnsweredAt() != null);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
