package fr.pixlti.tool.lti.domain;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The platforms' side of LTI Dynamic Registration 1.0. */
public interface DynamicRegistrations {

    /**
     * Reads what a platform says of itself.
     *
     * @throws RegistrationRefused when it cannot be read or lacks something
     */
    PlatformConfiguration read(URI address, boolean allowPrivate);

    /**
     * Registers the tool.
     *
     * @param token of the platform, absent when it gave none
     * @param language of the texts that have no language of their own
     * @throws RegistrationRefused when the platform does not do it
     */
    Agreed register(PlatformConfiguration platform, @Nullable String token, boolean allowPrivate, Locale language);

    /** What the platform answered. @param deploymentId absent when it did not say */
    record Agreed(String clientId, @Nullable String deploymentId) {}
}
