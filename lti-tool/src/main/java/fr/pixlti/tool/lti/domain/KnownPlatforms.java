package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The registrations, as operators see and change them. A platform that was used is never deleted: links live for years. */
public interface KnownPlatforms {

    /** Every platform, what waits for the operator first, then by name. Deployments are counted, not listed. */
    List<Listed> all();

    /** How many platforms wait for the operator, or have a deployment that does. */
    long waiting();

    Optional<KnownPlatform> find(UUID id);

    /** The platform with this identity. */
    Optional<KnownPlatform> find(Client client);

    /**
     * Adds a platform that is not there yet.
     *
     * @param deploymentIds of the platform's answer or the operator's form; approved when the platform is
     * @return false when another has its issuer and client id, which is left as it is
     */
    boolean add(KnownPlatform platform, List<String> deploymentIds);

    /**
     * Changes what an operator may change: everything but issuer and client id.
     *
     * @param before when the operator's form was filled
     * @return false when somebody else has changed it since, or it belongs to the settings
     */
    boolean change(Platform platform, Instant before);

    /**
     * Approves or suspends. A platform that is approved for the first time brings its deployments along.
     *
     * @return false when it had that status already, or belongs to the settings
     */
    boolean changeStatus(UUID id, Platform.Status status);

    /** @return the platform's word for it; empty when there is no such deployment that waits */
    Optional<String> approveDeployment(UUID platformId, UUID deployment);

    /** Platforms that the settings no longer name can be changed by the operator. */
    void releaseAllBut(Collection<Client> ofSettings);

    /** What tells registrations apart. */
    record Client(String issuer, String clientId) {}

    /** A line of the list. @param pending deployments that wait for the operator */
    record Listed(KnownPlatform platform, int pending) {}
}
