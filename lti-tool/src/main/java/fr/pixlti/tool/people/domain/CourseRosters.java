package fr.pixlti.tool.people.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the rosters of courses are read, and how their readings went. */
public interface CourseRosters {

    Optional<CourseRoster> find(UUID course);

    /** Courses whose roster is to be read by now, the longest due first. */
    List<UUID> due(Instant now, int most);

    /** Makes the roster due, unless it is already. @return whether the course has one */
    boolean want(UUID course, Instant now);

    /**
     * Keeps that a reading was applied.
     *
     * @param roster as it was when it was read; one that is elsewhere meanwhile stays due
     * @param differencesUrl for the next reading
     * @param readAt when the reading began
     */
    void applied(CourseRoster roster, @Nullable String differencesUrl, boolean whole, Instant readAt, Instant nextAt);

    /** Keeps that a reading failed. Whatever comes next is read whole. */
    void failed(CourseRoster roster, String reason, Instant nextAt);

    /**
     * @param differencesUrl what changed since the last reading, where the platform offers it
     * @param readAt last reading that was applied; {@code readWholeAt}: the last one of everybody
     * @param failures since then
     */
    record CourseRoster(UUID courseId, UUID platformId, String membershipsUrl, @Nullable String differencesUrl,
            Instant nextAt, @Nullable Instant readAt, @Nullable Instant readWholeAt, @Nullable String failure,
            int failures) {}
}
