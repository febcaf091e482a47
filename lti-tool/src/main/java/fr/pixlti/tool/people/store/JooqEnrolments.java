package fr.pixlti.tool.people.store;

import static fr.pixlti.schema.Tables.PEOPLE_ENROLMENT;
import static fr.pixlti.schema.Tables.PEOPLE_IDENTITY;
import static fr.pixlti.schema.Tables.PEOPLE_PERSON;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.domain.Enrolments;
import fr.pixlti.tool.people.domain.Names;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

@Repository
class JooqEnrolments implements Enrolments {

    private final DSLContext db;

    JooqEnrolments(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Enrolled> find(String source, Collection<String> subjects, UUID course) {
        return db
                .select(PEOPLE_IDENTITY.SUBJECT, PEOPLE_PERSON.ID, PEOPLE_PERSON.GIVEN_NAME, PEOPLE_PERSON.FAMILY_NAME,
                        PEOPLE_PERSON.FULL_NAME, PEOPLE_PERSON.EMAIL, PEOPLE_ENROLMENT.ROLE, PEOPLE_ENROLMENT.SINCE,
                        PEOPLE_ENROLMENT.LEFT_AT)
                .from(PEOPLE_IDENTITY).join(PEOPLE_PERSON).on(PEOPLE_PERSON.ID.eq(PEOPLE_IDENTITY.PERSON_ID))
                .leftJoin(PEOPLE_ENROLMENT)
                .on(PEOPLE_ENROLMENT.PERSON_ID.eq(PEOPLE_PERSON.ID).and(PEOPLE_ENROLMENT.COURSE_ID.eq(course)))
                .where(PEOPLE_IDENTITY.SOURCE.eq(source)).and(PEOPLE_IDENTITY.SUBJECT.in(subjects))
                .fetchMap(PEOPLE_IDENTITY.SUBJECT, JooqEnrolments::enrolled);
    }

    private static Enrolled enrolled(Record row) {
        String role = row.get(PEOPLE_ENROLMENT.ROLE);
        LocalDateTime since = row.get(PEOPLE_ENROLMENT.SINCE);
        return new Enrolled(new PersonId(row.get(PEOPLE_PERSON.ID)),
                new Names(row.get(PEOPLE_PERSON.GIVEN_NAME), row.get(PEOPLE_PERSON.FAMILY_NAME),
                        row.get(PEOPLE_PERSON.FULL_NAME), row.get(PEOPLE_PERSON.EMAIL)),
                role == null ? null : LtiRole.valueOf(role), since == null ? null : since.toInstant(ZoneOffset.UTC),
                row.get(PEOPLE_ENROLMENT.LEFT_AT) != null);
    }

    @Override
    public List<Present> present(String source, UUID course) {
        return db.select(PEOPLE_ENROLMENT.PERSON_ID, PEOPLE_IDENTITY.SUBJECT, PEOPLE_ENROLMENT.SINCE)
                .from(PEOPLE_ENROLMENT).join(PEOPLE_IDENTITY)
                .on(PEOPLE_IDENTITY.PERSON_ID.eq(PEOPLE_ENROLMENT.PERSON_ID).and(PEOPLE_IDENTITY.SOURCE.eq(source)))
                .where(PEOPLE_ENROLMENT.COURSE_ID.eq(course)).and(PEOPLE_ENROLMENT.LEFT_AT.isNull())
                .fetch(row -> new Present(new PersonId(row.value1()), row.value2(),
                        row.value3().toInstant(ZoneOffset.UTC)));
    }

    @Override
    public void add(List<Newcomer> people, String source, UUID course, Instant now) {
        if (people.isEmpty()) {
            return;
        }
        LocalDateTime at = utc(now);
        var persons = db.insertInto(PEOPLE_PERSON, PEOPLE_PERSON.ID, PEOPLE_PERSON.GIVEN_NAME,
                PEOPLE_PERSON.FAMILY_NAME, PEOPLE_PERSON.FULL_NAME, PEOPLE_PERSON.EMAIL, PEOPLE_PERSON.CREATED_AT,
                PEOPLE_PERSON.UPDATED_AT);
        var identities = db.insertInto(PEOPLE_IDENTITY, PEOPLE_IDENTITY.SOURCE, PEOPLE_IDENTITY.SUBJECT,
                PEOPLE_IDENTITY.PERSON_ID, PEOPLE_IDENTITY.CREATED_AT);
        var enrolments = db.insertInto(PEOPLE_ENROLMENT, PEOPLE_ENROLMENT.COURSE_ID, PEOPLE_ENROLMENT.PERSON_ID,
                PEOPLE_ENROLMENT.ROLE, PEOPLE_ENROLMENT.SINCE);
        for (Newcomer one : people) {
            UUID id = one.person().value();
            Names names = one.names();
            persons = persons.values(id, names.given(), names.family(), names.full(), names.email(), at, at);
            identities = identities.values(source, one.subject(), id, at);
            enrolments = enrolments.values(course, id, one.role().name(), at);
        }
        persons.execute();
        identities.execute();
        enrolments.execute();
    }

    @Override
    public void rename(Map<PersonId, Names> people, Instant now) {
        List<Query> updates = new ArrayList<>();
        people.forEach((person, names) -> updates.add(db.update(PEOPLE_PERSON)
                .set(PEOPLE_PERSON.GIVEN_NAME, names.given()).set(PEOPLE_PERSON.FAMILY_NAME, names.family())
                .set(PEOPLE_PERSON.FULL_NAME, names.full()).set(PEOPLE_PERSON.EMAIL, names.email())
                .set(PEOPLE_PERSON.UPDATED_AT, utc(now)).where(PEOPLE_PERSON.ID.eq(person.value()))));
        together(updates);
    }

    @Override
    public void enrol(Map<PersonId, LtiRole> people, UUID course, Instant now) {
        if (people.isEmpty()) {
            return;
        }
        var insert = db.insertInto(PEOPLE_ENROLMENT, PEOPLE_ENROLMENT.COURSE_ID, PEOPLE_ENROLMENT.PERSON_ID,
                PEOPLE_ENROLMENT.ROLE, PEOPLE_ENROLMENT.SINCE);
        for (Map.Entry<PersonId, LtiRole> one : people.entrySet()) {
            insert = insert.values(course, one.getKey().value(), one.getValue().name(), utc(now));
        }
        insert.execute();
    }

    @Override
    public void changeRoles(Map<PersonId, LtiRole> people, UUID course, Instant now) {
        List<Query> updates = new ArrayList<>();
        people.forEach((person, role) -> updates.add(db.update(PEOPLE_ENROLMENT)
                .set(PEOPLE_ENROLMENT.ROLE, role.name()).set(PEOPLE_ENROLMENT.SINCE, utc(now))
                .setNull(PEOPLE_ENROLMENT.LEFT_AT).where(PEOPLE_ENROLMENT.COURSE_ID.eq(course))
                .and(PEOPLE_ENROLMENT.PERSON_ID.eq(person.value()))));
        together(updates);
    }

    @Override
    public void leave(Collection<PersonId> people, UUID course, Instant before, Instant now) {
        if (!people.isEmpty()) {
            db.update(PEOPLE_ENROLMENT).set(PEOPLE_ENROLMENT.LEFT_AT, utc(now))
                    .where(PEOPLE_ENROLMENT.COURSE_ID.eq(course))
                    .and(PEOPLE_ENROLMENT.PERSON_ID.in(people.stream().map(PersonId::value).toList()))
                    .and(PEOPLE_ENROLMENT.LEFT_AT.isNull()).and(PEOPLE_ENROLMENT.SINCE.lt(utc(before))).execute();
        }
    }

    /** One round trip. */
    private void together(List<Query> updates) {
        if (!updates.isEmpty()) {
            db.batch(updates).execute();
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
