package fr.pixlti.tool.lti.domain;

import java.util.Locale;

/** Why a registration is not made; the words are {@code lti.register.fault.<code>}. */
public enum RegistrationFault {
    /** Neither an invitation nor a host that may register without one. */
    NOT_INVITED(403), INVITATION_UNKNOWN(403), INVITATION_EXPIRED(403), INVITATION_REVOKED(403),
    /** Another platform registered with it. */
    INVITATION_USED(409),
    /** The same request is being dealt with, by another window or node. */
    UNDER_WAY(409),
    /** The address of the platform's description cannot be one; named by the argument. */
    CONFIGURATION_ADDRESS(400),
    /** The platform's description could not be fetched; why is a {@link CallFault}. */
    CONFIGURATION_UNREACHABLE(400),
    /** The argument is the status. */
    CONFIGURATION_STATUS(400), CONFIGURATION_UNREADABLE(400),
    /** Something is absent or no address; named by the argument. */
    CONFIGURATION_INCOMPLETE(400),
    /** Without an invitation, everything has to be on the host that is listed; the other host is the argument. */
    OTHER_HOST(403),
    /** The platform could not be reached to register; why is a {@link CallFault}. */
    REGISTRATION_UNREACHABLE(400),
    /** The platform's own words are the argument. */
    REGISTRATION_REFUSED(400),
    /** The platform says that the link of this registration has been used. */
    TOKEN_USED(400),
    /** The platform's answer names no client id. */
    REGISTRATION_UNREADABLE(400);

    private final int status;

    RegistrationFault(int status) {
        this.status = status;
    }

    /** HTTP status of the page. */
    public int status() {
        return status;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
