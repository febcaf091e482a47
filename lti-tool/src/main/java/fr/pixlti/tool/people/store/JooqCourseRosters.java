package fr.pixlti.tool.people.store;

import static fr.pixlti.schema.Tables.PEOPLE_ROSTER;

import fr.pixlti.schema.tables.records.PeopleRosterRecord;
import fr.pixlti.tool.people.domain.CourseRosters;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqCourseRosters implements CourseRosters {

    private final DSLContext db;

    JooqCourseRosters(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<CourseRoster> find(UUID course) {
        return db.selectFrom(PEOPLE_ROSTER).where(PEOPLE_ROSTER.COURSE_ID.eq(course))
                .fetchOptional(JooqCourseRosters::roster);
    }

    @Override
    public List<UUID> due(Instant now, int most) {
        return db.select(PEOPLE_ROSTER.COURSE_ID).from(PEOPLE_ROSTER).where(PEOPLE_ROSTER.NEXT_AT.le(utc(now)))
                .orderBy(PEOPLE_ROSTER.NEXT_AT).limit(most).fetch(PEOPLE_ROSTER.COURSE_ID);
    }

    @Override
    public boolean want(UUID course, Instant now) {
        LocalDateTime at = utc(now);
        return db.update(PEOPLE_ROSTER).set(PEOPLE_ROSTER.NEXT_AT, DSL.least(PEOPLE_ROSTER.NEXT_AT, DSL.val(at)))
                .where(PEOPLE_ROSTER.COURSE_ID.eq(course)).execute() == 1;
    }

    @Override
    public void applied(CourseRoster roster, @Nullable String differencesUrl, boolean whole, Instant readAt,
            Instant nextAt) {
        var update = db.update(PEOPLE_ROSTER).set(PEOPLE_ROSTER.DIFFERENCES_URL, differencesUrl)
                .set(PEOPLE_ROSTER.READ_AT, utc(readAt)).set(PEOPLE_ROSTER.NEXT_AT, utc(nextAt))
                .setNull(PEOPLE_ROSTER.FAILURE).set(PEOPLE_ROSTER.FAILURES, 0);
        (whole ? update.set(PEOPLE_ROSTER.READ_WHOLE_AT, utc(readAt)) : update).where(stillThere(roster)).execute();
    }

    @Override
    public void failed(CourseRoster roster, String reason, Instant nextAt) {
        db.update(PEOPLE_ROSTER).setNull(PEOPLE_ROSTER.DIFFERENCES_URL).set(PEOPLE_ROSTER.FAILURE, reason)
                .set(PEOPLE_ROSTER.FAILURES, PEOPLE_ROSTER.FAILURES.plus(1)).set(PEOPLE_ROSTER.NEXT_AT, utc(nextAt))
                .where(stillThere(roster)).execute();
    }

    private static Condition stillThere(CourseRoster roster) {
        return PEOPLE_ROSTER.COURSE_ID.eq(roster.courseId())
                .and(PEOPLE_ROSTER.PLATFORM_ID.eq(roster.platformId()))
                .and(PEOPLE_ROSTER.MEMBERSHIPS_URL.eq(roster.membershipsUrl()));
    }

    private static CourseRoster roster(PeopleRosterRecord row) {
        return new CourseRoster(row.getCourseId(), row.getPlatformId(), row.getMembershipsUrl(),
                row.getDifferencesUrl(), row.getNextAt().toInstant(ZoneOffset.UTC), instant(row.getReadAt()),
                instant(row.getReadWholeAt()), row.getFailure(), row.getFailures());
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
