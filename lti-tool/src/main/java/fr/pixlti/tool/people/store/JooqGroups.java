package fr.pixlti.tool.people.store;

import static fr.pixlti.schema.Tables.PEOPLE_ENROLMENT;
import static fr.pixlti.schema.Tables.PEOPLE_GROUP;
import static fr.pixlti.schema.Tables.PEOPLE_GROUP_MEMBER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;

import fr.pixlti.tool.people.CourseGroup;
import fr.pixlti.tool.people.domain.GroupIds;
import fr.pixlti.tool.people.domain.Groups;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqGroups implements Groups {

    private final DSLContext db;
    private final Ids ids;

    JooqGroups(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    @Override
    public void told(UUID course, PersonId person, GroupIds told, Instant now) {
        Map<String, UUID> known = new HashMap<>(db.select(PEOPLE_GROUP.PLATFORM_GROUP_ID, PEOPLE_GROUP.ID)
                .from(PEOPLE_GROUP).where(PEOPLE_GROUP.COURSE_ID.eq(course))
                .and(PEOPLE_GROUP.PLATFORM_GROUP_ID.in(told.ids()))
                .fetchMap(PEOPLE_GROUP.PLATFORM_GROUP_ID, PEOPLE_GROUP.ID));
        // In the ids' order, so that two launches that make the same groups do not wait for each other in a circle.
        for (String id : told.ids()) {
            known.computeIfAbsent(id, unknown -> make(course, unknown, now));
        }
        db.deleteFrom(PEOPLE_GROUP_MEMBER).where(PEOPLE_GROUP_MEMBER.PERSON_ID.eq(person.value()))
                .and(PEOPLE_GROUP_MEMBER.OF_PLATFORM)
                .and(PEOPLE_GROUP_MEMBER.GROUP_ID
                        .in(db.select(PEOPLE_GROUP.ID).from(PEOPLE_GROUP).where(PEOPLE_GROUP.COURSE_ID.eq(course))))
                .and(PEOPLE_GROUP_MEMBER.GROUP_ID.notIn(known.values())).execute();
        for (UUID group : known.values()) {
            put(group, person.value(), true);
        }
        db.update(PEOPLE_ENROLMENT).set(PEOPLE_ENROLMENT.GROUP_IDS, told.text())
                .where(PEOPLE_ENROLMENT.COURSE_ID.eq(course)).and(PEOPLE_ENROLMENT.PERSON_ID.eq(person.value()))
                .execute();
    }

    private UUID make(UUID course, String platformId, Instant now) {
        return db.insertInto(PEOPLE_GROUP).set(PEOPLE_GROUP.ID, ids.next()).set(PEOPLE_GROUP.COURSE_ID, course)
                .set(PEOPLE_GROUP.PLATFORM_GROUP_ID, platformId).set(PEOPLE_GROUP.CREATED_AT, utc(now))
                .onDuplicateKeyUpdate().set(PEOPLE_GROUP.PLATFORM_GROUP_ID, platformId)
                .returningResult(PEOPLE_GROUP.ID).fetchSingle().value1();
    }

    private int put(UUID group, UUID person, boolean ofPlatform) {
        return db
                .insertInto(PEOPLE_GROUP_MEMBER, PEOPLE_GROUP_MEMBER.GROUP_ID, PEOPLE_GROUP_MEMBER.PERSON_ID,
                        PEOPLE_GROUP_MEMBER.OF_PLATFORM)
                .values(group, person, ofPlatform).onDuplicateKeyIgnore().execute();
    }

    @Override
    public List<CourseGroup> of(UUID course) {
        return db
                .select(PEOPLE_GROUP.ID, PEOPLE_GROUP.NAME, PEOPLE_GROUP.PLATFORM_GROUP_ID,
                        count(PEOPLE_ENROLMENT.PERSON_ID))
                .from(PEOPLE_GROUP).leftJoin(PEOPLE_GROUP_MEMBER).on(PEOPLE_GROUP_MEMBER.GROUP_ID.eq(PEOPLE_GROUP.ID))
                .leftJoin(PEOPLE_ENROLMENT)
                .on(PEOPLE_ENROLMENT.COURSE_ID.eq(course)
                        .and(PEOPLE_ENROLMENT.PERSON_ID.eq(PEOPLE_GROUP_MEMBER.PERSON_ID))
                        .and(PEOPLE_ENROLMENT.LEFT_AT.isNull()))
                .where(PEOPLE_GROUP.COURSE_ID.eq(course))
                .groupBy(PEOPLE_GROUP.ID, PEOPLE_GROUP.NAME, PEOPLE_GROUP.PLATFORM_GROUP_ID)
                .orderBy(PEOPLE_GROUP.NAME.isNull(), PEOPLE_GROUP.NAME, PEOPLE_GROUP.PLATFORM_GROUP_ID)
                .fetch(row -> new CourseGroup(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    @Override
    public Map<UUID, Set<PersonId>> members(UUID course) {
        Map<UUID, Set<PersonId>> members = new HashMap<>();
        db.select(PEOPLE_GROUP_MEMBER.GROUP_ID, PEOPLE_GROUP_MEMBER.PERSON_ID).from(PEOPLE_GROUP)
                .join(PEOPLE_GROUP_MEMBER).on(PEOPLE_GROUP_MEMBER.GROUP_ID.eq(PEOPLE_GROUP.ID))
                .where(PEOPLE_GROUP.COURSE_ID.eq(course)).forEach(row -> members
                        .computeIfAbsent(row.value1(), group -> new HashSet<>()).add(new PersonId(row.value2())));
        return members;
    }

    @Override
    public Map<PersonId, List<String>> names(UUID course, Collection<PersonId> people) {
        Map<PersonId, List<String>> names = new HashMap<>();
        if (people.isEmpty()) {
            return names;
        }
        var name = coalesce(PEOPLE_GROUP.NAME, PEOPLE_GROUP.PLATFORM_GROUP_ID);
        db.select(PEOPLE_GROUP_MEMBER.PERSON_ID, name).from(PEOPLE_GROUP_MEMBER).join(PEOPLE_GROUP)
                .on(PEOPLE_GROUP.ID.eq(PEOPLE_GROUP_MEMBER.GROUP_ID))
                .where(PEOPLE_GROUP_MEMBER.PERSON_ID.in(people.stream().map(PersonId::value).toList()))
                .and(PEOPLE_GROUP.COURSE_ID.eq(course)).orderBy(name).forEach(row -> names
                        .computeIfAbsent(new PersonId(row.value1()), person -> new ArrayList<>()).add(row.value2()));
        return names;
    }

    @Override
    public boolean name(UUID course, UUID group, String name) {
        // Counts rows found, not rows changed: the driver says so unless told otherwise.
        return db.update(PEOPLE_GROUP).set(PEOPLE_GROUP.NAME, name).where(PEOPLE_GROUP.ID.eq(group))
                .and(PEOPLE_GROUP.COURSE_ID.eq(course)).execute() == 1;
    }

    @Override
    public UUID named(UUID course, String name, Instant now) {
        return db.select(PEOPLE_GROUP.ID).from(PEOPLE_GROUP).where(PEOPLE_GROUP.COURSE_ID.eq(course))
                .and(PEOPLE_GROUP.NAME.eq(name)).orderBy(PEOPLE_GROUP.ID).limit(1).fetchOptional(PEOPLE_GROUP.ID)
                .orElseGet(() -> {
                    UUID id = ids.next();
                    db.insertInto(PEOPLE_GROUP, PEOPLE_GROUP.ID, PEOPLE_GROUP.COURSE_ID, PEOPLE_GROUP.NAME,
                            PEOPLE_GROUP.CREATED_AT).values(id, course, name, utc(now)).execute();
                    return id;
                });
    }

    @Override
    public int add(UUID group, Collection<PersonId> people) {
        int added = 0;
        for (PersonId person : new ArrayList<>(people)) {
            added += put(group, person.value(), false);
        }
        return added;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
