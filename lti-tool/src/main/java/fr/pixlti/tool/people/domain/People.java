package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People, their identities at hosts, and the courses they are enrolled in. */
public interface People {

    /** @param course in which the role is looked up */
    Optional<Known> find(String source, String subject, UUID course);

    /**
     * Keeps a new person with an identity and a first role in a course.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another request kept that identity at the same moment:
     *             tried again, the transaction finds the other's person
     */
    void add(PersonId person, Names names, String source, String subject, UUID course, LtiRole role, Instant now);

    void rename(PersonId person, Names names, Instant now);

    /** Keeps that the person signed in. @param day in UTC */
    void seen(PersonId person, LocalDate day);

    /**
     * The course of that context; made, with its organisation, when it is new. No statement when this node knows it and
     * the roster is where it was.
     */
    UUID course(UUID deploymentId, String organisationName, String contextId, @Nullable String title,
            @Nullable RosterAddress roster, Instant now);

    /** What the platform calls the course. */
    Optional<String> courseTitle(UUID course);

    /** Keeps a first role in a course. */
    void enrol(UUID course, PersonId person, LtiRole role, Instant now);

    /** Keeps another role in a course, for someone who is there or is back. */
    void changeRole(UUID course, PersonId person, LtiRole role, Instant now);

    /**
     * The role of somebody who is in the course, or left it after that time only: who launched as a teacher without standing
     * in the roster, as a platform's administrator may, goes on until their session ends.
     */
    Optional<LtiRole> role(UUID course, PersonId person, Instant leftAfter);

    Map<PersonId, Names> names(Collection<PersonId> people);

    /** Whether the person is enrolled in some course of that course's organisation, and has not left it. */
    boolean inOrganisationOf(PersonId person, UUID course);

    /** Who is there, by family name, then given name. */
    List<PersonId> enrolled(UUID course, LtiRole role);

    Optional<PersonId> person(String source, String subject);

    /** Who was there and has left, in the same order. */
    List<PersonId> left(UUID course, LtiRole role);

    Optional<String> subject(PersonId person, String source);

    /**
     * A person a host has named before.
     *
     * @param role in the course asked about, absent when not enrolled there
     * @param left whether the roster no longer names them there
     * @param groupIds the platform's groups as told last, see {@link GroupIds#text}
     * @param seenOn day of the last sign-in in UTC, absent before the first
     */
    record Known(PersonId id, Names names, @Nullable LtiRole role, boolean left, @Nullable String groupIds,
            @Nullable LocalDate seenOn) {}

    /** Where a platform gives a course's roster. */
    record RosterAddress(UUID platformId, String url) {}
}
