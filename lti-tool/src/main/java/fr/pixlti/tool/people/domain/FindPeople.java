package fr.pixlti.tool.people.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers the other rooms' questions about people. */
@Component
class FindPeople implements PeopleApi {

    private final People people;
    private final Sessions sessions;
    private final Transactions transactions;
    private final Clock clock;

    /** Sessions looked up a moment ago, by cookie: a page and the next answer need not ask the database who it is. */
    private final Cache<String, CurrentPerson> recently = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(30)).build();

    FindPeople(People people, Sessions sessions, Transactions transactions, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<CurrentPerson> session(String sessionKey, String cookieValue) {
        CurrentPerson recent = recently.getIfPresent(cookieValue);
        if (recent != null) {
            return recent.sessionKey().equals(sessionKey) ? Optional.of(recent) : Optional.empty();
        }
        Optional<CurrentPerson> found = SessionCookie.parse(cookieValue)
                .flatMap(cookie -> transactions.call(() -> sessions.find(cookie.sessionId()))
                        .filter(session -> cookie.proves(session.secretHash())
                                && session.expiresAt().isAfter(clock.instant())
                                && SessionCookie.key(session.person()).equals(sessionKey)))
                .map(session -> new CurrentPerson(session.person(), session.id(), sessionKey, session.displayName(),
                        session.locale() == null ? Locale.FRENCH : Locale.forLanguageTag(session.locale()),
                        session.platformId()));
        found.ifPresent(person -> recently.put(cookieValue, person));
        return found;
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
