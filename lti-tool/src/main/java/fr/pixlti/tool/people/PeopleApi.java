package fr.pixlti.tool.people;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door of the people room. */
public interface PeopleApi {

    /** The person whose browser sends this cookie, while the session lasts. */
    Optional<CurrentPerson> session(String sessionKey, String cookieValue);

    /** The person's role in a course; OBSERVER for someone who is not enrolled. */
    LtiRole roleIn(PersonId person, UUID courseId);

    /** Whether the person has a role in the course, be it only to look. */
    boolean enrolled(PersonId person, UUID courseId);

    /** Names to show, by person; people without a name get an empty one. */
    Map<PersonId, String> displayNames(Collection<PersonId> people);

    /** Everybody known to take part in the course as a learner, by family name. */
    List<PersonId> learners(UUID courseId);

    /** How the platform knows a person: the {@code sub} of its tokens. */
    Optional<String> subject(PersonId person, UUID platformId);
}
