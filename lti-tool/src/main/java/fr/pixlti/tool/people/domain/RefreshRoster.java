package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.RosterReading;
import fr.pixlti.tool.people.PeopleSettings;
import fr.pixlti.tool.people.domain.CourseRosters.CourseRoster;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads a course's roster and applies it; a reading that fails changes nothing but when it is tried again. */
@Component
class RefreshRoster {

    /** Differences add up to a roster only while none is lost: now and then everybody is read. */
    private static final Duration WHOLE_EVERY = Duration.ofDays(7);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final Duration LONGEST_RETRY = Duration.ofDays(7);

    private final CourseRosters rosters;
    private final ApplyRoster applyRoster;
    private final LtiApi lti;
    private final Transactions transactions;
    private final PeopleSettings settings;
    private final Clock clock;

    RefreshRoster(CourseRosters rosters, ApplyRoster applyRoster, LtiApi lti, Transactions transactions,
            PeopleSettings settings, Clock clock) {
        this.rosters = rosters;
        this.applyRoster = applyRoster;
        this.lti = lti;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Outside any transaction: it waits for the platform. Nothing to do for a course without a roster, nor for one that is
     * not due: whoever asked may have looked before the reading that has just ended.
     */
    void handle(UUID course) {
        transactions.call(() -> rosters.find(course)).filter(this::isDue).ifPresent(roster -> {
            String differences = roster.differencesUrl();
            if (differences == null || !wholeIsFresh(roster)
                    || !read(roster, differences, false)) {
                read(roster, roster.membershipsUrl(), true);
            }
        });
    }

    private boolean isDue(CourseRoster roster) {
        return !roster.nextAt().isAfter(clock.instant());
    }

    private boolean wholeIsFresh(CourseRoster roster) {
        Instant whole = roster.readWholeAt();
        return whole != null && whole.plus(WHOLE_EVERY).isAfter(clock.instant());
    }

    /** @return whether it was read; differences that are not are no failure, everybody is read instead */
    private boolean read(CourseRoster roster, String url, boolean whole) {
        // DATETIME columns hold microseconds: a launch in the same one is the newer.
        Instant from = clock.instant().truncatedTo(ChronoUnit.MICROS);
        switch (lti.readRoster(roster.platformId(), url)) {
            case RosterReading.Read(var members, var differencesUrl) -> {
                applyRoster.handle(roster, members, whole, from);
                transactions.run(() -> rosters.applied(roster, differencesUrl, whole, from,
                        clock.instant().plus(settings.rosterInterval())));
                return true;
            }
            case RosterReading.Failed(var reason) -> {
                if (whole) {
                    transactions.run(() -> rosters.failed(roster, reason.name().toLowerCase(Locale.ROOT),
                            clock.instant().plus(retryAfter(roster.failures()))));
                }
                return false;
            }
        }
    }

    /** Longer each time: the course may be gone from the platform. */
    private static Duration retryAfter(int failures) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 12));
        return wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
    }
}
