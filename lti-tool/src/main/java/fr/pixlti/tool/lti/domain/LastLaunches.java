package fr.pixlti.tool.lti.domain;

import java.util.UUID;

/** The latest launch of each platform. */
public interface LastLaunches {

    /** Keeps the launch; where it offers no service, the services of the one before stay. */
    void put(UUID platformId, LastLaunch launch);
}
