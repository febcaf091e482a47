package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of a course, many at a time. */
public interface Enrolments {

    /** Those that the host has named before, by subject. */
    Map<String, Enrolled> find(String source, Collection<String> subjects, UUID course);

    /** Everybody of that host who is in the course and has not left. */
    List<Present> present(String source, UUID course);

    /**
     * Keeps new people with identity and role.
     *
     * @throws org.springframework.dao.DuplicateKeyException when a launch kept one of them at the same moment
     */
    void add(List<Newcomer> people, String source, UUID course, Instant now);

    void rename(Map<PersonId, Names> people, Instant now);

    /** Keeps a first role in the course. @throws org.springframework.dao.DuplicateKeyException as above */
    void enrol(Map<PersonId, LtiRole> people, UUID course, Instant now);

    /** Keeps another role, for people who are there or are back. */
    void changeRoles(Map<PersonId, LtiRole> people, UUID course, Instant now);

    /** Puts down that they left; who launched since {@code before} has not. */
    void leave(Collection<PersonId> people, UUID course, Instant before, Instant now);

    /**
     * @param role in the course, absent when never enrolled there
     * @param since when the role was given
     */
    record Enrolled(PersonId person, Names names, @Nullable LtiRole role, @Nullable Instant since, boolean left) {}

    record Present(PersonId person, String subject, Instant since) {}

    record Newcomer(PersonId person, String subject, Names names, LtiRole role) {}
}
