package fr.pixlti.tool.people.store;

import static fr.pixlti.schema.Tables.PEOPLE_COURSE;
import static fr.pixlti.schema.Tables.PEOPLE_ENROLMENT;
import static fr.pixlti.schema.Tables.PEOPLE_IDENTITY;
import static fr.pixlti.schema.Tables.PEOPLE_PERSON;

import fr.pixlti.schema.tables.records.PeoplePersonRecord;
import fr.pixlti.tool.people.domain.KnownPeople;
import fr.pixlti.tool.people.domain.Names;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqKnownPeople implements KnownPeople {

    /** The same id at so many platforms at most: platforms count their people from 1. */
    private static final int SAME_SUBJECT = 1_000;

    private final DSLContext db;

    JooqKnownPeople(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Found> search(String text, @Nullable UUID before, int most) {
        List<UUID> bySubject = db.select(PEOPLE_IDENTITY.PERSON_ID).from(PEOPLE_IDENTITY)
                .where(PEOPLE_IDENTITY.SUBJECT.eq(text)).limit(SAME_SUBJECT).fetch(PEOPLE_IDENTITY.PERSON_ID);
        Condition older = before == null ? DSL.noCondition() : PEOPLE_PERSON.ID.lt(before);
        return found(named(text).or(PEOPLE_PERSON.ID.in(bySubject)).and(older), most);
    }

    /** Each of the parts is a range of an index. */
    private static Condition named(String text) {
        Condition named = PEOPLE_PERSON.FAMILY_NAME.startsWith(text).or(PEOPLE_PERSON.GIVEN_NAME.startsWith(text))
                .or(PEOPLE_PERSON.FULL_NAME.startsWith(text));
        int space = text.indexOf(' ');
        if (space < 0) {
            return named;
        }
        String first = text.substring(0, space);
        String rest = text.substring(space + 1).strip();
        return named.or(PEOPLE_PERSON.GIVEN_NAME.startsWith(first).and(PEOPLE_PERSON.FAMILY_NAME.startsWith(rest)))
                .or(PEOPLE_PERSON.FAMILY_NAME.startsWith(first).and(PEOPLE_PERSON.GIVEN_NAME.startsWith(rest)));
    }

    @Override
    public Optional<Found> find(PersonId person) {
        return found(PEOPLE_PERSON.ID.eq(person.value()), 1).stream().findFirst();
    }

    private List<Found> found(Condition condition, int most) {
        List<PeoplePersonRecord> rows = db.selectFrom(PEOPLE_PERSON).where(condition)
                .orderBy(PEOPLE_PERSON.ID.desc()).limit(most).fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(PeoplePersonRecord::getId).toList();
        Map<UUID, List<String>> subjects = db.select(PEOPLE_IDENTITY.PERSON_ID, PEOPLE_IDENTITY.SUBJECT)
                .from(PEOPLE_IDENTITY).where(PEOPLE_IDENTITY.PERSON_ID.in(ids)).orderBy(PEOPLE_IDENTITY.SUBJECT)
                .fetchGroups(PEOPLE_IDENTITY.PERSON_ID, PEOPLE_IDENTITY.SUBJECT);
        Map<UUID, List<String>> courses = db.select(PEOPLE_ENROLMENT.PERSON_ID, PEOPLE_COURSE.TITLE)
                .from(PEOPLE_ENROLMENT).join(PEOPLE_COURSE).on(PEOPLE_COURSE.ID.eq(PEOPLE_ENROLMENT.COURSE_ID))
                .where(PEOPLE_ENROLMENT.PERSON_ID.in(ids)).and(PEOPLE_COURSE.TITLE.isNotNull())
                .orderBy(PEOPLE_COURSE.TITLE).fetchGroups(PEOPLE_ENROLMENT.PERSON_ID, PEOPLE_COURSE.TITLE);
        return rows.stream().map(row -> new Found(new PersonId(row.getId()),
                new Names(row.getGivenName(), row.getFamilyName(), row.getFullName(), row.getEmail()),
                subjects.getOrDefault(row.getId(), List.of()), courses.getOrDefault(row.getId(), List.of()),
                row.getCreatedAt().toInstant(ZoneOffset.UTC), row.getSeenOn())).toList();
    }

    @Override
    public boolean lock(PersonId person) {
        return db.select(PEOPLE_PERSON.ID).from(PEOPLE_PERSON).where(PEOPLE_PERSON.ID.eq(person.value())).forUpdate()
                .fetchOptional().isPresent();
    }

    @Override
    public List<PersonId> outdated(Limits limits, @Nullable PersonId after, int most) {
        Condition rest = after == null ? DSL.noCondition() : PEOPLE_PERSON.ID.gt(after.value());
        return db.select(PEOPLE_PERSON.ID).from(PEOPLE_PERSON).where(outdated(limits)).and(rest)
                .orderBy(PEOPLE_PERSON.ID).limit(most).fetch(row -> new PersonId(row.value1()));
    }

    @Override
    public boolean isOutdated(PersonId person, Limits limits) {
        return db.fetchExists(PEOPLE_PERSON, PEOPLE_PERSON.ID.eq(person.value()).and(outdated(limits)));
    }

    private Condition outdated(Limits limits) {
        Field<LocalDate> seen = DSL.coalesce(PEOPLE_PERSON.SEEN_ON,
                DSL.cast(PEOPLE_PERSON.CREATED_AT, LocalDate.class));
        Condition theirs = PEOPLE_ENROLMENT.PERSON_ID.eq(PEOPLE_PERSON.ID);
        Condition there = PEOPLE_ENROLMENT.LEFT_AT.isNull().or(PEOPLE_ENROLMENT.LEFT_AT.ge(utc(limits.left())));
        return seen.lt(day(limits.unseen()))
                .or(seen.lt(day(limits.left()))
                        .and(DSL.exists(db.selectOne().from(PEOPLE_ENROLMENT).where(theirs)))
                        .and(DSL.notExists(db.selectOne().from(PEOPLE_ENROLMENT).where(theirs.and(there)))));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
