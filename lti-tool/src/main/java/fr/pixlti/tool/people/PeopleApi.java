package fr.pixlti.tool.people;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door of the people room. */
public interface PeopleApi {

    /** The person whose browser sends this cookie, while the session lasts. */
    Optional<CurrentPerson> session(String sessionKey, String cookieValue);

    /** The person's role in a course; OBSERVER for someone who is not enrolled. */
    LtiRole roleIn(PersonId person, UUID courseId);

    /** Whether the person has a role in the course, be it only to look. */
    boolean enrolled(PersonId person, UUID courseId);

    /**
     * Names to show, by person; people without a name get an empty one. Nobody, see {@link PersonId#nobody}, is called a
     * participant who was erased, in the language of the page that asks.
     */
    Map<PersonId, String> displayNames(Collection<PersonId> people);

    /** Names in their parts, by person; nothing for people who are not known, nobody as in {@link #displayNames}. */
    Map<PersonId, PersonName> names(Collection<PersonId> people);

    /**
     * What to sort people by and to search them in: family name and given name, in lower case letters a to z and digits,
     * at most 255 characters; people without a name get an empty one.
     */
    Map<PersonId, String> sortNames(Collection<PersonId> people);

    /** Everybody known to be in the course as a learner, whether they ever came or not, by family name. */
    List<PersonId> learners(UUID courseId);

    /** Whether the person is in some course of the organisation that this course belongs to. */
    boolean inOrganisationOf(PersonId person, UUID courseId);

    /** Those who were learners of the course and are no longer in it, as the platform's roster says. */
    List<PersonId> formerLearners(UUID courseId);

    /** The groups of the course, by name, those without one last. */
    List<CourseGroup> groups(UUID courseId);

    /** Who is in the groups of the course, by group; a group without anybody is absent. */
    Map<UUID, Set<PersonId>> groupMembers(UUID courseId);

    /**
     * How people stand in a list of the course, whether they are still in it or not; none of them is absent. Who was erased
     * is named as in {@link #displayNames}.
     */
    Map<PersonId, CourseMember> members(UUID courseId, Collection<PersonId> people);

    /** How the course's roster is read; empty where the platform offers none. */
    Optional<RosterState> roster(UUID courseId);

    /** Has the course's roster read soon; nothing where the platform offers none. */
    void refreshRoster(UUID courseId);

    /** What the platform calls the course, absent when it does not say or there is no such course. */
    Optional<String> courseTitle(UUID courseId);

    /** How the platform knows a person: the {@code sub} of its tokens. */
    Optional<String> subject(PersonId person, UUID platformId);
}
