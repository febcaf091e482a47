package fr.pixlti.tool.assessment.domain;

/** What an answer was (pix.md §5, answer statuses). */
public enum Outcome {
    RIGHT, WRONG,
    /** The learner passed. */
    SKIPPED,
    /** Right, but after the time was up. */
    LATE,
    /** Right, but its page was left, in a test in which that counts. */
    FOCUS_LOST;

    /** Whether it shows that the learner has the skill. */
    public boolean success() {
        return this == RIGHT;
    }
}
