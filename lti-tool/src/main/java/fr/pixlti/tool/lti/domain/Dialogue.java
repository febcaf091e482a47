package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * A teacher choosing content for a course: from a deep linking request to its one response.
 *
 * @param deploymentId the platform's word
 * @param person who alone may choose
 * @param courseId the course's row in {@code people}
 * @param answered whether the response was made
 */
public record Dialogue(UUID id, UUID platformId, String deploymentId, PersonId person, UUID courseId,
        DeepLinking settings, Instant expiresAt, boolean answered) {}
