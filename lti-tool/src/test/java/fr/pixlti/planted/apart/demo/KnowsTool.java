package fr.pixlti.planted.apart.demo;

import fr.pixlti.planted.apart.lti.LtiDoor;

/** Planted: the demo LMS knows the tool from within. */
record KnowsTool(LtiDoor forbidden) {}
