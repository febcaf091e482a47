package fr.pixlti.tool.assessment.domain.statistics;

/** What is remarkable about an item. */
public enum Flag {
    /** Right more often than items of its level. */
    TOO_EASY,
    /** Right less often than items of its level. */
    TOO_HARD,
    /** Able learners do no better than others. */
    LOW_DISCRIMINATION,
    /** Many pass it. */
    SKIPPED,
    /** Right more or less often than the other items of its skill, which should be as hard. */
    UNLIKE_VARIANTS,
    /** Right more or less often lately than before. */
    DRIFT, REPORTED
}
