package fr.pixlti.tool.assessment.domain.statistics;

import fr.pixlti.tool.assessment.StatisticsSettings;
import fr.pixlti.tool.assessment.domain.statistics.ItemStatistics.Run;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An operator reads what answers say of items, skills and levels. */
@Component
public class ReadStatistics {

    private final ItemStatistics statistics;
    private final StatisticsSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    ReadStatistics(ItemStatistics statistics, StatisticsSettings settings, Transactions transactions, Clock clock) {
        this.statistics = statistics;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What to show of the items; absent parts are not asked for.
     *
     * @param level of the skill, 1 to 8
     */
    public record Wanted(@Nullable String competence, @Nullable Integer level, @Nullable Flag flag, Order order) {

        boolean fits(ItemStatistic item) {
            return (competence == null || competence.equals(item.competence()))
                    && (level == null || level == item.level()) && (flag == null || item.flags().contains(flag));
        }
    }

    /** REMARKABLE: most flags first; the others rise, absent figures last. ANSWERS falls. */
    public enum Order {
        REMARKABLE(Comparator.<ItemStatistic>comparingInt(item -> -item.flags().size())
                .thenComparingInt(item -> -item.answers())), ITEM(
                        Comparator.comparing(ItemStatistic::competence)), ANSWERS(
                                Comparator.comparingInt(item -> -item.answers())), RIGHT(Comparator.comparingDouble(
                                        item -> item.answers() == 0 ? 2 : item.right().share())), DISCRIMINATION(
                                                Comparator.comparing(ItemStatistic::discrimination,
                                                        Comparator.nullsLast(Comparator.naturalOrder())));

        private final Comparator<ItemStatistic> comparator;

        Order(Comparator<ItemStatistic> comparator) {
            this.comparator = comparator.thenComparing(ItemStatistic::item);
        }
    }

    /**
     * @param band usual shares, absent when too few items have enough answers
     * @param asked items that were asked at all
     */
    public record Level(int level, int items, int asked, Proportion right, @Nullable Band band) {}

    /** @param items the variants, by id */
    public record SkillStatistic(String skill, String competence, int level, Proportion right,
            List<ItemStatistic> items) {}

    /** @param flagged number of items by flag, of all competences */
    public record Overview(List<ItemStatistic> items, List<Level> levels, Map<Flag, Long> flagged) {}

    /** The items wanted, with all levels of the competence wanted. */
    public Overview overview(CurrentOperator operator, Wanted wanted) {
        List<ItemStatistic> all = all(operator);
        Map<Integer, Band> bands = new Remarks(settings.at(clock.instant())).bands(all);
        Map<Integer, List<ItemStatistic>> levels = all.stream()
                .filter(item -> wanted.competence() == null || wanted.competence().equals(item.competence()))
                .collect(Collectors.groupingBy(ItemStatistic::level, TreeMap::new, Collectors.toList()));
        List<Level> shown = new ArrayList<>();
        levels.forEach((level, items) -> shown.add(new Level(level, items.size(),
                (int) items.stream().filter(item -> item.answers() > 0).count(), sum(items), bands.get(level))));
        return new Overview(all.stream().filter(wanted::fits).sorted(wanted.order().comparator).toList(), shown,
                all.stream().flatMap(item -> item.flags().stream())
                        .collect(Collectors.groupingBy(flag -> flag, TreeMap::new, Collectors.counting())));
    }

    /** Skills of a competence by level, then id. */
    public List<SkillStatistic> skills(CurrentOperator operator, String competence) {
        return all(operator).stream().filter(item -> item.competence().equals(competence))
                .collect(Collectors.groupingBy(ItemStatistic::skill, TreeMap::new, Collectors.toList())).values()
                .stream()
                .map(items -> new SkillStatistic(items.getFirst().skill(), competence, items.getFirst().level(),
                        sum(items), items))
                .sorted(Comparator.comparingInt(SkillStatistic::level)).toList();
    }

    /** @throws DomainError {@code assessment.no-statistics} for an item that has none */
    public ItemStatistic of(CurrentOperator operator, String item) {
        operator.require(Role.OPERATOR);
        return transactions.call(() -> statistics.find(item))
                .orElseThrow(() -> DomainError.notFound("assessment.no-statistics"));
    }

    /** How far the newest reckoning is; empty before the first. */
    public Optional<Run> run(CurrentOperator operator) {
        operator.require(Role.OPERATOR);
        return transactions.call(statistics::run);
    }

    private List<ItemStatistic> all(CurrentOperator operator) {
        operator.require(Role.OPERATOR);
        return transactions.call(statistics::all);
    }

    private static Proportion sum(List<ItemStatistic> items) {
        return new Proportion(items.stream().mapToInt(item -> item.right().successes()).sum(),
                items.stream().mapToInt(ItemStatistic::answers).sum());
    }
}
