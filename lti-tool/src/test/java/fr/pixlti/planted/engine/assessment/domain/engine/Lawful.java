package fr.pixlti.planted.engine.assessment.domain.engine;

import fr.pixlti.planted.engine.content.Skill;
import java.time.Instant;

/** Lawful. */
record Lawful(Instant now, Skill skill) {}
