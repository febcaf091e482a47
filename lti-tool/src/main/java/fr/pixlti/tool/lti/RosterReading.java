package fr.pixlti.tool.lti;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a course's roster through all its pages (NRPS 2.0): all of it or nothing. */
public sealed interface RosterReading {

    /**
     * @param members each once
     * @param differencesUrl where the platform will say what changed since, absent where it does not offer that
     */
    record Read(List<Member> members, @Nullable String differencesUrl) implements RosterReading {

        public Read {
            members = List.copyOf(members);
        }
    }

    /** Nothing is known of who is in the course, least of all that somebody left. */
    record Failed(Reason reason) implements RosterReading {}

    /**
     * PLATFORM_UNKNOWN and SUSPENDED: the registration is gone or put aside by the operator; UNREACHABLE: no answer, or
     * 5xx; BUSY: too many requests; REFUSED: no token, or another 4xx; UNREADABLE: not what the specification says, or a
     * page on another site; TOO_LONG: more pages or people than any course has, or pages that lead in a circle.
     */
    enum Reason {
        PLATFORM_UNKNOWN, SUSPENDED, UNREACHABLE, BUSY, REFUSED, UNREADABLE, TOO_LONG
    }

    /**
     * A person as the roster says; names are absent where the platform's privacy settings want it so.
     *
     * @param userId the {@code sub} of the person's launches, at most 255 characters
     * @param role in the course
     * @param status ACTIVE: there; INACTIVE: put aside by the platform; DELETED: no longer there
     */
    record Member(String userId, LtiRole role, Status status, @Nullable String givenName,
            @Nullable String familyName, @Nullable String fullName, @Nullable String email) {}

    /** NRPS 2.0 §2.3. */
    enum Status {
        ACTIVE, INACTIVE, DELETED
    }
}
