package fr.pixlti.tool.assessment.domain.engine;

/** Whether a skill was asked, or concluded from another of its topic. */
public enum Source {
    DIRECT, INFERRED
}
