package fr.pixlti.tool.people;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code pixlti.people.*}.
 *
 * @param sessionLifetime how long a browser session lasts after the sign-in that opened it
 * @param rosterInterval how long after a reading a course's roster is read again
 * @param rosterSweep how often the tool looks for rosters that are due, those included that a teacher just asked for
 * @param retentionAfterLeaving how long people are kept who left their last course and did not sign in since, at least a
 *     day
 * @param retentionWithoutSignIn how long people are kept who do not sign in, wherever they are enrolled, at least a day
 */
@Validated
@ConfigurationProperties("pixlti.people")
public record PeopleSettings(@DefaultValue("12h") Duration sessionLifetime,
        @DefaultValue("24h") Duration rosterInterval,
        @DefaultValue("5s") Duration rosterSweep,
        @DefaultValue("400d") Duration retentionAfterLeaving,
        @DefaultValue("1095d") Duration retentionWithoutSignIn) {

    public PeopleSettings {
        longerThanNothing("session-lifetime", sessionLifetime);
        longerThanNothing("roster-interval", rosterInterval);
        longerThanNothing("roster-sweep", rosterSweep);
        aDayAtLeast("retention-after-leaving", retentionAfterLeaving);
        aDayAtLeast("retention-without-sign-in", retentionWithoutSignIn);
    }

    /** Sign-ins are known by the day. */
    private static void aDayAtLeast(String setting, Duration duration) {
        if (duration.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "pixlti.people." + setting + " must be at least a day, for example 400d");
        }
    }

    private static void longerThanNothing(String setting, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("pixlti.people." + setting + " must be longer than nothing");
        }
    }
}
