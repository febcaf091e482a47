package fr.pixlti.tool.assessment.events;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * A test came to its end. Published inside the transaction of the last answer.
 *
 * @param pix 0 to 64; @param level 0 to 8
 */
public record AssessmentCompleted(UUID assessmentId, PersonId person, String competence, int pix, int level,
        Instant at) {}
