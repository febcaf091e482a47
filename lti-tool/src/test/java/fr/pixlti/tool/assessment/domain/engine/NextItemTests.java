package fr.pixlti.tool.assessment.domain.engine;

import static fr.pixlti.tool.assessment.domain.engine.Bank.chosen;
import static fr.pixlti.tool.assessment.domain.engine.Bank.known;
import static fr.pixlti.tool.assessment.domain.engine.Bank.target;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.content.Skill;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The filters of pix.md §1 in their order, each on the smallest bank that shows it. */
class NextItemTests {

    @Test
    void first_question_has_difficulty_2() {
        assertThat(chosen(target("a:1 a:2 a:4 b:2 b:5"), "", "")).isEqualTo("a:2 b:2");
    }

    @Test
    void without_difficulty_2_the_first_question_is_the_easiest() {
        assertThat(chosen(target("a:3 a:4 b:3 b:5 c:6"), "", "")).isEqualTo("a:3 b:3");
        assertThat(chosen(target("a:1 a:4 b:3 b:5"), "", "")).isEqualTo("a:1");
    }

    @Test
    void easy_topics_come_first() {
        assertThat(chosen(target("a:2 a:4 b:2 b:3"), "", "")).isEqualTo("b:2");
        assertThat(chosen(target("a:2 a:4 b:1 b:3"), "", "")).isEqualTo("b:1");
    }

    @Test
    void a_topic_is_as_easy_as_its_hardest_targeted_skill_even_when_that_one_is_known() {
        assertThat(chosen(target("a:2 a:4 b:2 b:4"), "b:4(-)", "")).isEqualTo("a:2 b:2");
    }

    @Test
    void known_skills_are_not_asked() {
        assertThat(chosen(target("a:2 b:2 c:2"), "a:2+ b:2(-)", "")).isEqualTo("c:2");
        assertThat(chosen(target("a:2 b:2"), "a:2+ b:2(-)", "")).isEqualTo("over");
    }

    @Test
    void timed_skills_are_neither_first_nor_twice_running() {
        assertThat(chosen(target("a:2! b:2 c:4"), "", "")).isEqualTo("b:2");
        assertThat(chosen(target("a:2! b:2 d:2!"), "d:2+", "d:2!")).isEqualTo("b:2");
        assertThat(chosen(target("a:2! b:2 d:2"), "d:2+", "d:2")).isEqualTo("a:2 b:2");
    }

    @Test
    void timed_skills_stay_when_nothing_else_does() {
        assertThat(chosen(target("a:2! b:3!"), "", "")).isEqualTo("a:2");
        assertThat(chosen(target("a:2! d:2!"), "d:2-", "d:2!")).isEqualTo("a:2");
    }

    @Test
    void a_question_is_at_most_2_above_the_predicted_level() {
        // one failure at 2: level 1.0
        assertThat(chosen(target("a:2 a:7 b:4 c:5 d:3 d:4"), "a:2-", "a:2")).isEqualTo("d:3");
        assertThat(chosen(target("a:2 a:7 b:4 c:5"), "a:2-", "a:2")).isEqualTo("over");
    }

    @Test
    void the_highest_reward_is_kept() {
        // one success at 2: level 4.5; in a topic of three, the middle one settles two whatever the answer
        assertThat(chosen(target("a:4 a:5 a:6 b:2 c:5"), "b:2+", "b:2")).isEqualTo("a:5");
        // level 4.5 is far above 1 and 2: a success there settles the easier skill too
        assertThat(chosen(target("a:1 a:2 a:7 b:2 c:4"), "b:2+", "b:2")).isEqualTo("a:2");
    }

    @Test
    void a_lonely_skill_counts_itself() {
        assertThat(chosen(target("a:4 b:2 c:5"), "b:2+", "b:2")).isEqualTo("a:4 c:5");
    }

    @Test
    void equal_rewards_are_equal_whatever_the_rounding() {
        // two below or at and two above or at, at different levels
        assertThat(chosen(target("a:3 a:4 a:5 b:4 b:5 b:6 d:2 d:4"), "d:2+ d:4-", "d:2 d:4"))
                .isEqualTo(chosen(target("b:4 b:5 b:6 a:5 a:4 a:3 d:2 d:4"), "d:2+ d:4-", "d:2 d:4"));
    }

    @Test
    void a_variant_not_met_is_preferred() {
        Target target = target("a:2");
        for (long seed = 0; seed < 20; seed++) {
            assertThat(NextItem.choose(target, Map.of(), List.of(), Set.of("a-2a"), seed, Needs.NONE))
                    .extracting("item.id")
                    .isEqualTo("a-2b");
        }
        assertThat(variants(target, Set.of())).containsOnlyKeys("a-2a", "a-2b");
        assertThat(variants(target, Set.of("a-2a", "a-2b"))).containsOnlyKeys("a-2a", "a-2b");
    }

    @Test
    void an_item_answered_in_this_test_never_comes_back() {
        Target target = target("a:2");
        for (long seed = 0; seed < 20; seed++) {
            assertThat(NextItem.choose(target, Map.of(), List.of(new Answered("a-2b", false)), Set.of("a-2a"), seed,
                    Needs.NONE))
                    .extracting("item.id").isEqualTo("a-2a");
        }
        assertThat(NextItem.choose(target, Map.of(),
                List.of(new Answered("a-2a", false), new Answered("a-2b", false)), Set.of(), 1, Needs.NONE))
                .isEqualTo(new Choice.Over());
    }

    @Test
    void whoever_has_needs_is_asked_the_variants_that_suit_them() {
        Target target = Target.of(List.of(Bank.skill("a:2", "b"), Bank.skill("b:2", "ab"), Bank.skill("c:2", "")));
        Map<String, Integer> sighted = variants(target, Needs.NONE);
        assertThat(sighted).containsOnlyKeys("a-2a", "a-2b", "b-2a", "b-2b", "c-2a", "c-2b");
        assertThat(variants(target, new Needs(true, false))).containsOnlyKeys("a-2b", "b-2a", "b-2b");
        assertThat(variants(target, new Needs(false, true))).isEqualTo(sighted);
    }

    @Test
    void a_skill_of_which_nothing_suits_is_left_out_even_when_all_others_are_known() {
        Target target = Target.of(List.of(Bank.skill("a:2", "ab"), Bank.skill("c:2", "")));
        assertThat(NextItem.choose(target, known("a:2+"), List.of(), Set.of(), 1, new Needs(true, false)))
                .isEqualTo(new Choice.Over());
        assertThat(NextItem.choose(target, known("a:2+"), List.of(), Set.of(), 1, Needs.NONE))
                .isInstanceOf(Choice.Ask.class);
    }

    @Test
    void a_test_of_which_nothing_suits_is_asked_as_it_is() {
        Target target = Target.of(List.of(Bank.skill("a:2", ""), Bank.skill("c:2", "")));
        assertThat(variants(target, new Needs(true, false))).isEqualTo(variants(target, Needs.NONE));
    }

    private static Map<String, Integer> variants(Target target, Needs needs) {
        Map<String, Integer> counts = new TreeMap<>();
        for (long seed = 0; seed < 200; seed++) {
            if (NextItem.choose(target, known(""), List.of(), Set.of(), seed, needs) instanceof Choice.Ask ask) {
                counts.merge(ask.item().id(), 1, Integer::sum);
            }
        }
        return counts;
    }

    @Test
    void seeds_spread_evenly() {
        Map<String, Integer> counts = new TreeMap<>();
        Target target = target("a:2 b:2 c:2 d:2 e:2");
        for (long seed = 0; seed < 5000; seed++) {
            if (NextItem.choose(target, Map.of(), List.of(), Set.of(), seed, Needs.NONE) instanceof Choice.Ask ask) {
                counts.merge(ask.skill().id(), 1, Integer::sum);
            }
        }
        assertThat(counts).hasSize(5).allSatisfy((skill, count) -> assertThat(count).isBetween(850, 1150));
    }

    @Test
    void the_order_in_which_skills_are_handed_over_changes_nothing() {
        List<Skill> skills = new ArrayList<>(Bank.skills("a:1 a:2 a:3 b:2 b:4 b:5 c:1 c:2 c:6 d:3 d:4"));
        List<Boolean> outcomes = List.of(true, false, true, true, false, true, false);
        List<Choice> first = Replay.of(Target.of(skills), List.of(), Set.of(), 42, Needs.NONE, outcomes);
        Collections.shuffle(skills, new Random(1));
        assertThat(Replay.of(Target.of(skills), List.of(), Set.of(), 42, Needs.NONE, outcomes)).isEqualTo(first);
    }

    /** Whatever the answers, a test ends, never asks a skill twice, and settles nothing out of order. */
    @Test
    void every_test_comes_to_its_end() {
        Target target = target("a:1 a:2 a:3 b:2 b:4 b:5! c:1 c:2 c:6 d:3 d:4 d:5 e:1 e:2! e:3 e:4 e:5 e:7");
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Map<String, KnowledgeElement> known = new HashMap<>();
            List<Answered> answered = new ArrayList<>();
            while (NextItem.choose(target, known, answered, Set.of(),
                    seed, Needs.NONE) instanceof Choice.Ask(var skill, var item)) {
                assertThat(known).doesNotContainKey(skill.id());
                assertThat(answered).extracting(Answered::item).doesNotContain(item.id());
                Inference.from(target, skill, random.nextBoolean(), known, Bank.NOW)
                        .forEach(element -> known.put(element.skill(), element));
                answered.add(new Answered(item.id(), item.timer() != null));
            }
            assertThat(answered).hasSizeBetween(3, 18);
        }
    }

    private static Map<String, Integer> variants(Target target, Set<String> met) {
        Map<String, Integer> counts = new TreeMap<>();
        for (long seed = 0; seed < 50; seed++) {
            if (NextItem.choose(target, known(""), List.of(), met, seed, Needs.NONE) instanceof Choice.Ask ask) {
                counts.merge(ask.item().id(), 1, Integer::sum);
            }
        }
        return counts;
    }
}
