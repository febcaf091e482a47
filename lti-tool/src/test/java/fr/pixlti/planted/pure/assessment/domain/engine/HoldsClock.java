package fr.pixlti.planted.pure.assessment.domain.engine;

import java.time.Clock;

/** Planted: holds a clock. */
record HoldsClock(Clock forbidden) {}
