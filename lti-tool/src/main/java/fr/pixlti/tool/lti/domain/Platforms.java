package fr.pixlti.tool.lti.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The registrations, as stored. */
public interface Platforms {

    /** Every registration under an issuer, approved or not, with its deployments: one statement. */
    List<Registration> ofIssuer(String issuer);

    Optional<Platform> byId(UUID id);

    /**
     * Adds the registration of the settings, or changes the one with the same issuer and client id; platform and
     * deployments become approved. Deployments that are not named stay as they are. May be done by several nodes at once.
     *
     * @param platform its id counts only when the registration is new
     */
    void apply(Platform platform, List<String> deploymentIds);

    /** The deployment, put down as PENDING when it was unknown. */
    Deployment deployment(UUID platformId, String deploymentId);
}
