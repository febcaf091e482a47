package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to pick what a link points at. It is given by an instructor's launch of that very link, to that person, and
 * is worth nothing for another person or another link. It is tied to the person rather than to the browser session, so
 * that a teacher who opens a second activity in another tab may still pick in the first.
 *
 * @param courseId the course's row, absent outside a course
 * @param until whole seconds
 */
public record PickGrant(UUID linkId, PersonId person, @Nullable UUID courseId, Instant until) {}
