package fr.pixlti.tool.people.store;

import static fr.pixlti.schema.Tables.PEOPLE_COURSE;
import static fr.pixlti.schema.Tables.PEOPLE_ENROLMENT;
import static fr.pixlti.schema.Tables.PEOPLE_IDENTITY;
import static fr.pixlti.schema.Tables.PEOPLE_ORGANISATION;
import static fr.pixlti.schema.Tables.PEOPLE_PERSON;
import static fr.pixlti.schema.Tables.PEOPLE_ROSTER;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.domain.Names;
import fr.pixlti.tool.people.domain.People;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqPeople implements People {

    private final DSLContext db;
    private final Ids ids;

    /** Which course a context is never changes, so every node may remember it; where its roster is hardly ever does. */
    private final Cache<Context, KnownCourse> courses = Caffeine.newBuilder().maximumSize(20_000).build();

    JooqPeople(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    @Override
    public Optional<Known> find(String source, String subject, UUID course) {
        return db
                .select(PEOPLE_PERSON.ID, PEOPLE_PERSON.GIVEN_NAME, PEOPLE_PERSON.FAMILY_NAME, PEOPLE_PERSON.FULL_NAME,
                        PEOPLE_PERSON.EMAIL, PEOPLE_ENROLMENT.ROLE, PEOPLE_ENROLMENT.LEFT_AT,
                        PEOPLE_ENROLMENT.GROUP_IDS, PEOPLE_PERSON.SEEN_ON)
                .from(PEOPLE_IDENTITY).join(PEOPLE_PERSON).on(PEOPLE_PERSON.ID.eq(PEOPLE_IDENTITY.PERSON_ID))
                .leftJoin(PEOPLE_ENROLMENT)
                .on(PEOPLE_ENROLMENT.PERSON_ID.eq(PEOPLE_PERSON.ID).and(PEOPLE_ENROLMENT.COURSE_ID.eq(course)))
                .where(PEOPLE_IDENTITY.SOURCE.eq(source)).and(PEOPLE_IDENTITY.SUBJECT.eq(subject)).fetchOptional()
                .map(row -> new Known(new PersonId(row.value1()), names(row),
                        row.value6() == null ? null : LtiRole.valueOf(row.value6()), row.value7() != null,
                        row.value8(), row.value9()));
    }

    @Override
    public void add(PersonId person, Names names, String source, String subject, UUID course, LtiRole role,
            Instant now) {
        LocalDateTime at = utc(now);
        UUID id = person.value();
        // One round trip: the three statements leave together.
        db.batch(
                db.insertInto(PEOPLE_PERSON, PEOPLE_PERSON.ID, PEOPLE_PERSON.GIVEN_NAME, PEOPLE_PERSON.FAMILY_NAME,
                        PEOPLE_PERSON.FULL_NAME, PEOPLE_PERSON.EMAIL, PEOPLE_PERSON.SEEN_ON, PEOPLE_PERSON.CREATED_AT,
                        PEOPLE_PERSON.UPDATED_AT)
                        .values(id, names.given(), names.family(), names.full(), names.email(), at.toLocalDate(), at,
                                at),
                db.insertInto(PEOPLE_IDENTITY, PEOPLE_IDENTITY.SOURCE, PEOPLE_IDENTITY.SUBJECT,
                        PEOPLE_IDENTITY.PERSON_ID, PEOPLE_IDENTITY.CREATED_AT).values(source, subject, id, at),
                enrolment(course, person, role, at)).execute();
    }

    @Override
    public void rename(PersonId person, Names names, Instant now) {
        db.update(PEOPLE_PERSON).set(PEOPLE_PERSON.GIVEN_NAME, names.given())
                .set(PEOPLE_PERSON.FAMILY_NAME, names.family()).set(PEOPLE_PERSON.FULL_NAME, names.full())
                .set(PEOPLE_PERSON.EMAIL, names.email()).set(PEOPLE_PERSON.UPDATED_AT, utc(now))
                .where(PEOPLE_PERSON.ID.eq(person.value())).execute();
    }

    @Override
    public void seen(PersonId person, LocalDate day) {
        db.update(PEOPLE_PERSON).set(PEOPLE_PERSON.SEEN_ON, day).where(PEOPLE_PERSON.ID.eq(person.value())).execute();
    }

    @Override
    public UUID course(UUID deploymentId, String organisationName, String contextId, @Nullable String title,
            @Nullable RosterAddress roster, Instant now) {
        Context context = new Context(deploymentId, contextId);
        KnownCourse cached = courses.getIfPresent(context);
        if (cached != null && (roster == null || roster.equals(cached.roster()))) {
            return cached.id();
        }
        LocalDateTime at = utc(now);
        UUID course = cached == null ? keep(context, organisationName, title, at) : cached.id();
        if (roster != null) {
            keep(course, roster, at);
        }
        Transactions.afterCommit(() -> courses.put(context, new KnownCourse(course, roster)));
        return course;
    }

    private UUID keep(Context context, String organisationName, @Nullable String title, LocalDateTime at) {
        UUID organisation = organisation(context.deploymentId(), organisationName, at);
        return db
                .insertInto(PEOPLE_COURSE, PEOPLE_COURSE.ID, PEOPLE_COURSE.ORGANISATION_ID, PEOPLE_COURSE.CONTEXT_ID,
                        PEOPLE_COURSE.TITLE, PEOPLE_COURSE.CREATED_AT)
                .values(ids.next(), organisation, context.contextId(), title, at).onDuplicateKeyUpdate()
                .set(PEOPLE_COURSE.TITLE, title).returningResult(PEOPLE_COURSE.ID).fetchSingle().value1();
    }

    /** A roster that is elsewhere now is read anew at once. */
    private void keep(UUID course, RosterAddress roster, LocalDateTime at) {
        var t = PEOPLE_ROSTER;
        // MariaDB carries the assignments out from left to right: what "same" compares comes last.
        Condition same = t.MEMBERSHIPS_URL.eq(roster.url()).and(t.PLATFORM_ID.eq(roster.platformId()));
        db.insertInto(t).set(t.COURSE_ID, course).set(t.PLATFORM_ID, roster.platformId())
                .set(t.MEMBERSHIPS_URL, roster.url()).set(t.NEXT_AT, at).set(t.FAILURES, 0).onDuplicateKeyUpdate()
                .set(t.NEXT_AT, DSL.when(same, t.NEXT_AT).otherwise(at))
                .set(t.DIFFERENCES_URL, DSL.when(same, t.DIFFERENCES_URL).otherwise(DSL.val((String) null)))
                .set(t.PLATFORM_ID, roster.platformId()).set(t.MEMBERSHIPS_URL, roster.url()).execute();
    }

    @Override
    public Optional<String> courseTitle(UUID course) {
        return db.select(PEOPLE_COURSE.TITLE).from(PEOPLE_COURSE).where(PEOPLE_COURSE.ID.eq(course))
                .fetchOptional(PEOPLE_COURSE.TITLE);
    }

    /** Read without a lock: all courses of a school hang on this row. */
    private UUID organisation(UUID deploymentId, String name, LocalDateTime at) {
        return db.select(PEOPLE_ORGANISATION.ID).from(PEOPLE_ORGANISATION)
                .where(PEOPLE_ORGANISATION.LTI_DEPLOYMENT_ID.eq(deploymentId)).fetchOptional(PEOPLE_ORGANISATION.ID)
                .orElseGet(() -> db
                        .insertInto(PEOPLE_ORGANISATION, PEOPLE_ORGANISATION.ID, PEOPLE_ORGANISATION.LTI_DEPLOYMENT_ID,
                                PEOPLE_ORGANISATION.NAME, PEOPLE_ORGANISATION.CREATED_AT)
                        .values(ids.next(), deploymentId, name, at).onDuplicateKeyUpdate()
                        .set(PEOPLE_ORGANISATION.LTI_DEPLOYMENT_ID, deploymentId)
                        .returningResult(PEOPLE_ORGANISATION.ID).fetchSingle().value1());
    }

    @Override
    public void enrol(UUID course, PersonId person, LtiRole role, Instant now) {
        enrolment(course, person, role, utc(now)).execute();
    }

    private Query enrolment(UUID course, PersonId person, LtiRole role, LocalDateTime at) {
        return db.insertInto(PEOPLE_ENROLMENT, PEOPLE_ENROLMENT.COURSE_ID, PEOPLE_ENROLMENT.PERSON_ID,
                PEOPLE_ENROLMENT.ROLE, PEOPLE_ENROLMENT.SINCE).values(course, person.value(), role.name(), at);
    }

    @Override
    public void changeRole(UUID course, PersonId person, LtiRole role, Instant now) {
        db.update(PEOPLE_ENROLMENT).set(PEOPLE_ENROLMENT.ROLE, role.name()).set(PEOPLE_ENROLMENT.SINCE, utc(now))
                .setNull(PEOPLE_ENROLMENT.LEFT_AT).where(PEOPLE_ENROLMENT.COURSE_ID.eq(course))
                .and(PEOPLE_ENROLMENT.PERSON_ID.eq(person.value()))
                .execute();
    }

    @Override
    public Optional<LtiRole> role(UUID course, PersonId person, Instant leftAfter) {
        return db.select(PEOPLE_ENROLMENT.ROLE).from(PEOPLE_ENROLMENT).where(PEOPLE_ENROLMENT.COURSE_ID.eq(course))
                .and(PEOPLE_ENROLMENT.PERSON_ID.eq(person.value()))
                .and(PEOPLE_ENROLMENT.LEFT_AT.isNull().or(PEOPLE_ENROLMENT.LEFT_AT.gt(utc(leftAfter))))
                .fetchOptional(PEOPLE_ENROLMENT.ROLE).map(LtiRole::valueOf);
    }

    @Override
    public boolean inOrganisationOf(PersonId person, UUID course) {
        var there = PEOPLE_COURSE.as("there");
        return db.fetchExists(db.selectOne().from(PEOPLE_ENROLMENT).join(there)
                .on(there.ID.eq(PEOPLE_ENROLMENT.COURSE_ID)).join(PEOPLE_COURSE)
                .on(PEOPLE_COURSE.ORGANISATION_ID.eq(there.ORGANISATION_ID))
                .where(PEOPLE_ENROLMENT.PERSON_ID.eq(person.value())).and(PEOPLE_ENROLMENT.LEFT_AT.isNull())
                .and(PEOPLE_COURSE.ID.eq(course)));
    }

    @Override
    public Map<PersonId, Names> names(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return db
                .select(PEOPLE_PERSON.ID, PEOPLE_PERSON.GIVEN_NAME, PEOPLE_PERSON.FAMILY_NAME, PEOPLE_PERSON.FULL_NAME,
                        PEOPLE_PERSON.EMAIL)
                .from(PEOPLE_PERSON).where(PEOPLE_PERSON.ID.in(people.stream().map(PersonId::value).toList()))
                .fetchMap(row -> new PersonId(row.get(PEOPLE_PERSON.ID)), JooqPeople::names);
    }

    @Override
    public List<PersonId> enrolled(UUID course, LtiRole role) {
        return enrolled(course, role, PEOPLE_ENROLMENT.LEFT_AT.isNull());
    }

    @Override
    public List<PersonId> left(UUID course, LtiRole role) {
        return enrolled(course, role, PEOPLE_ENROLMENT.LEFT_AT.isNotNull());
    }

    private List<PersonId> enrolled(UUID course, LtiRole role, Condition there) {
        return db.select(PEOPLE_PERSON.ID).from(PEOPLE_ENROLMENT).join(PEOPLE_PERSON)
                .on(PEOPLE_PERSON.ID.eq(PEOPLE_ENROLMENT.PERSON_ID)).where(PEOPLE_ENROLMENT.COURSE_ID.eq(course))
                .and(PEOPLE_ENROLMENT.ROLE.eq(role.name())).and(there)
                .orderBy(PEOPLE_PERSON.FAMILY_NAME, PEOPLE_PERSON.GIVEN_NAME, PEOPLE_PERSON.ID)
                .fetch(row -> new PersonId(row.value1()));
    }

    @Override
    public Optional<PersonId> person(String source, String subject) {
        return db.select(PEOPLE_IDENTITY.PERSON_ID).from(PEOPLE_IDENTITY).where(PEOPLE_IDENTITY.SOURCE.eq(source))
                .and(PEOPLE_IDENTITY.SUBJECT.eq(subject)).fetchOptional(PEOPLE_IDENTITY.PERSON_ID).map(PersonId::new);
    }

    @Override
    public Optional<String> subject(PersonId person, String source) {
        return db.select(PEOPLE_IDENTITY.SUBJECT).from(PEOPLE_IDENTITY)
                .where(PEOPLE_IDENTITY.PERSON_ID.eq(person.value())).and(PEOPLE_IDENTITY.SOURCE.eq(source))
                .fetchOptional(PEOPLE_IDENTITY.SUBJECT);
    }

    private static Names names(Record row) {
        return new Names(row.get(PEOPLE_PERSON.GIVEN_NAME), row.get(PEOPLE_PERSON.FAMILY_NAME),
                row.get(PEOPLE_PERSON.FULL_NAME), row.get(PEOPLE_PERSON.EMAIL));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record Context(UUID deploymentId, String contextId) {}

    /** @param roster as kept, absent when no launch has named it to this node */
    private record KnownCourse(UUID id, @Nullable RosterAddress roster) {}
}
