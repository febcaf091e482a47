package fr.pixlti.tool.assessment.store;

import fr.pixlti.schema.tables.records.AssessmentItemStatisticRecord;
import fr.pixlti.tool.assessment.domain.statistics.Flag;
import fr.pixlti.tool.assessment.domain.statistics.ItemStatistic;
import fr.pixlti.tool.assessment.domain.statistics.ItemStatistic.Pace;
import fr.pixlti.tool.assessment.domain.statistics.Proportion;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures of items as rows of {@code assessment_item_statistic}. */
final class StatisticRows {

    private StatisticRows() {}

    static AssessmentItemStatisticRecord row(ItemStatistic item, LocalDateTime computedAt) {
        AssessmentItemStatisticRecord row = new AssessmentItemStatisticRecord();
        row.setItem(item.item());
        row.setSkill(item.skill());
        row.setCompetence(item.competence());
        row.setLevel(item.level());
        row.setAnswers(item.answers());
        row.setRights(item.right().successes());
        row.setSkips(item.skips());
        row.setLates(item.lates());
        row.setPaced(item.pace().answers());
        row.setMedianSeconds(item.pace().median());
        row.setSlowSeconds(item.pace().slow());
        row.setCompared(item.compared());
        row.setDiscrimination(item.discrimination());
        row.setRecentAnswers(item.recent().trials());
        row.setRecentRights(item.recent().successes());
        row.setByLevel(item.byLevel().stream().map(each -> each.trials() + "/" + each.successes())
                .collect(Collectors.joining(" ")));
        row.setReports(item.reports());
        row.setFlags(item.flags().stream().map(Flag::name).collect(Collectors.joining(" ")));
        row.setComputedAt(computedAt);
        return row;
    }

    static ItemStatistic statistic(AssessmentItemStatisticRecord row) {
        return new ItemStatistic(row.getItem(), row.getSkill(), row.getCompetence(), row.getLevel(),
                new Proportion(row.getRights(), row.getAnswers()), row.getSkips(), row.getLates(),
                new Pace(row.getPaced(), row.getMedianSeconds(), row.getSlowSeconds()), row.getCompared(),
                row.getDiscrimination(), new Proportion(row.getRecentRights(), row.getRecentAnswers()),
                words(row.getByLevel()).map(StatisticRows::proportion).toList(), row.getReports(),
                flags(row.getFlags()));
    }

    private static Proportion proportion(String text) {
        int slash = text.indexOf('/');
        return new Proportion(Integer.parseInt(text.substring(slash + 1)),
                Integer.parseInt(text.substring(0, slash)));
    }

    private static Set<Flag> flags(String names) {
        return words(names).map(Flag::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(String text) {
        return text.isEmpty() ? Stream.of() : List.of(text.split(" ")).stream();
    }
}
