package fr.pixlti.tool.lti;

/** What the roles of a launch amount to here, the strongest first (LTI 1.3 core, appendix A.2). */
public enum LtiRole {
    /** Runs activities and sees results: Instructor, ContentDeveloper, TeachingAssistant, Administrator in the course. */
    INSTRUCTOR,
    /** Takes part: Learner. */
    LEARNER,
    /** No role that is known here: may look, takes no part and sees nobody's results. */
    OBSERVER
}
