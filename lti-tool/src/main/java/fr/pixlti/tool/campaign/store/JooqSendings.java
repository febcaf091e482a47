package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_BADGE_RESULT;
import static fr.pixlti.schema.Tables.CAMPAIGN_COMPETENCE_RESULT;
import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;
import static fr.pixlti.schema.Tables.CAMPAIGN_SENDING;
import static fr.pixlti.schema.Tables.CAMPAIGN_TOPIC_RESULT;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Participation.Sent;
import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.campaign.domain.Sendings;
import fr.pixlti.tool.campaign.domain.results.Outcome;
import fr.pixlti.tool.campaign.domain.results.PartResult;
import fr.pixlti.tool.campaign.domain.results.TopicResult;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqSendings implements Sendings {

    private final DSLContext db;

    JooqSendings(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<Participation> lock(UUID participationId) {
        return db.selectFrom(CAMPAIGN_PARTICIPATION).where(CAMPAIGN_PARTICIPATION.ID.eq(participationId)).forUpdate()
                .fetchOptional().map(ParticipationRows::participation);
    }

    @Override
    public Optional<Participation> completed(UUID assessmentId, PersonId person, Instant at) {
        Optional<Participation> waiting = db.selectFrom(CAMPAIGN_PARTICIPATION)
                .where(CAMPAIGN_PARTICIPATION.PERSON_ID.eq(person.value()))
                .and(CAMPAIGN_PARTICIPATION.ASSESSMENT_ID.eq(assessmentId)).forUpdate().fetchOptional()
                .map(ParticipationRows::participation);
        waiting.ifPresent(found -> db.update(CAMPAIGN_PARTICIPATION)
                // What was sent stays sent, whatever comes after.
                .set(CAMPAIGN_PARTICIPATION.STATUS, (found.status() == Status.SENT ? Status.SENT : Status.COMPLETED)
                        .name())
                .set(CAMPAIGN_PARTICIPATION.COMPLETED_AT, utc(at)).where(CAMPAIGN_PARTICIPATION.ID.eq(found.id()))
                .execute());
        return waiting;
    }

    @Override
    public void add(Participation participation, Sending sending) {
        Sent sent = sending.sent();
        UUID id = participation.id();
        db.update(CAMPAIGN_PARTICIPATION).set(CAMPAIGN_PARTICIPATION.STATUS, Status.SENT.name())
                .set(CAMPAIGN_PARTICIPATION.SENT_AT, utc(sent.at()))
                .set(CAMPAIGN_PARTICIPATION.SENDINGS, sent.number())
                .set(CAMPAIGN_PARTICIPATION.MASTERY, sent.mastery())
                .set(CAMPAIGN_PARTICIPATION.VALIDATED, sent.validated())
                .set(CAMPAIGN_PARTICIPATION.STAGE, sent.stage())
                .set(CAMPAIGN_PARTICIPATION.CERTIFIABLE_COMPETENCES, sent.certifiableCompetences())
                .set(CAMPAIGN_PARTICIPATION.EXTERNAL_ID, sent.externalId())
                .set(CAMPAIGN_PARTICIPATION.PIX, sending.pix())
                .where(CAMPAIGN_PARTICIPATION.ID.eq(id)).execute();
        // The number is unique: of two clicks one is kept.
        db.insertInto(CAMPAIGN_SENDING).set(CAMPAIGN_SENDING.PARTICIPATION_ID, id)
                .set(CAMPAIGN_SENDING.NUMBER, sent.number()).set(CAMPAIGN_SENDING.SENT_AT, utc(sent.at()))
                .set(CAMPAIGN_SENDING.ASSESSMENT_ID, sending.assessmentId())
                .set(CAMPAIGN_SENDING.CONTENT_RELEASE, sending.release())
                .set(CAMPAIGN_SENDING.VALIDATED, String.join(" ", new TreeSet<>(sending.validated())))
                .set(CAMPAIGN_SENDING.INVALIDATED, String.join(" ", new TreeSet<>(sending.invalidated())))
                .set(CAMPAIGN_SENDING.MASTERY, sent.mastery()).set(CAMPAIGN_SENDING.STAGE, sent.stage())
                .set(CAMPAIGN_SENDING.PIX, sending.pix()).execute();
        if (sent.number() > 1) {
            forget(id);
        }
        if (sending.outcome() != null) {
            keep(participation, sending.outcome());
        }
        keepLevels(participation, sending.levels());
        keepBadges(participation, sending.badges());
    }

    private void forget(UUID id) {
        db.deleteFrom(CAMPAIGN_TOPIC_RESULT).where(CAMPAIGN_TOPIC_RESULT.PARTICIPATION_ID.eq(id)).execute();
        db.deleteFrom(CAMPAIGN_COMPETENCE_RESULT).where(CAMPAIGN_COMPETENCE_RESULT.PARTICIPATION_ID.eq(id)).execute();
        db.deleteFrom(CAMPAIGN_BADGE_RESULT).where(CAMPAIGN_BADGE_RESULT.PARTICIPATION_ID.eq(id)).execute();
    }

    private void keep(Participation participation, Outcome outcome) {
        if (outcome.topics().isEmpty()) {
            return;
        }
        var topics = db.insertInto(CAMPAIGN_TOPIC_RESULT, CAMPAIGN_TOPIC_RESULT.CAMPAIGN_ID,
                CAMPAIGN_TOPIC_RESULT.TOPIC, CAMPAIGN_TOPIC_RESULT.PARTICIPATION_ID, CAMPAIGN_TOPIC_RESULT.VALIDATED,
                CAMPAIGN_TOPIC_RESULT.ASSESSED, CAMPAIGN_TOPIC_RESULT.REACHED, CAMPAIGN_TOPIC_RESULT.RECOMMENDATION);
        for (TopicResult topic : outcome.topics()) {
            topics = topics.values(participation.campaignId(), topic.topic(), participation.id(), topic.validated(),
                    topic.assessed(), topic.reachedLevel(), topic.score(outcome.target().maxLevel()));
        }
        topics.execute();
        var competences = db.insertInto(CAMPAIGN_COMPETENCE_RESULT, CAMPAIGN_COMPETENCE_RESULT.CAMPAIGN_ID,
                CAMPAIGN_COMPETENCE_RESULT.COMPETENCE, CAMPAIGN_COMPETENCE_RESULT.PARTICIPATION_ID,
                CAMPAIGN_COMPETENCE_RESULT.SKILLS, CAMPAIGN_COMPETENCE_RESULT.VALIDATED,
                CAMPAIGN_COMPETENCE_RESULT.ASSESSED);
        for (PartResult part : outcome.byCompetence()) {
            competences = competences.values(participation.campaignId(), part.code(), participation.id(),
                    part.skills(), part.validated(), part.assessed());
        }
        competences.execute();
    }

    private void keepLevels(Participation participation, List<ProfileLevel> levels) {
        if (levels.isEmpty()) {
            return;
        }
        var rows = db.insertInto(CAMPAIGN_COMPETENCE_RESULT, CAMPAIGN_COMPETENCE_RESULT.CAMPAIGN_ID,
                CAMPAIGN_COMPETENCE_RESULT.COMPETENCE, CAMPAIGN_COMPETENCE_RESULT.PARTICIPATION_ID,
                CAMPAIGN_COMPETENCE_RESULT.SKILLS, CAMPAIGN_COMPETENCE_RESULT.VALIDATED,
                CAMPAIGN_COMPETENCE_RESULT.ASSESSED, CAMPAIGN_COMPETENCE_RESULT.PIX, CAMPAIGN_COMPETENCE_RESULT.LEVEL);
        for (ProfileLevel level : levels) {
            rows = rows.values(participation.campaignId(), level.competence(), participation.id(), 0, 0, 0,
                    level.pix(), level.level());
        }
        rows.execute();
    }

    private void keepBadges(Participation participation, List<String> badges) {
        for (String badge : badges) {
            db.insertInto(CAMPAIGN_BADGE_RESULT, CAMPAIGN_BADGE_RESULT.PARTICIPATION_ID, CAMPAIGN_BADGE_RESULT.BADGE,
                    CAMPAIGN_BADGE_RESULT.CAMPAIGN_ID)
                    .values(participation.id(), badge, participation.campaignId()).execute();
        }
    }

    @Override
    public List<Past> of(UUID participationId) {
        return db
                .select(CAMPAIGN_SENDING.NUMBER, CAMPAIGN_SENDING.SENT_AT, CAMPAIGN_SENDING.MASTERY,
                        CAMPAIGN_SENDING.STAGE, CAMPAIGN_SENDING.PIX)
                .from(CAMPAIGN_SENDING).where(CAMPAIGN_SENDING.PARTICIPATION_ID.eq(participationId))
                .orderBy(CAMPAIGN_SENDING.NUMBER)
                .fetch(row -> new Past(row.value1(), row.value2().toInstant(ZoneOffset.UTC), row.value3(),
                        row.value4(), row.value5()));
    }

    @Override
    public Kept kept(UUID participationId, int number) {
        return db
                .select(CAMPAIGN_SENDING.CONTENT_RELEASE, CAMPAIGN_SENDING.VALIDATED, CAMPAIGN_SENDING.INVALIDATED)
                .from(CAMPAIGN_SENDING)
                .where(CAMPAIGN_SENDING.PARTICIPATION_ID.eq(participationId))
                .and(CAMPAIGN_SENDING.NUMBER.eq(number))
                .fetchSingle(row -> new Kept(row.value1(), words(row.value2()), words(row.value3())));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
