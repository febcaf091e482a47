package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which courses were copied from which, as platforms notify it. */
public interface ContextCopies {

    /** The courses that this one was copied from, the nearest first. */
    List<String> originsOf(UUID deploymentId, String contextId);

    /** Keeps where a course was copied from. @param origins the nearest first */
    void add(UUID deploymentId, String contextId, List<String> origins, Instant now);
}
