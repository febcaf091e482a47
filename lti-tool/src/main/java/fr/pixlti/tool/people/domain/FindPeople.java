package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers the other rooms' questions about people. */
@Component
class FindPeople implements PeopleApi {

    private final People people;
    private final Sessions sessions;
    private final RecentSessions recent;
    private final Transactions transactions;
    private final Clock clock;

    FindPeople(People people, Sessions sessions, RecentSessions recent, Transactions transactions, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.recent = recent;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<CurrentPerson> session(String sessionKey, String cookieValue) {
        Optional<CurrentPerson> known = recent.find(cookieValue);
        if (known.isPresent()) {
            return known.filter(person -> person.sessionKey().equals(sessionKey));
        }
        return SessionCookie.parse(cookieValue)
                .flatMap(cookie -> transactions.call(() -> sessions.find(cookie.sessionId()))
                        .filter(session -> cookie.proves(session.secretHash())
                                && session.expiresAt().isAfter(clock.instant())
                                && SessionCookie.key(session.person()).equals(sessionKey)))
                .map(session -> recent.put(cookieValue, session));
    }

    @Override
    public LtiRole roleIn(PersonId person, UUID courseId) {
        return transactions.call(() -> people.role(courseId, person)).orElse(LtiRole.OBSERVER);
    }

    @Override
    public boolean enrolled(PersonId person, UUID courseId) {
        return transactions.call(() -> people.role(courseId, person)).isPresent();
    }

    @Override
    public Map<PersonId, String> displayNames(Collection<PersonId> wanted) {
        Map<PersonId, String> names = new HashMap<>();
        wanted.forEach(person -> names.put(person, ""));
        transactions.call(() -> people.names(wanted)).forEach((person, name) -> names.put(person, name.display()));
        return names;
    }

    @Override
    public List<PersonId> learners(UUID courseId) {
        return transactions.call(() -> people.enrolled(courseId, LtiRole.LEARNER));
    }

    @Override
    public Optional<String> subject(PersonId person, UUID platformId) {
        return transactions.call(() -> people.subject(person, LtiIdentity.source(platformId)));
    }
}
