package fr.pixlti.tool.assessment.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.assessment.StatisticsSettings;
import fr.pixlti.tool.assessment.domain.Outcome;
import fr.pixlti.tool.assessment.domain.statistics.TestRun.Answer;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.domain.ContentFiles;
import fr.pixlti.tool.content.domain.ReadContent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures of simulated answers, against the same figures reckoned in another way. */
class CountTests {

    private static final AssessmentSettings RULES = new AssessmentSettings(List.of(new AssessmentSettings.Rules(
            LocalDate.EPOCH, 7, Duration.ofDays(4), Duration.ofDays(7), Simulation.CHECKPOINT_EVERY, 1.5,
            new AssessmentSettings.Certifiable(5, 1))));
    private static final StatisticsSettings SETTINGS = new StatisticsSettings(LocalTime.MIDNIGHT, List.of());
    private static final Instant NOW = Simulation.NOW;

    private static ContentRelease release;
    private static Simulation simulation;
    private static List<TestRun> tests;
    private static Map<String, ItemStatistic> found;

    @BeforeAll
    static void simulate() {
        release = ReadContent.read(ContentFiles.in("classpath:content/")).release();
        simulation = new Simulation(release, "1.1", "1.2");
        tests = simulation.tests(6_000);
        found = count(tests, Map.of(simulation.luck().id(), 3, simulation.easy().id(), 2));
    }

    private static Map<String, ItemStatistic> count(List<TestRun> runs, Map<String, Integer> reports) {
        Count count = new Count(release, RULES, SETTINGS.at(NOW), NOW);
        runs.forEach(count::add);
        return count.statistics(reports).stream()
                .collect(Collectors.toMap(ItemStatistic::item, Function.identity()));
    }

    @Test
    void every_item_of_the_release_has_its_figures() {
        assertThat(found.keySet()).isEqualTo(release.items().keySet());
        assertThat(found.values().stream().mapToInt(ItemStatistic::answers).sum())
                .isEqualTo(tests.stream().mapToInt(test -> test.answers().size()).sum());
    }

    @Test
    void figures_are_those_of_another_reckoning() {
        simulation.skills().stream().flatMap(skill -> skill.items().stream()).forEach(item -> {
            Figures expected = new Figures(item.id());
            ItemStatistic actual = of(found, item.id());
            assertThat(actual.right()).isEqualTo(new Proportion(expected.count(Outcome.RIGHT), expected.all.size()));
            assertThat(actual.skips()).isEqualTo(expected.count(Outcome.SKIPPED));
            assertThat(actual.lates()).isEqualTo(expected.count(Outcome.LATE));
            assertThat(actual.pace().median()).isEqualTo(expected.percentile(50));
            assertThat(actual.pace().slow()).isEqualTo(expected.percentile(90));
            assertThat(actual.compared()).isEqualTo(expected.levels.size());
            assertThat(actual.discrimination()).isCloseTo(expected.correlation(), within(1e-9));
            assertThat(actual.recent().trials()).isEqualTo((int) expected.all.stream()
                    .filter(answer -> answer.at().isAfter(NOW.minus(Duration.ofDays(30)))).count());
            assertThat(actual.byLevel().stream().mapToInt(Proportion::trials).sum()).isEqualTo(actual.compared());
        });
    }

    @Test
    void the_odd_items_are_found() {
        assertThat(flags(simulation.easy().id())).contains(Flag.TOO_EASY, Flag.UNLIKE_VARIANTS)
                .doesNotContain(Flag.REPORTED);
        assertThat(flags(simulation.luck().id())).contains(Flag.LOW_DISCRIMINATION, Flag.REPORTED);
        assertThat(flags(simulation.skipped().id())).contains(Flag.SKIPPED);
        assertThat(flags(simulation.leaked().id())).contains(Flag.DRIFT);
        assertThat(flags(simulation.harder().id())).contains(Flag.TOO_HARD, Flag.UNLIKE_VARIANTS);
    }

    @Test
    void the_others_are_hardly_ever_suspected() {
        List<String> odd = List.of(simulation.easy().skill(), simulation.luck().skill(), simulation.skipped().skill(),
                simulation.leaked().skill(), simulation.harder().skill());
        List<ItemStatistic> lawful = found.values().stream()
                .filter(item -> item.answers() > 0 && !odd.contains(item.skill())).toList();
        for (Flag flag : Flag.values()) {
            // A test at 1 % suspects one in a hundred, and here two of a skill at once.
            assertThat(lawful.stream().filter(item -> item.flags().contains(flag)).count()).as(flag.name())
                    .isLessThanOrEqualTo(Math.round(lawful.size() * 0.04));
        }
        assertThat(lawful).hasSizeGreaterThan(80);
        // Shares fall as levels rise, since these tests ask everything of everybody.
        assertThat(share(lawful, 1)).isGreaterThan(share(lawful, 3)).isGreaterThan(0.7);
        assertThat(share(lawful, 5)).isLessThan(share(lawful, 3)).isLessThan(0.4);
    }

    @Test
    void few_answers_prove_nothing() {
        Map<String, ItemStatistic> few = count(tests.subList(0, 40), Map.of());
        assertThat(few.values()).allMatch(item -> item.flags().isEmpty());
        assertThat(of(few, simulation.luck().id()).byLevel()).hasSize(Tally.LEVELS);
    }

    @Test
    void what_cannot_be_told_is_not_told() {
        String item = simulation.luck().id();
        TestRun once = new TestRun(new UUID(0, 1), NOW, List.of(new Answer(1, simulation.luck().skill(), item,
                Outcome.RIGHT, NOW.plus(Duration.ofHours(2)))));
        ItemStatistic told = of(count(List.of(once), Map.of()), item);
        assertThat(told.answers()).isEqualTo(1);
        assertThat(told.discrimination()).isNull();
        assertThat(told.compared()).isZero();
        assertThat(told.pace()).isEqualTo(new ItemStatistic.Pace(0, null, null));
    }

    @Test
    void items_and_skills_that_are_gone_do_no_harm() {
        TestRun old = new TestRun(new UUID(0, 1), NOW,
                List.of(new Answer(1, "gone", "gone-a", Outcome.WRONG, NOW.plusSeconds(5)),
                        new Answer(2, simulation.luck().skill(), simulation.luck().id(), Outcome.RIGHT,
                                NOW.plusSeconds(12))));
        ItemStatistic told = of(count(List.of(old), Map.of()), simulation.luck().id());
        assertThat(told.answers()).isEqualTo(1);
        assertThat(told.pace().median()).isEqualTo(7);
    }

    private static Set<Flag> flags(String item) {
        return of(found, item).flags();
    }

    private static ItemStatistic of(Map<String, ItemStatistic> statistics, String item) {
        return Objects.requireNonNull(statistics.get(item), item);
    }

    private static double share(List<ItemStatistic> items, int level) {
        return items.stream().filter(item -> item.level() == level).mapToDouble(item -> item.right().share())
                .average().orElseThrow();
    }

    /** One item's figures from lists, where the tool counts. */
    private static final class Figures {

        private final List<Answer> all = new ArrayList<>();
        private final List<Long> seconds = new ArrayList<>();
        private final List<Double> levels = new ArrayList<>();
        private final List<Double> rights = new ArrayList<>();

        Figures(String item) {
            for (TestRun test : tests) {
                for (int i = 0; i < test.answers().size(); i++) {
                    Answer answer = test.answers().get(i);
                    if (answer.item().equals(item)) {
                        all.add(answer);
                        Instant before = i == 0 ? test.startedAt() : test.answers().get(i - 1).at();
                        long millis = Duration.between(before, answer.at()).toMillis();
                        if ((i == 0 || i % Simulation.CHECKPOINT_EVERY != 0) && millis <= 900_000) {
                            seconds.add((millis + 500) / 1000);
                        }
                        int at = i;
                        levels.add(level(test.answers().stream()
                                .filter(other -> other.position() != at + 1).toList()));
                        rights.add(answer.outcome() == Outcome.RIGHT ? 1.0 : 0.0);
                    }
                }
            }
            seconds.sort(Comparator.naturalOrder());
        }

        int count(Outcome outcome) {
            return (int) all.stream().filter(answer -> answer.outcome() == outcome).count();
        }

        Integer percentile(int percent) {
            return Math.toIntExact(seconds.get((int) Math.ceil(percent / 100.0 * seconds.size()) - 1));
        }

        double correlation() {
            double level = levels.stream().mapToDouble(each -> each).average().orElseThrow();
            double right = rights.stream().mapToDouble(each -> each).average().orElseThrow();
            double both = 0;
            double ofLevel = 0;
            double ofRight = 0;
            for (int i = 0; i < levels.size(); i++) {
                both += (levels.get(i) - level) * (rights.get(i) - right);
                ofLevel += Math.pow(levels.get(i) - level, 2);
                ofRight += Math.pow(rights.get(i) - right, 2);
            }
            return both / Math.sqrt(ofLevel * ofRight);
        }

        /** The candidate whose expected number of right answers, two imagined ones included, is nearest. */
        private static double level(List<Answer> answers) {
            double right = 1 + answers.stream().filter(answer -> answer.outcome() == Outcome.RIGHT).count();
            double best = 0;
            double nearest = Double.MAX_VALUE;
            for (double candidate = 0.5; candidate <= 7.5; candidate += 0.5) {
                double expected = chance(candidate, 0) + chance(candidate, 7);
                for (Answer answer : answers) {
                    expected += chance(candidate, release.skill(answer.skill()).level());
                }
                if (Math.abs(right - expected) < nearest - 1e-9) {
                    nearest = Math.abs(right - expected);
                    best = candidate;
                }
            }
            return best;
        }

        private static double chance(double level, int difficulty) {
            return 1 / (1 + Math.exp(difficulty - level));
        }
    }
}
