package fr.pixlti.tool.assessment.store;

import static fr.pixlti.schema.Tables.ASSESSMENT_ANSWER;
import static fr.pixlti.schema.Tables.ASSESSMENT_ASSESSMENT;
import static fr.pixlti.schema.Tables.ASSESSMENT_KNOWLEDGE;

import fr.pixlti.schema.tables.records.AssessmentAssessmentRecord;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.domain.Assessment;
import fr.pixlti.tool.assessment.domain.Assessments;
import fr.pixlti.tool.assessment.domain.Outcome;
import fr.pixlti.tool.assessment.domain.engine.KnowledgeElement;
import fr.pixlti.tool.assessment.domain.engine.Source;
import fr.pixlti.tool.assessment.domain.engine.Status;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import fr.pixlti.tool.assessment.Subject;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqAssessments implements Assessments {

    private final DSLContext db;
    private final JooqSubjects subjects;

    JooqAssessments(DSLContext db, JooqSubjects subjects) {
        this.db = db;
        this.subjects = subjects;
    }

    @Override
    public void add(Assessment test) {
        if (test.subject() instanceof Subject.Path path) {
            subjects.keep(path);
        }
        db.insertInto(ASSESSMENT_ASSESSMENT).set(ASSESSMENT_ASSESSMENT.ID, test.id().value())
                .set(ASSESSMENT_ASSESSMENT.PERSON_ID, test.person().value())
                .set(ASSESSMENT_ASSESSMENT.COMPETENCE,
                        test.subject() instanceof Subject.Competence(var code) ? code : null)
                .set(ASSESSMENT_ASSESSMENT.SUBJECT_ID, test.subject() instanceof Subject.Path path ? path.id() : null)
                .set(ASSESSMENT_ASSESSMENT.CONTENT_RELEASE, test.release()).set(ASSESSMENT_ASSESSMENT.SEED, test.seed())
                .set(ASSESSMENT_ASSESSMENT.MET_ITEMS, String.join(" ", new TreeSet<>(test.met())))
                .set(ASSESSMENT_ASSESSMENT.STATUS, test.status().name())
                .set(ASSESSMENT_ASSESSMENT.CONTINUE_TO, test.continueTo())
                .set(ASSESSMENT_ASSESSMENT.CURRENT_ITEM, test.currentItem())
                .set(ASSESSMENT_ASSESSMENT.CURRENT_SINCE, utc(test.currentSince()))
                .set(ASSESSMENT_ASSESSMENT.ANSWERED, test.answered())
                .set(ASSESSMENT_ASSESSMENT.CHECKPOINT, test.checkpoint())
                .set(ASSESSMENT_ASSESSMENT.SCREEN_READER, test.needs().screenReader())
                .set(ASSESSMENT_ASSESSMENT.COLOURS, test.needs().colours())
                .set(ASSESSMENT_ASSESSMENT.LEAVING_COUNTS, test.leavingCounts())
                .set(ASSESSMENT_ASSESSMENT.STARTED_AT, utc(test.startedAt()))
                .set(ASSESSMENT_ASSESSMENT.COMPLETED_AT, utc(test.completedAt())).execute();
    }

    @Override
    public Optional<Assessment> find(AssessmentId id) {
        return db.selectFrom(ASSESSMENT_ASSESSMENT).where(ASSESSMENT_ASSESSMENT.ID.eq(id.value())).fetchOptional()
                .map(this::assessment);
    }

    @Override
    public Optional<Assessment> lock(AssessmentId id) {
        return db.selectFrom(ASSESSMENT_ASSESSMENT).where(ASSESSMENT_ASSESSMENT.ID.eq(id.value())).forUpdate()
                .fetchOptional().map(this::assessment);
    }

    @Override
    public List<Answered> answers(AssessmentId id) {
        return db
                .select(ASSESSMENT_ANSWER.POSITION, ASSESSMENT_ANSWER.SKILL, ASSESSMENT_ANSWER.ITEM,
                        ASSESSMENT_ANSWER.OUTCOME, ASSESSMENT_ANSWER.GIVEN, ASSESSMENT_ANSWER.ANSWERED_AT)
                .from(ASSESSMENT_ANSWER).where(ASSESSMENT_ANSWER.ASSESSMENT_ID.eq(id.value()))
                .orderBy(ASSESSMENT_ANSWER.POSITION)
                .fetch(row -> new Answered(row.value1(), row.value2(), row.value3(), Outcome.valueOf(row.value4()),
                        row.value5(), row.value6().toInstant(ZoneOffset.UTC)));
    }

    @Override
    public void addAnswer(AssessmentId id, Answered answer) {
        db.insertInto(ASSESSMENT_ANSWER, ASSESSMENT_ANSWER.ASSESSMENT_ID, ASSESSMENT_ANSWER.POSITION,
                ASSESSMENT_ANSWER.SKILL, ASSESSMENT_ANSWER.ITEM, ASSESSMENT_ANSWER.OUTCOME, ASSESSMENT_ANSWER.GIVEN,
                ASSESSMENT_ANSWER.ANSWERED_AT)
                .values(id.value(), answer.position(), answer.skill(), answer.item(), answer.outcome().name(),
                        answer.given(), utc(answer.at()))
                .execute();
    }

    @Override
    public boolean moveOn(Assessment before, Assessment after) {
        return db.update(ASSESSMENT_ASSESSMENT).set(ASSESSMENT_ASSESSMENT.ANSWERED, after.answered())
                .set(ASSESSMENT_ASSESSMENT.CURRENT_ITEM, after.currentItem())
                .set(ASSESSMENT_ASSESSMENT.CURRENT_SINCE, utc(after.currentSince()))
                .set(ASSESSMENT_ASSESSMENT.STATUS, after.status().name())
                .set(ASSESSMENT_ASSESSMENT.SCREEN_READER, after.needs().screenReader())
                .set(ASSESSMENT_ASSESSMENT.COLOURS, after.needs().colours())
                .set(ASSESSMENT_ASSESSMENT.COMPLETED_AT, utc(after.completedAt()))
                .where(ASSESSMENT_ASSESSMENT.ID.eq(before.id().value()))
                .and(ASSESSMENT_ASSESSMENT.ANSWERED.eq(before.answered()))
                .and(ASSESSMENT_ASSESSMENT.CURRENT_ITEM.eq(before.currentItem()))
                .and(ASSESSMENT_ASSESSMENT.SCREEN_READER.eq(before.needs().screenReader()))
                .and(ASSESSMENT_ASSESSMENT.COLOURS.eq(before.needs().colours()))
                .and(ASSESSMENT_ASSESSMENT.STATUS.eq(Assessment.Status.STARTED.name())).execute() == 1;
    }

    @Override
    public void askInstead(Assessment before, Assessment after) {
        db.update(ASSESSMENT_ASSESSMENT).set(ASSESSMENT_ASSESSMENT.CURRENT_ITEM, after.currentItem())
                .set(ASSESSMENT_ASSESSMENT.CURRENT_SINCE, utc(after.currentSince()))
                .set(ASSESSMENT_ASSESSMENT.STATUS, after.status().name())
                .set(ASSESSMENT_ASSESSMENT.SCREEN_READER, after.needs().screenReader())
                .set(ASSESSMENT_ASSESSMENT.COLOURS, after.needs().colours())
                .set(ASSESSMENT_ASSESSMENT.COMPLETED_AT, utc(after.completedAt()))
                .where(ASSESSMENT_ASSESSMENT.ID.eq(before.id().value()))
                .and(ASSESSMENT_ASSESSMENT.CURRENT_ITEM.eq(before.currentItem())).execute();
    }

    @Override
    public void startClock(AssessmentId id, Instant now) {
        db.update(ASSESSMENT_ASSESSMENT).set(ASSESSMENT_ASSESSMENT.CURRENT_SINCE, utc(now))
                .where(ASSESSMENT_ASSESSMENT.ID.eq(id.value())).and(ASSESSMENT_ASSESSMENT.CURRENT_SINCE.isNull())
                .execute();
    }

    @Override
    public void passCheckpoint(AssessmentId id, int answered) {
        db.update(ASSESSMENT_ASSESSMENT).set(ASSESSMENT_ASSESSMENT.CHECKPOINT, answered)
                .where(ASSESSMENT_ASSESSMENT.ID.eq(id.value())).and(ASSESSMENT_ASSESSMENT.CHECKPOINT.lt(answered))
                .execute();
    }

    @Override
    public List<Assessment> started(PersonId person) {
        return db.selectFrom(ASSESSMENT_ASSESSMENT).where(ASSESSMENT_ASSESSMENT.PERSON_ID.eq(person.value()))
                .and(ASSESSMENT_ASSESSMENT.STATUS.eq(Assessment.Status.STARTED.name())).fetch(this::assessment);
    }

    @Override
    public List<Assessment> lockStarted(PersonId person) {
        return db.selectFrom(ASSESSMENT_ASSESSMENT).where(ASSESSMENT_ASSESSMENT.PERSON_ID.eq(person.value()))
                .and(ASSESSMENT_ASSESSMENT.STATUS.eq(Assessment.Status.STARTED.name()))
                .orderBy(ASSESSMENT_ASSESSMENT.ID).forUpdate().fetch(this::assessment);
    }

    @Override
    public void abandon(PersonId person, Subject subject) {
        Condition about = switch (subject) {
            case Subject.Competence(var code) -> ASSESSMENT_ASSESSMENT.COMPETENCE.eq(code);
            case Subject.Path path -> ASSESSMENT_ASSESSMENT.SUBJECT_ID.eq(path.id());
        };
        db.update(ASSESSMENT_ASSESSMENT).set(ASSESSMENT_ASSESSMENT.STATUS, Assessment.Status.ABANDONED.name())
                .set(ASSESSMENT_ASSESSMENT.SCREEN_READER, false).set(ASSESSMENT_ASSESSMENT.COLOURS, false)
                .where(ASSESSMENT_ASSESSMENT.PERSON_ID.eq(person.value())).and(about)
                .and(ASSESSMENT_ASSESSMENT.STATUS.eq(Assessment.Status.STARTED.name())).execute();
    }

    @Override
    public Set<String> metItems(PersonId person, @Nullable String competence) {
        return db.selectDistinct(ASSESSMENT_ANSWER.ITEM).from(ASSESSMENT_ANSWER).join(ASSESSMENT_ASSESSMENT)
                .on(ASSESSMENT_ASSESSMENT.ID.eq(ASSESSMENT_ANSWER.ASSESSMENT_ID))
                .where(ASSESSMENT_ASSESSMENT.PERSON_ID.eq(person.value()))
                .and(competence == null
                        ? DSL.noCondition()
                        : ASSESSMENT_ASSESSMENT.COMPETENCE.eq(competence)
                                .or(ASSESSMENT_ASSESSMENT.SUBJECT_ID.isNotNull()))
                .fetchSet(ASSESSMENT_ANSWER.ITEM);
    }

    @Override
    public List<Known> knowledge(PersonId person, Collection<String> competences) {
        return db
                .select(ASSESSMENT_KNOWLEDGE.SKILL, ASSESSMENT_KNOWLEDGE.STATUS, ASSESSMENT_KNOWLEDGE.SOURCE,
                        ASSESSMENT_KNOWLEDGE.ASSESSMENT_ID, ASSESSMENT_KNOWLEDGE.CREATED_AT)
                .from(ASSESSMENT_KNOWLEDGE).where(ASSESSMENT_KNOWLEDGE.PERSON_ID.eq(person.value()))
                .and(competences.size() == 1
                        ? ASSESSMENT_KNOWLEDGE.COMPETENCE.eq(competences.iterator().next())
                        : ASSESSMENT_KNOWLEDGE.COMPETENCE.in(competences))
                .fetch(row -> known(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    @Override
    public Map<PersonId, Integer> known(Collection<PersonId> people, Collection<String> skills) {
        return people.isEmpty()
                ? Map.of()
                : db.select(ASSESSMENT_KNOWLEDGE.PERSON_ID, DSL.count()).from(ASSESSMENT_KNOWLEDGE)
                        .where(ASSESSMENT_KNOWLEDGE.PERSON_ID.in(people.stream().map(PersonId::value).toList()))
                        .and(ASSESSMENT_KNOWLEDGE.SKILL.in(skills)).groupBy(ASSESSMENT_KNOWLEDGE.PERSON_ID)
                        .fetchMap(row -> new PersonId(row.value1()), row -> row.value2());
    }

    @Override
    public Map<String, List<Known>> knowledge(PersonId person) {
        return db
                .select(ASSESSMENT_KNOWLEDGE.COMPETENCE, ASSESSMENT_KNOWLEDGE.SKILL, ASSESSMENT_KNOWLEDGE.STATUS,
                        ASSESSMENT_KNOWLEDGE.SOURCE, ASSESSMENT_KNOWLEDGE.ASSESSMENT_ID,
                        ASSESSMENT_KNOWLEDGE.CREATED_AT)
                .from(ASSESSMENT_KNOWLEDGE).where(ASSESSMENT_KNOWLEDGE.PERSON_ID.eq(person.value()))
                .fetchGroups(ASSESSMENT_KNOWLEDGE.COMPETENCE, row -> known(row.get(ASSESSMENT_KNOWLEDGE.SKILL),
                        row.get(ASSESSMENT_KNOWLEDGE.STATUS), row.get(ASSESSMENT_KNOWLEDGE.SOURCE),
                        row.get(ASSESSMENT_KNOWLEDGE.ASSESSMENT_ID), row.get(ASSESSMENT_KNOWLEDGE.CREATED_AT)));
    }

    private static Known known(String skill, String status, String source, UUID assessment, LocalDateTime at) {
        return new Known(new KnowledgeElement(skill, Status.valueOf(status), Source.valueOf(source),
                at.toInstant(ZoneOffset.UTC)), new AssessmentId(assessment));
    }

    @Override
    public void keep(PersonId person, String competence, AssessmentId id, Collection<KnowledgeElement> elements) {
        if (elements.isEmpty()) {
            return;
        }
        var insert = db.insertInto(ASSESSMENT_KNOWLEDGE, ASSESSMENT_KNOWLEDGE.PERSON_ID,
                ASSESSMENT_KNOWLEDGE.COMPETENCE, ASSESSMENT_KNOWLEDGE.SKILL, ASSESSMENT_KNOWLEDGE.STATUS,
                ASSESSMENT_KNOWLEDGE.SOURCE, ASSESSMENT_KNOWLEDGE.ASSESSMENT_ID, ASSESSMENT_KNOWLEDGE.CREATED_AT);
        for (KnowledgeElement element : elements) {
            insert = insert.values(person.value(), competence, element.skill(), element.status().name(),
                    element.source().name(), id.value(), utc(element.at()));
        }
        insert.onDuplicateKeyUpdate()
                .set(ASSESSMENT_KNOWLEDGE.STATUS, DSL.excluded(ASSESSMENT_KNOWLEDGE.STATUS))
                .set(ASSESSMENT_KNOWLEDGE.SOURCE, DSL.excluded(ASSESSMENT_KNOWLEDGE.SOURCE))
                .set(ASSESSMENT_KNOWLEDGE.ASSESSMENT_ID, id.value())
                .set(ASSESSMENT_KNOWLEDGE.CREATED_AT, DSL.excluded(ASSESSMENT_KNOWLEDGE.CREATED_AT))
                .execute();
    }

    @Override
    public void forget(PersonId person, String competence) {
        db.deleteFrom(ASSESSMENT_KNOWLEDGE).where(ASSESSMENT_KNOWLEDGE.PERSON_ID.eq(person.value()))
                .and(ASSESSMENT_KNOWLEDGE.COMPETENCE.eq(competence)).execute();
    }

    @Override
    public void forget(PersonId person, Collection<String> competences, Collection<String> skills) {
        db.deleteFrom(ASSESSMENT_KNOWLEDGE).where(ASSESSMENT_KNOWLEDGE.PERSON_ID.eq(person.value()))
                .and(ASSESSMENT_KNOWLEDGE.COMPETENCE.in(competences)).and(ASSESSMENT_KNOWLEDGE.SKILL.in(skills))
                .execute();
    }

    private Assessment assessment(AssessmentAssessmentRecord row) {
        return new Assessment(new AssessmentId(row.getId()), new PersonId(row.getPersonId()), subject(row),
                row.getContentRelease(), row.getSeed(),
                row.getMetItems().isEmpty() ? Set.of() : Set.of(row.getMetItems().split(" ")),
                Assessment.Status.valueOf(row.getStatus()),
                row.getContinueTo(), row.getCurrentItem(), instant(row.getCurrentSince()), row.getAnswered(),
                row.getCheckpoint(), new Needs(row.getScreenReader(), row.getColours()), row.getLeavingCounts(),
                row.getStartedAt().toInstant(ZoneOffset.UTC), instant(row.getCompletedAt()));
    }

    private Subject subject(AssessmentAssessmentRecord row) {
        return row.getSubjectId() == null
                ? new Subject.Competence(row.getCompetence())
                : subjects.get(row.getSubjectId());
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
