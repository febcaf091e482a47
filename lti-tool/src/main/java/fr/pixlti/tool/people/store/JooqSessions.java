package fr.pixlti.tool.people.store;

import static fr.pixlti.schema.Tables.PEOPLE_PERSON;
import static fr.pixlti.schema.Tables.PEOPLE_SESSION;

import fr.pixlti.tool.people.domain.Names;
import fr.pixlti.tool.people.domain.Sessions;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

@Repository
class JooqSessions implements Sessions {

    private final DSLContext db;

    JooqSessions(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Session session) {
        db.insertInto(PEOPLE_SESSION, PEOPLE_SESSION.ID, PEOPLE_SESSION.SECRET_HASH, PEOPLE_SESSION.PERSON_ID,
                PEOPLE_SESSION.PLATFORM_ID, PEOPLE_SESSION.LOGIN_ID, PEOPLE_SESSION.LOCALE, PEOPLE_SESSION.OPENED_PATH,
                PEOPLE_SESSION.RETURN_URL, PEOPLE_SESSION.CREATED_AT, PEOPLE_SESSION.EXPIRES_AT)
                .values(session.id(), session.secretHash(), session.person().value(), session.platformId(),
                        session.loginId(), session.locale(), session.openedPath(), session.returnUrl(),
                        utc(session.createdAt()), utc(session.expiresAt()))
                .execute();
    }

    @Override
    public Optional<Session> find(UUID id) {
        return find(PEOPLE_SESSION.ID.eq(id));
    }

    @Override
    public Optional<Session> ofLogin(UUID loginId) {
        return find(PEOPLE_SESSION.LOGIN_ID.eq(loginId));
    }

    /** Found without a lock, since they are found by a look at all sessions; people of other platforms go on meanwhile. */
    @Override
    public int endOf(UUID platformId, int most) {
        List<UUID> some = db.select(PEOPLE_SESSION.ID).from(PEOPLE_SESSION)
                .where(PEOPLE_SESSION.PLATFORM_ID.eq(platformId)).limit(most).fetch(PEOPLE_SESSION.ID);
        if (!some.isEmpty()) {
            db.deleteFrom(PEOPLE_SESSION).where(PEOPLE_SESSION.ID.in(some)).execute();
        }
        return some.size();
    }

    @Override
    public int purge(Instant now) {
        return db.deleteFrom(PEOPLE_SESSION).where(PEOPLE_SESSION.EXPIRES_AT.lt(utc(now))).execute();
    }

    private Optional<Session> find(Condition condition) {
        return db
                .select(PEOPLE_SESSION.ID, PEOPLE_SESSION.SECRET_HASH, PEOPLE_SESSION.PERSON_ID,
                        PEOPLE_SESSION.PLATFORM_ID, PEOPLE_SESSION.LOGIN_ID, PEOPLE_SESSION.LOCALE,
                        PEOPLE_SESSION.OPENED_PATH, PEOPLE_SESSION.RETURN_URL, PEOPLE_SESSION.CREATED_AT,
                        PEOPLE_SESSION.EXPIRES_AT, PEOPLE_PERSON.GIVEN_NAME, PEOPLE_PERSON.FAMILY_NAME,
                        PEOPLE_PERSON.FULL_NAME)
                .from(PEOPLE_SESSION).join(PEOPLE_PERSON).on(PEOPLE_PERSON.ID.eq(PEOPLE_SESSION.PERSON_ID))
                .where(condition).limit(1).fetchOptional().map(JooqSessions::session);
    }

    private static Session session(Record row) {
        Names names = new Names(row.get(PEOPLE_PERSON.GIVEN_NAME), row.get(PEOPLE_PERSON.FAMILY_NAME),
                row.get(PEOPLE_PERSON.FULL_NAME), null);
        return new Session(row.get(PEOPLE_SESSION.ID), row.get(PEOPLE_SESSION.SECRET_HASH),
                new PersonId(row.get(PEOPLE_SESSION.PERSON_ID)), names.display(), row.get(PEOPLE_SESSION.PLATFORM_ID),
                row.get(PEOPLE_SESSION.LOGIN_ID), row.get(PEOPLE_SESSION.LOCALE), row.get(PEOPLE_SESSION.OPENED_PATH),
                row.get(PEOPLE_SESSION.RETURN_URL), row.get(PEOPLE_SESSION.CREATED_AT).toInstant(ZoneOffset.UTC),
                row.get(PEOPLE_SESSION.EXPIRES_AT).toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
