package fr.pixlti.tool.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the reading of a course's roster goes.
 *
 * @param readAt when what is known was read, absent before the first reading
 * @param failure why the last reading failed, absent when it did not; the bundle key is {@code people.roster.failure.} + it
 * @param reading whether a reading is due or under way
 */
public record RosterState(@Nullable Instant readAt, @Nullable String failure, boolean reading) {}
