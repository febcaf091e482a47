package fr.pixlti.planted.apart.demo;

import fr.pixlti.planted.apart.shared.Ids;

/** Lawful. */
record KnowsIds(Ids lawful) {}
