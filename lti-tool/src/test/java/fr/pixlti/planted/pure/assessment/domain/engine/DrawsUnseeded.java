package fr.pixlti.planted.pure.assessment.domain.engine;

import java.util.Random;

/** Planted: draws without a seed. */
class DrawsUnseeded {

    int forbidden() {
        return new Random().nextInt();
    }
}
