package fr.pixlti.planted.pure.assessment.domain.engine;

import java.util.SplittableRandom;

/** Lawful. */
class DrawsSeeded {

    int lawful(long seed) {
        return new SplittableRandom(seed).nextInt();
    }
}
