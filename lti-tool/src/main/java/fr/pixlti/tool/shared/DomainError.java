package fr.pixlti.tool.shared;

import java.util.List;

/**
 * A refusal with a code. The words come from the bundle of the room: {@code error.<room>.<code>}; the kind decides the
 * HTTP status. The message is for the log only.
 */
public final class DomainError extends RuntimeException {

    /** How a refusal is answered: 400, 401, 403, 404, 409. */
    public enum Kind {
        INVALID, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT
    }

    private final String code;
    private final Kind kind;
    private final transient List<Object> args;

    /**
     * @param code room and reason, for example {@code campaign.not-ready}; the bundle key is {@code error.} + code
     * @param kind how it is answered
     * @param args what the message names, in the order of its placeholders; no personal data
     */
    public DomainError(String code, Kind kind, Object... args) {
        super(code);
        this.code = code;
        this.kind = kind;
        this.args = List.of(args);
    }

    public static DomainError notFound(String code) {
        return new DomainError(code, Kind.NOT_FOUND);
    }

    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    public List<Object> args() {
        return args;
    }
}
