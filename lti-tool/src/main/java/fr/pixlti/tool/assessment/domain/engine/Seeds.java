package fr.pixlti.tool.assessment.domain.engine;

/** Spreads a seed evenly over a few possibilities: chance that can be replayed. */
final class Seeds {

    private Seeds() {}

    /** 0 to {@code bound} - 1. The mixing is SplitMix64's (Steele, Lea and Flood, 2014). */
    static int index(long seed, int bound) {
        long mixed = seed + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), bound);
    }
}
