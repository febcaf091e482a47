package fr.pixlti.planted.floor.shared;

import fr.pixlti.planted.floor.lti.LtiDoor;

/** Planted: the vocabulary knows a room. */
record KnowsRoom(LtiDoor forbidden) {}
