package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.RosterReading;

/** The platforms' rosters (Names and Role Provisioning Services 2.0). */
public interface Rosters {

    /** Reads all pages; never throws for what a platform answers or fails to answer. */
    RosterReading read(Platform platform, String url);
}
