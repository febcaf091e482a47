package fr.pixlti.tool.people.store;

import static fr.pixlti.schema.Tables.PEOPLE_COURSE;
import static fr.pixlti.schema.Tables.PEOPLE_ENROLMENT;
import static fr.pixlti.schema.Tables.PEOPLE_GROUP;
import static fr.pixlti.schema.Tables.PEOPLE_GROUP_MEMBER;
import static fr.pixlti.schema.Tables.PEOPLE_IDENTITY;
import static fr.pixlti.schema.Tables.PEOPLE_PERSON;
import static fr.pixlti.schema.Tables.PEOPLE_SESSION;

import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.PersonalData;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Who somebody is and where: told first. Erased, all of it goes. */
@Repository
@Order(0)
class JooqPeopleData implements PersonalData {

    private final DSLContext db;

    JooqPeopleData(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Part> export(PersonId person) {
        UUID id = person.value();
        var session = PEOPLE_SESSION;
        return List.of(
                new Part("people.personal.person",
                        db.selectFrom(PEOPLE_PERSON).where(PEOPLE_PERSON.ID.eq(id)).fetchMaps()),
                new Part("people.personal.identities",
                        db.selectFrom(PEOPLE_IDENTITY).where(PEOPLE_IDENTITY.PERSON_ID.eq(id)).fetchMaps()),
                new Part("people.personal.enrolments", db
                        .select(PEOPLE_ENROLMENT.COURSE_ID, PEOPLE_COURSE.TITLE.as("course"), PEOPLE_ENROLMENT.ROLE,
                                PEOPLE_ENROLMENT.SINCE, PEOPLE_ENROLMENT.LEFT_AT, PEOPLE_ENROLMENT.GROUP_IDS)
                        .from(PEOPLE_ENROLMENT).join(PEOPLE_COURSE).on(PEOPLE_COURSE.ID.eq(PEOPLE_ENROLMENT.COURSE_ID))
                        .where(PEOPLE_ENROLMENT.PERSON_ID.eq(id)).fetchMaps()),
                new Part("people.personal.groups", db
                        .select(PEOPLE_GROUP.ID, PEOPLE_GROUP.COURSE_ID, PEOPLE_GROUP.NAME,
                                PEOPLE_GROUP.PLATFORM_GROUP_ID, PEOPLE_GROUP_MEMBER.OF_PLATFORM)
                        .from(PEOPLE_GROUP_MEMBER).join(PEOPLE_GROUP)
                        .on(PEOPLE_GROUP.ID.eq(PEOPLE_GROUP_MEMBER.GROUP_ID))
                        .where(PEOPLE_GROUP_MEMBER.PERSON_ID.eq(id)).fetchMaps()),
                new Part("people.personal.sessions", db
                        .select(session.ID, session.PLATFORM_ID, session.LOCALE, session.OPENED_PATH,
                                session.RETURN_URL, session.CREATED_AT, session.EXPIRES_AT)
                        .from(session).where(session.PERSON_ID.eq(id)).fetchMaps()));
    }

    @Override
    public void erase(PersonId person, PersonId nobody) {
        for (TableField<?, UUID> owner : List.of(PEOPLE_SESSION.PERSON_ID, PEOPLE_GROUP_MEMBER.PERSON_ID,
                PEOPLE_ENROLMENT.PERSON_ID, PEOPLE_IDENTITY.PERSON_ID, PEOPLE_PERSON.ID)) {
            db.deleteFrom(owner.getTable()).where(owner.eq(person.value())).execute();
        }
    }
}
