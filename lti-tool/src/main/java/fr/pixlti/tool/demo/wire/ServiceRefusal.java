package fr.pixlti.tool.demo.wire;

import org.jspecify.annotations.Nullable;

/** A request that a service answers with an error. */
final class ServiceRefusal extends RuntimeException {

    private final int status;
    private final boolean broken;

    /** @param reason Moodle's words, empty for the standard phrase of the status */
    ServiceRefusal(int status, String reason) {
        this(status, reason, null, false);
    }

    ServiceRefusal(int status, String reason, Throwable cause) {
        this(status, reason, cause, false);
    }

    private ServiceRefusal(int status, String reason, @Nullable Throwable cause, boolean broken) {
        super(reason, cause);
        this.status = status;
        this.broken = broken;
    }

    /** A fault of Moodle's own: it answers with the page of an exception, which is a 404. */
    static ServiceRefusal brokenPlatform() {
        return new ServiceRefusal(404, "", null, true);
    }

    int status() {
        return status;
    }

    boolean broken() {
        return broken;
    }
}
