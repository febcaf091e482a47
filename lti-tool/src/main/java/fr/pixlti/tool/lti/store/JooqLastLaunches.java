package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_LAST_LAUNCH;

import fr.pixlti.tool.lti.domain.LastLaunch;
import fr.pixlti.tool.lti.domain.LastLaunches;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqLastLaunches implements LastLaunches {

    private final DSLContext db;

    JooqLastLaunches(DSLContext db) {
        this.db = db;
    }

    @Override
    public void put(UUID platformId, LastLaunch launch) {
        var values = db.insertInto(LTI_LAST_LAUNCH).set(LTI_LAST_LAUNCH.PLATFORM_ID, platformId)
                .set(LTI_LAST_LAUNCH.LAUNCHED_AT, LocalDateTime.ofInstant(launch.at(), ZoneOffset.UTC))
                .set(LTI_LAST_LAUNCH.COURSE_TITLE, launch.courseTitle())
                .set(LTI_LAST_LAUNCH.LINE_ITEMS_URL, launch.lineItemsUrl())
                .set(LTI_LAST_LAUNCH.AGS_SCOPES, launch.scopes())
                .set(LTI_LAST_LAUNCH.MEMBERSHIPS_URL, launch.membershipsUrl()).onDuplicateKeyUpdate()
                .set(LTI_LAST_LAUNCH.LAUNCHED_AT, LocalDateTime.ofInstant(launch.at(), ZoneOffset.UTC));
        // A launch outside a course, or without services, says nothing about the course that was launched before.
        if (launch.lineItemsUrl() != null || launch.membershipsUrl() != null) {
            values.set(LTI_LAST_LAUNCH.COURSE_TITLE, launch.courseTitle())
                    .set(LTI_LAST_LAUNCH.LINE_ITEMS_URL, launch.lineItemsUrl())
                    .set(LTI_LAST_LAUNCH.AGS_SCOPES, launch.scopes())
                    .set(LTI_LAST_LAUNCH.MEMBERSHIPS_URL, launch.membershipsUrl()).execute();
        } else {
            values.execute();
        }
    }
}
