package fr.pixlti.planted.pure.assessment.domain.engine;

import java.time.Instant;

/** Planted: asks what time it is. */
class ReadsClock {

    Instant forbidden() {
        return Instant.now();
    }
}
