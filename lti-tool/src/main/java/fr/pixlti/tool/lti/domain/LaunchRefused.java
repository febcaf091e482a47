package fr.pixlti.tool.lti.domain;

import org.jspecify.annotations.Nullable;

/**
 * A login or a launch that is not honoured. Never thrown inside the launch's transaction: what was used up there must
 * stay used up.
 */
public final class LaunchRefused extends RuntimeException {

    private final Fault fault;
    private final String detail;
    private final transient @Nullable Platform platform;

    public LaunchRefused(Fault fault) {
        this(fault, "", null);
    }

    /** @param detail what the page names, for example a claim's name; never a value of the token but its issuer */
    public LaunchRefused(Fault fault, String detail) {
        this(fault, detail, null);
    }

    /** @param platform whose launch it was, where the signature proves it or the login says it */
    public LaunchRefused(Fault fault, String detail, @Nullable Platform platform) {
        super(fault.code(), null, false, false);
        this.fault = fault;
        this.detail = detail;
        this.platform = platform;
    }

    /** @param issuer as claimed; the log names it, since an operator can do nothing without it */
    static LaunchRefused ofUnknownPlatform(String issuer) {
        String plain = issuer.replaceAll("[^\\x21-\\x7e]", "?");
        return new LaunchRefused(Fault.PLATFORM_UNKNOWN, plain.substring(0, Math.min(plain.length(), 200)));
    }

    /** @param platform not approved */
    static LaunchRefused ofUnapproved(Platform platform) {
        return new LaunchRefused(
                platform.status() == Platform.Status.SUSPENDED ? Fault.PLATFORM_SUSPENDED : Fault.PLATFORM_PENDING, "",
                platform);
    }

    public Fault fault() {
        return fault;
    }

    public String detail() {
        return detail;
    }

    public @Nullable Platform platform() {
        return platform;
    }

    /** The same refusal, with the platform known. */
    public LaunchRefused at(Platform known) {
        return platform == null ? new LaunchRefused(fault, detail, known) : this;
    }
}
