package fr.pixlti.tool.lti.domain;

import java.util.Locale;

/** Why a call to a platform came to nothing; the words are {@code lti.call.<code>}. */
public enum CallFault {
    /** Not https, though the platform may not use anything else. */
    NOT_HTTPS,
    /** In a private network, which the platform may not use. */
    PRIVATE_ADDRESS,
    /** No server has that name. */
    UNKNOWN_HOST,
    /** Nobody listens there, or the way there is blocked. */
    NO_CONNECTION,
    /** The certificate is not valid. */
    CERTIFICATE,
    /** No whole answer in time. */
    TIMEOUT,
    /** An answer longer than anything that was asked for. */
    TOO_LONG;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
