package fr.pixlti.planted.pure.assessment.domain.engine;

/** Planted: draws by chance. */
class Draws {

    double forbidden() {
        return Math.random();
    }
}
