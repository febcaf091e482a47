package fr.pixlti.tool.assessment.domain.engine;

/** Whether a skill is held to be known. */
public enum Status {
    VALIDATED, INVALIDATED
}
