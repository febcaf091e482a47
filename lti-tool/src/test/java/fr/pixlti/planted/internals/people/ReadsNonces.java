package fr.pixlti.planted.internals.people;

import fr.pixlti.planted.internals.lti.LtiDoor;
import fr.pixlti.planted.internals.lti.domain.Nonces;

/** Planted: uses an internal type of another room. */
record ReadsNonces(LtiDoor lawful, Nonces nonces) {}
