package fr.pixlti.tool.people.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.PersonId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sessions that this node opened or looked up a moment ago, by cookie: a page and the next answer need not ask the
 * database who it is.
 */
@Component
class RecentSessions {

    private final Cache<String, CurrentPerson> people = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(30)).build();

    Optional<CurrentPerson> find(String cookieValue) {
        return Optional.ofNullable(people.getIfPresent(cookieValue));
    }

    /** Forgets the sessions that a platform's launches opened. */
    void forget(UUID platformId) {
        people.asMap().values().removeIf(person -> platformId.equals(person.platformId()));
    }

    /** Forgets the sessions of a person. */
    void forget(PersonId person) {
        people.asMap().values().removeIf(known -> known.id().equals(person));
    }

    /** @param session committed */
    CurrentPerson put(String cookieValue, Sessions.Session session) {
        CurrentPerson person = new CurrentPerson(session.person(), session.id(), SessionCookie.key(session.person()),
                session.displayName(),
                session.locale() == null ? Locale.FRENCH : Locale.forLanguageTag(session.locale()),
                session.platformId());
        people.put(cookieValue, person);
        return person;
    }
}
