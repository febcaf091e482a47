package fr.pixlti.tool.lti.spi;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets the person of a validated launch in. Implemented by {@code people}; called inside the launch's transaction. */
public interface LaunchAdmission {

    /**
     * Knows the person, the course and the role, and opens a new browser session (never an old id: rule 2). Remembers
     * where the launch led, so that reloading it leads there again.
     *
     * @param opening says where the launch leads once person and course are known: a path inside the tool, without the
     *     session's prefix
     */
    Admission admit(Arrival arrival, Function<Admitted, String> opening);

    /**
     * The session, still valid, that a login led to: for a launch that is posted again.
     *
     * @param cookies finds the browser's cookie of a name
     */
    Optional<Reopened> reopen(UUID loginId, Function<String, @Nullable String> cookies);

    /**
     * Ends some of the sessions that the platform's launches opened, in a transaction of the caller's; other nodes may
     * honour one that they looked up a moment ago for half a minute more.
     *
     * @return whether there may be more of them
     */
    boolean endSessions(UUID platformId);

    /** The person a platform knows under this {@code sub}; empty for somebody who never came. */
    Optional<PersonId> known(UUID platformId, String subject);

    /**
     * Who arrives, as the platform says. Absent names are normal (privacy settings of the platform).
     *
     * @param loginId the login this launch ends
     * @param platformId the registration
     * @param deploymentId the deployment's row, which is the organisation
     * @param platformName name for the organisation when it is new
     * @param subject the token's {@code sub}
     * @param contextId the course; for a launch outside a course, a name made of the link
     * @param membershipsUrl the course's roster (NRPS 2.0), absent where the platform does not offer it
     * @param groupIds the platform's groups that the person is in; empty also where the platform does not say
     * @param returnUrl where "leave" goes; contains secrets of the platform: never logged, never in a page's text
     */
    record Arrival(UUID loginId, UUID platformId, UUID deploymentId, String platformName, String subject,
            @Nullable String givenName, @Nullable String familyName, @Nullable String fullName, @Nullable String email,
            LtiRole role, String contextId, @Nullable String contextTitle, @Nullable Locale locale,
            @Nullable String returnUrl, @Nullable String membershipsUrl, List<String> groupIds) {

        public Arrival {
            groupIds = List.copyOf(groupIds);
        }
    }

    /** @param courseId the course's row */
    record Admitted(PersonId person, UUID courseId) {}

    /**
     * An opened session.
     *
     * @param cookieName and value: the browser's proof, to be set HttpOnly, Secure, SameSite=None, Partitioned
     * @param path full path to go to, the session's prefix ({@code /~key}) included
     */
    record Admission(String cookieName, String cookieValue, Instant expiresAt, String path) {}

    /** @param path the full path, prefix included, where the launch led */
    record Reopened(String path) {}
}
