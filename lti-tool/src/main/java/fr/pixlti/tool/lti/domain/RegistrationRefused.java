package fr.pixlti.tool.lti.domain;

import org.jspecify.annotations.Nullable;

/** A registration that is not made. */
public final class RegistrationRefused extends RuntimeException {

    private final RegistrationFault fault;
    private final String detail;
    private final @Nullable CallFault call;

    public RegistrationRefused(RegistrationFault fault) {
        this(fault, "", null);
    }

    /** @param detail what the page names */
    public RegistrationRefused(RegistrationFault fault, String detail) {
        this(fault, detail, null);
    }

    /** @param call why a call came to nothing */
    public RegistrationRefused(RegistrationFault fault, String detail, @Nullable CallFault call) {
        super(fault.code(), null, false, false);
        this.fault = fault;
        this.detail = detail;
        this.call = call;
    }

    public RegistrationFault fault() {
        return fault;
    }

    public String detail() {
        return detail;
    }

    public @Nullable CallFault call() {
        return call;
    }
}
