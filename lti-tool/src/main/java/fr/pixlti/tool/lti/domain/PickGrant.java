package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.shared.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to pick what a link points at. It is given by the instructor's launch of that very link, to the session
 * which that launch opened, and is worth nothing in another session or for another link.
 *
 * @param courseId the course's row, absent outside a course
 */
public record PickGrant(UUID linkId, UUID sessionId, PersonId person, @Nullable UUID courseId) {
}
