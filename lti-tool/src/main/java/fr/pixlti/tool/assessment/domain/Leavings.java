package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.assessment.AssessmentId;
import java.time.Instant;

/** That people left the page of a question during which this is noticed. */
public interface Leavings {

    /** Notes it; only the first time is kept. @param position of the question, from 1 */
    void note(AssessmentId id, int position, Instant at);

    boolean has(AssessmentId id, int position);
}
