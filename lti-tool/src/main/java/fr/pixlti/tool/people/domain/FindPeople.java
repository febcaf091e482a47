package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.people.PeopleSettings;
import java.time.Instant;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.CourseGroup;
import fr.pixlti.tool.people.CourseMember;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.people.PersonName;
import fr.pixlti.tool.people.RosterState;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Answers the other rooms' questions about people. */
@Component
class FindPeople implements PeopleApi {

    private final People people;
    private final Groups groups;
    private final CourseRosters rosters;
    private final Sessions sessions;
    private final RecentSessions recent;
    private final PeopleSettings settings;
    private final MessageSource messages;
    private final Transactions transactions;
    private final Clock clock;

    FindPeople(People people, Groups groups, CourseRosters rosters, Sessions sessions, RecentSessions recent,
            PeopleSettings settings, MessageSource messages, Transactions transactions, Clock clock) {
        this.people = people;
        this.groups = groups;
        this.rosters = rosters;
        this.sessions = sessions;
        this.recent = recent;
        this.settings = settings;
        this.messages = messages;
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

    /** Since when sessions may be open. */
    private Instant lastSessions() {
        return clock.instant().minus(settings.sessionLifetime());
    }

    @Override
    public LtiRole roleIn(PersonId person, UUID courseId) {
        return transactions.call(() -> people.role(courseId, person, lastSessions())).orElse(LtiRole.OBSERVER);
    }

    @Override
    public boolean enrolled(PersonId person, UUID courseId) {
        return transactions.call(() -> people.role(courseId, person, lastSessions())).isPresent();
    }

    @Override
    public Map<PersonId, String> displayNames(Collection<PersonId> wanted) {
        Map<PersonId, String> names = new HashMap<>();
        wanted.forEach(person -> names.put(person, person.isNobody() ? erased() : ""));
        transactions.call(() -> people.names(wanted)).forEach((person, name) -> names.put(person, name.display()));
        return names;
    }

    /** In the language of the page that asks. */
    private String erased() {
        return messages.getMessage("people.erased", null, LocaleContextHolder.getLocale());
    }

    @Override
    public Map<PersonId, PersonName> names(Collection<PersonId> wanted) {
        Map<PersonId, PersonName> names = new HashMap<>();
        wanted.stream().filter(PersonId::isNobody).forEach(nobody -> names.put(nobody, new PersonName(erased(), "")));
        transactions.call(() -> people.names(wanted)).forEach((person, name) -> names.put(person, name.parts()));
        return names;
    }

    @Override
    public Map<PersonId, String> sortNames(Collection<PersonId> wanted) {
        Map<PersonId, String> names = new HashMap<>();
        wanted.forEach(person -> names.put(person, ""));
        transactions.call(() -> people.names(wanted)).forEach((person, name) -> names.put(person, name.sortable()));
        return names;
    }

    @Override
    public List<PersonId> learners(UUID courseId) {
        return transactions.call(() -> people.enrolled(courseId, LtiRole.LEARNER));
    }

    @Override
    public boolean inOrganisationOf(PersonId person, UUID courseId) {
        return transactions.call(() -> people.inOrganisationOf(person, courseId));
    }

    @Override
    public List<PersonId> formerLearners(UUID courseId) {
        return transactions.call(() -> people.left(courseId, LtiRole.LEARNER));
    }

    @Override
    public List<CourseGroup> groups(UUID courseId) {
        return transactions.call(() -> groups.of(courseId));
    }

    @Override
    public Map<UUID, Set<PersonId>> groupMembers(UUID courseId) {
        return transactions.call(() -> groups.members(courseId));
    }

    @Override
    public Map<PersonId, CourseMember> members(UUID courseId, Collection<PersonId> wanted) {
        return transactions.call(() -> {
            Map<PersonId, Names> names = people.names(wanted);
            Map<PersonId, List<String>> of = groups.names(courseId, wanted);
            Map<PersonId, CourseMember> members = new HashMap<>();
            for (PersonId person : wanted) {
                PersonName name = person.isNobody()
                        ? new PersonName(erased(), "")
                        : names.getOrDefault(person, Names.UNKNOWN).parts();
                members.put(person, new CourseMember(name.family(), name.given(),
                        of.getOrDefault(person, List.of())));
            }
            return members;
        });
    }

    @Override
    public Optional<RosterState> roster(UUID courseId) {
        return transactions.call(() -> rosters.find(courseId)).map(roster -> new RosterState(roster.readAt(),
                roster.failure(), !roster.nextAt().isAfter(clock.instant())));
    }

    @Override
    public void refreshRoster(UUID courseId) {
        transactions.call(() -> rosters.want(courseId, clock.instant()));
    }

    @Override
    public Optional<String> courseTitle(UUID courseId) {
        return transactions.call(() -> people.courseTitle(courseId));
    }

    @Override
    public Optional<String> subject(PersonId person, UUID platformId) {
        return transactions.call(() -> people.subject(person, LtiIdentity.source(platformId)));
    }
}
