package fr.pixlti.tool.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code pixlti.assessment.statistics.*}.
 *
 * @param nightlyAt when statistics are reckoned anew each night, UTC
 * @param thresholds what makes an item remarkable, each set with the day from which it holds; none: the tool's own
 */
@ConfigurationProperties("pixlti.assessment.statistics")
public record StatisticsSettings(@DefaultValue("02:30") LocalTime nightlyAt,
        @DefaultValue List<Thresholds> thresholds) {

    private static final Thresholds OWN = new Thresholds(LocalDate.EPOCH, 50, 30, 0.10, 0.25, 0.01, 2.5,
            Duration.ofDays(30), 3, Duration.ofMinutes(15));

    public StatisticsSettings {
        thresholds = thresholds.stream().sorted(Comparator.comparing(Thresholds::from)).toList();
    }

    /** The thresholds in force at a time; before the first day, the tool's own. */
    public Thresholds at(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        Thresholds inForce = OWN;
        for (Thresholds candidate : thresholds) {
            if (!candidate.from().isAfter(day)) {
                inForce = candidate;
            }
        }
        return inForce;
    }

    /**
     * @param from first day, UTC
     * @param leastCompared answers below which discrimination says nothing
     * @param leastAnswers answers below which shares say nothing; each side of a comparison needs them
     * @param leastDiscrimination correlation below which an item tells the able from the others badly, -1 to 1
     * @param mostSkipped share of skips above which a question puts people off, 0 to 1
     * @param significance probability below which a difference is no chance, above 0 and below 1
     * @param spread standard deviations around the middle of a level within which an item is of that level
     * @param recent answers younger than this are compared with the earlier ones
     * @param mostReports open reports from which an item is remarkable
     * @param longestPace time between two answers above which the learner was away
     */
    public record Thresholds(LocalDate from, @DefaultValue("50") int leastCompared,
            @DefaultValue("30") int leastAnswers, @DefaultValue("0.10") double leastDiscrimination,
            @DefaultValue("0.25") double mostSkipped, @DefaultValue("0.01") double significance,
            @DefaultValue("2.5") double spread, @DefaultValue("30d") Duration recent,
            @DefaultValue("3") int mostReports, @DefaultValue("15m") Duration longestPace) {

        public Thresholds {
            if (from == null) {
                throw new IllegalArgumentException(
                        "from must be the first day of these thresholds, such as 2026-09-01");
            }
            if (leastCompared < 3 || leastAnswers < 1 || mostReports < 1 || spread <= 0) {
                throw new IllegalArgumentException("least-compared must be at least 3, least-answers and most-reports "
                        + "at least 1, spread more than 0");
            }
            if (leastDiscrimination < -1 || leastDiscrimination > 1 || mostSkipped < 0 || mostSkipped > 1
                    || significance <= 0 || significance >= 1) {
                throw new IllegalArgumentException("least-discrimination must be -1 to 1, most-skipped 0 to 1, "
                        + "significance between 0 and 1");
            }
            if (!recent.isPositive() || !longestPace.isPositive() || longestPace.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException(
                        "recent must be longer than nothing, longest-pace too and at most 1h");
            }
        }
    }
}
