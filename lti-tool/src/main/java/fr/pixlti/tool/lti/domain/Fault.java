package fr.pixlti.tool.lti.domain;

import java.util.Locale;

/**
 * Why a login or a launch is not honoured. The code stands on the page and in the log; the page's words are
 * {@code lti.fault.<code>} and {@code lti.advice.<advice>}.
 */
public enum Fault {
    /** A required parameter is absent or too long; named by the argument. */
    LOGIN_PARAMETER(400, Advice.ADMINISTRATOR), PLATFORM_UNKNOWN(400, Advice.ADMINISTRATOR),
    /** Several registrations share the issuer and the login names none. */
    PLATFORM_AMBIGUOUS(400, Advice.ADMINISTRATOR),
    /** The platform registered, and waits for the operator. */
    PLATFORM_PENDING(401, Advice.PLATFORM_APPROVAL),
    /** The operator no longer wants the platform. */
    PLATFORM_SUSPENDED(401, Advice.PLATFORM_APPROVAL),
    /** {@code target_link_uri} is not on this tool. */
    TARGET_FOREIGN(400, Advice.ADMINISTRATOR),
    /** The page was opened by hand. */
    NOT_FROM_COURSE(400, Advice.REOPEN),

    /** The platform wants the person to sign in again. */
    PLATFORM_LOGIN(401, Advice.SIGN_IN),
    /** The platform answered the login with an error; named by the argument. */
    PLATFORM_ERROR(400, Advice.ADMINISTRATOR),

    STATE_MISSING(400, Advice.REOPEN), TOKEN_MISSING(400, Advice.ADMINISTRATOR),
    /** Not a signed JWT, or a claim of the wrong type. */
    TOKEN_MALFORMED(400, Advice.ADMINISTRATOR), KID_MISSING(401, Advice.ADMINISTRATOR),
    /** The platform publishes no such key, or may not be asked again yet. */
    KID_UNKNOWN(401, Advice.WAIT), ALGORITHM(401, Advice.ADMINISTRATOR),
    /** The token brings a key or a key's address of its own. */
    HEADER_FORBIDDEN(401, Advice.ADMINISTRATOR), SIGNATURE(401, Advice.ADMINISTRATOR),
    /** The platform's key set cannot be read. */
    KEYS_UNREACHABLE(401, Advice.WAIT), AUDIENCE(401, Advice.ADMINISTRATOR), EXPIRED(401, Advice.REOPEN),
    /** Issued in the future or too long ago: a clock is wrong. */
    CLOCK(401, Advice.CLOCKS),
    /** A required claim is absent or empty; named by the argument. */
    CLAIM_MISSING(400, Advice.ADMINISTRATOR), CLAIM_MALFORMED(400, Advice.ADMINISTRATOR), VERSION(400,
            Advice.ADMINISTRATOR), MESSAGE_TYPE(400, Advice.ADMINISTRATOR),

    /** No cookie, and nothing to show that the platform's page posted the launch. */
    COOKIE_MISSING(401, Advice.COOKIES), OTHER_BROWSER(401, Advice.REOPEN), LOGIN_USED(401,
            Advice.REOPEN), LOGIN_EXPIRED(401, Advice.REOPEN), NONCE(401, Advice.REOPEN), LOGIN_OF_OTHER_PLATFORM(401,
                    Advice.REOPEN), LOGIN_OF_OTHER_DEPLOYMENT(401,
                            Advice.REOPEN), LOGIN_OF_OTHER_TARGET(401, Advice.REOPEN),

    /** The platform is known, this deployment of it waits for the operator. */
    DEPLOYMENT_PENDING(401, Advice.APPROVAL),
    /** The link names an activity that does not exist; named by the argument. */
    TARGET_UNKNOWN(400, Advice.TEACHER), TICKET_USED(401, Advice.REOPEN),
    /** The secret with which a frame waits for what is chosen in a window is wrong, used or too old. */
    CONTENT_GONE(401, Advice.REOPEN),
    /** Deep linking on a platform that takes no links to activities. */
    CONTENT_TYPES(400, Advice.ADMINISTRATOR),
    /** {@code deep_link_return_url} is on no origin of the registration. */
    RETURN_FOREIGN(400, Advice.ADMINISTRATOR),
    /** Choosing content and looking at people's work is for those who teach the course. */
    TEACHERS_ONLY(401, Advice.ROLE),
    /** The right to pick for this link is not this person's, or is over. */
    PICK_REFUSED(401, Advice.REOPEN),
    /** The database is out of reach: the one fault that is the tool's own. */
    UNAVAILABLE(503, Advice.WAIT);

    /** What the person can do about it. */
    public enum Advice {
        ADMINISTRATOR, APPROVAL, CLOCKS, COOKIES, PLATFORM_APPROVAL, REOPEN, ROLE, SIGN_IN, TEACHER, WAIT;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final int status;
    private final Advice advice;

    Fault(int status, Advice advice) {
        this.status = status;
        this.advice = advice;
    }

    /** HTTP status: 400 or 401, and 503 for a fault of the tool. */
    public int status() {
        return status;
    }

    public Advice advice() {
        return advice;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
