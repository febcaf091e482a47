package fr.pixlti.tool.people.domain;

import java.util.UUID;

/**
 * The source of identities that an LTI platform vouches for. It is the registration, not the issuer: two institutions
 * may share an issuer, and one must not be able to name the other's people.
 */
public final class LtiIdentity {

    private LtiIdentity() {}

    public static String source(UUID platformId) {
        return "lti:" + platformId;
    }
}
