package fr.pixlti.tool.lti.domain;

import java.util.Map;

/**
 * A platform with the deployments known of it.
 *
 * @param deployments by the platform's deployment id
 */
public record Registration(Platform platform, Map<String, Deployment> deployments) {

    public Registration {
        deployments = Map.copyOf(deployments);
    }
}
