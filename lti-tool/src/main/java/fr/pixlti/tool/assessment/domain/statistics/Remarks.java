package fr.pixlti.tool.assessment.domain.statistics;

import fr.pixlti.tool.assessment.StatisticsSettings.Thresholds;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds what is remarkable about items, compared with the others of their level and skill. */
final class Remarks {

    private final Thresholds thresholds;

    Remarks(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    List<ItemStatistic> on(List<ItemStatistic> items) {
        Map<Integer, Band> bands = bands(items);
        Map<String, Proportion> skills = items.stream().collect(Collectors.toMap(ItemStatistic::skill,
                ItemStatistic::right, (one, other) -> new Proportion(one.successes() + other.successes(),
                        one.trials() + other.trials())));
        return items.stream().map(item -> item.flagged(flags(item, bands, skills))).toList();
    }

    /** By level, from the items that have enough answers. */
    Map<Integer, Band> bands(List<ItemStatistic> items) {
        Map<Integer, Band> bands = new TreeMap<>();
        items.stream().filter(item -> enough(item.right())).collect(Collectors.groupingBy(ItemStatistic::level))
                .forEach((level, peers) -> Band.of(peers, thresholds.spread())
                        .ifPresent(band -> bands.put(level, band)));
        return bands;
    }

    private Set<Flag> flags(ItemStatistic item, Map<Integer, Band> bands, Map<String, Proportion> skills) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        Band band = bands.get(item.level());
        if (band != null && enough(item.right())) {
            add(flags, Flag.TOO_EASY, band.isBelow(item.right().interval()));
            add(flags, Flag.TOO_HARD, band.isAbove(item.right().interval()));
        }
        Double discrimination = item.discrimination();
        add(flags, Flag.LOW_DISCRIMINATION, discrimination != null && item.compared() >= thresholds.leastCompared()
                && discrimination < thresholds.leastDiscrimination());
        add(flags, Flag.SKIPPED, enough(item.right()) && item.skipped().share() > thresholds.mostSkipped());
        Proportion variants = skills.getOrDefault(item.skill(), item.right()).without(item.right());
        add(flags, Flag.UNLIKE_VARIANTS, differ(item.right(), variants));
        add(flags, Flag.DRIFT, differ(item.recent(), item.earlier()));
        add(flags, Flag.REPORTED, item.reports() >= thresholds.mostReports());
        return flags;
    }

    private boolean differ(Proportion one, Proportion other) {
        return enough(one) && enough(other) && one.sameAs(other) < thresholds.significance();
    }

    private boolean enough(Proportion right) {
        return right.trials() >= thresholds.leastAnswers();
    }

    private static void add(Set<Flag> flags, Flag flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }
}
