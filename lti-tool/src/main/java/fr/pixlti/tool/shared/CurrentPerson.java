package fr.pixlti.tool.shared;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person at the browser. Controllers take it as an argument; it is the principal of the security context.
 *
 * @param id who
 * @param sessionId the browser session
 * @param sessionKey names the session in the address ({@code /~key/…}), so that two people may share a browser
 * @param displayName name to show, empty when the host gave none
 * @param locale language the host asked for at the sign-in
 * @param platformId the LTI platform that vouches for the session, absent for an ENT sign-in
 */
public record CurrentPerson(PersonId id, UUID sessionId, String sessionKey, String displayName, Locale locale,
        @Nullable UUID platformId) {}
