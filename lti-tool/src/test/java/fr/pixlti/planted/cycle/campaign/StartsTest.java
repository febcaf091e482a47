package fr.pixlti.planted.cycle.campaign;

import fr.pixlti.planted.cycle.assessment.StartedBy;

/** Planted: one half of a cycle. */
public record StartsTest(StartedBy test) {}
