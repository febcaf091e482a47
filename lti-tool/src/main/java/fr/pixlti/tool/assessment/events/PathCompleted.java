package fr.pixlti.tool.assessment.events;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * A test of a path came to its end. Published inside the transaction of the last answer.
 *
 * @param pathId the path's own id
 */
public record PathCompleted(UUID assessmentId, PersonId person, UUID pathId, Instant at) {}
