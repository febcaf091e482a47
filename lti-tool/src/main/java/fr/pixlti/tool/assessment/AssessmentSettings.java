package fr.pixlti.tool.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code pixlti.assessment.*}: the figures of the test, each set with the day from which it holds, because every
 * one of them has already changed in real life (pix.md §1).
 */
@ConfigurationProperties("pixlti.assessment")
public record AssessmentSettings(List<Rules> rules) {

    public AssessmentSettings {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("pixlti.assessment.rules must hold at least one set of rules");
        }
        rules = rules.stream().sorted(Comparator.comparing(Rules::from)).toList();
    }

    /** The rules in force at a time; before the first day, the first ones. */
    public Rules at(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        Rules inForce = rules.getFirst();
        for (Rules candidate : rules) {
            if (!candidate.from().isAfter(day)) {
                inForce = candidate;
            }
        }
        return inForce;
    }

    /**
     * @param from first day, UTC
     * @param maxLevel highest level that can be reached, 1 to 8; 8 pix a level
     * @param improveAfter after the newest knowledge of a competence, before another test may ask what failed
     * @param resetAfter after the newest knowledge of a competence, before starting over
     * @param checkpointEvery number of questions between two checkpoints, at least 1
     * @param extraTime by how much the time of a timed question is multiplied for people who told of a need, at least 1
     * @param certifiable from when on a profile may be certified
     */
    public record Rules(LocalDate from, @DefaultValue("7") int maxLevel, @DefaultValue("4d") Duration improveAfter,
            @DefaultValue("7d") Duration resetAfter, @DefaultValue("5") int checkpointEvery,
            @DefaultValue("1.5") double extraTime, @DefaultValue Certifiable certifiable) {

        public Rules {
            if (maxLevel < 1 || maxLevel > 8) {
                throw new IllegalArgumentException("max-level must be 1 to 8, not " + maxLevel);
            }
            if (improveAfter.isNegative() || resetAfter.isNegative()) {
                throw new IllegalArgumentException(
                        "improve-after and reset-after cannot be negative");
            }
            if (checkpointEvery < 1) {
                throw new IllegalArgumentException("checkpoint-every must be at least 1");
            }
            if (!(extraTime >= 1 && extraTime <= 10)) {
                throw new IllegalArgumentException("extra-time must be 1 to 10, not " + extraTime);
            }
            if (from == null) {
                throw new IllegalArgumentException("from must be the first day of these rules, such as 2026-09-01");
            }
        }
    }

    /**
     * What makes a profile certifiable (pix.md §3.1).
     *
     * @param competences how many competences of the framework CRCN, 1 to 16
     * @param level that each of them must have, 1 to 8
     */
    public record Certifiable(@DefaultValue("5") int competences, @DefaultValue("1") int level) {

        public Certifiable {
            if (competences < 1 || competences > 16 || level < 1 || level > 8) {
                throw new IllegalArgumentException(
                        "certifiable.competences must be 1 to 16, certifiable.level 1 to 8");
            }
        }
    }
}
