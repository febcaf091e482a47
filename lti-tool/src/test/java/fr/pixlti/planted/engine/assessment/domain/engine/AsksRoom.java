package fr.pixlti.planted.engine.assessment.domain.engine;

import fr.pixlti.planted.engine.assessment.domain.Assessment;

/** Planted: the engine knows the room around it. */
record AsksRoom(Assessment forbidden) {}
