package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.lti.spi.LaunchAdmission;
import fr.pixlti.tool.people.PeopleSettings;
import fr.pixlti.tool.people.SessionCookies;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Lets the person of a launch in: knows them, enrols them, opens their session. */
@Component
class AdmitPerson implements LaunchAdmission {

    private static final int MOST_ENDED = 500;

    private final People people;
    private final KnowPerson knowPerson;
    private final Sessions sessions;
    private final RecentSessions recent;
    private final SessionCookies cookies;
    private final PeopleSettings settings;
    private final Ids ids;
    private final Clock clock;

    AdmitPerson(People people, KnowPerson knowPerson, Sessions sessions, RecentSessions recent, SessionCookies cookies,
            PeopleSettings settings, Ids ids, Clock clock) {
        this.people = people;
        this.knowPerson = knowPerson;
        this.sessions = sessions;
        this.recent = recent;
        this.cookies = cookies;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Admission admit(Arrival arrival, Function<Admitted, String> opening) {
        try {
            return letIn(arrival, opening);
        } catch (DuplicateKeyException e) {
            throw e;
        } catch (DataIntegrityViolationException e) {
            throw new ConcurrencyFailureException("The person was erased meanwhile: tried again, they are new", e);
        }
    }

    private Admission letIn(Arrival arrival, Function<Admitted, String> opening) {
        Instant now = clock.instant();
        UUID course = people.course(arrival.deploymentId(), arrival.platformName(), arrival.contextId(),
                arrival.contextTitle(), roster(arrival), now);
        People.Known known = knowPerson.handle(arrival, course, now);
        PersonId person = known.id();
        String path = opening.apply(new Admitted(person, course));
        SessionCookie cookie = SessionCookie.of(ids.next());
        Instant expiry = now.plus(settings.sessionLifetime());
        String locale = arrival.locale() == null ? null : arrival.locale().toLanguageTag();
        Sessions.Session session = new Sessions.Session(cookie.sessionId(), cookie.hash(), person,
                known.names().display(), arrival.platformId(), arrival.loginId(), locale, path, arrival.returnUrl(),
                now, expiry);
        sessions.add(session);
        String cookieValue = cookie.value();
        Transactions.afterCommit(() -> recent.put(cookieValue, session));
        String key = SessionCookie.key(person);
        return new Admission(cookies.name(key), cookieValue, expiry, cookies.pathPrefix(key) + path);
    }

    private static People.@Nullable RosterAddress roster(Arrival arrival) {
        String url = arrival.membershipsUrl();
        return url == null ? null : new People.RosterAddress(arrival.platformId(), url);
    }

    @Override
    public boolean endSessions(UUID platformId) {
        int ended = sessions.endOf(platformId, MOST_ENDED);
        Transactions.afterCommit(() -> recent.forget(platformId));
        return ended == MOST_ENDED;
    }

    @Override
    public Optional<PersonId> known(UUID platformId, String subject) {
        return people.person(LtiIdentity.source(platformId), subject);
    }

    @Override
    public Optional<Reopened> reopen(UUID loginId, Function<String, @Nullable String> cookieOfName) {
        Sessions.Session led = sessions.ofLogin(loginId).orElse(null);
        if (led == null || led.openedPath() == null) {
            return Optional.empty();
        }
        String key = SessionCookie.key(led.person());
        // A later launch of the same person has replaced the cookie: any session of theirs will do.
        return Optional.ofNullable(cookieOfName.apply(cookies.name(key))).flatMap(SessionCookie::parse)
                .filter(cookie -> sessions.find(cookie.sessionId())
                        .filter(session -> session.person().equals(led.person())
                                && cookie.proves(session.secretHash()) && session.expiresAt().isAfter(clock.instant()))
                        .isPresent())
                .map(cookie -> new Reopened(cookies.pathPrefix(key) + led.openedPath()));
    }
}
