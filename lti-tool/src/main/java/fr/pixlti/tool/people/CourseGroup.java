package fr.pixlti.tool.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of a course.
 *
 * @param name what a teacher called it, absent until one did
 * @param platformId the platform's id, absent for a group that a teacher brought
 * @param size how many are in it
 */
public record CourseGroup(UUID id, @Nullable String name, @Nullable String platformId, int size) {}
