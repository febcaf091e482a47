package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.ReadCourse;
import fr.pixlti.tool.campaign.domain.ReadCourse.Copied;
import fr.pixlti.tool.people.RosterState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the results.
 *
 * @param campaign whose results these are
 * @param group the one shown, absent when all are
 * @param copied absent for an activity that is no copy
 */
record CoursePanel(UUID campaign, UUID course, List<Group> groups, @Nullable UUID group, @Nullable Roster roster,
        List<Row> left, @Nullable Origin copied) {

    /** @param name empty until a teacher named it */
    record Group(UUID id, String name, @Nullable String platformId) {}

    /** @param failure bundle key of why the last reading failed, absent when it did not */
    record Roster(@Nullable Instant readAt, @Nullable String failure, boolean reading) {}

    /** A learner without the gradebook. @param progress bundle key */
    record Row(String name, String progress, @Nullable Integer level, @Nullable Integer pix) {}

    /** @param choice ASKED, FRESH or TOGETHER */
    record Origin(String choice, boolean visible, String title, List<Row> rows) {}

    static CoursePanel of(UUID campaign, ReadCourse.Surroundings read, @Nullable UUID group) {
        return new CoursePanel(campaign, read.courseId(),
                read.groups().stream()
                        .map(one -> new Group(one.id(), Objects.requireNonNullElse(one.name(), ""), one.platformId()))
                        .toList(),
                group, roster(read.roster()), read.left().stream().map(CoursePanel::row).toList(),
                origin(read.copied()));
    }

    private static @Nullable Roster roster(@Nullable RosterState state) {
        return state == null
                ? null
                : new Roster(state.readAt(),
                        state.failure() == null ? null : "campaign.roster.failure." + state.failure(),
                        state.reading());
    }

    private static @Nullable Origin origin(@Nullable Copied copied) {
        return copied == null
                ? null
                : new Origin(copied.choice().name(), copied.visible(), copied.title(),
                        copied.rows().stream().map(CoursePanel::row).toList());
    }

    private static Row row(ReadCourse.Row row) {
        Participation part = row.participation();
        return new Row(row.name(), "campaign.progress." + ResultsPage.progress(part, row.parts()),
                part == null ? null : part.level(),
                part == null ? null : part.pix());
    }
}
