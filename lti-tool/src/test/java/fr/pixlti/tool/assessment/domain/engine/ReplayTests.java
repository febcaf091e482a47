package fr.pixlti.tool.assessment.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.Needs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayTests {

    private final Target target = Bank
            .target("a:1 a:2 a:3 b:2 b:4 b:5! c:1 c:2 c:6 d:3 d:4 d:5 e:1 e:2! e:3 e:4 e:5 e:7");
    private final Map<String, KnowledgeElement> carried = Bank.known("c:1+ d:3- d:4(-) d:5(-)");
    private final Set<String> met = Set.of("c-1a", "d-3b", "a-2a");

    @Test
    void a_test_is_replayed_question_by_question() {
        for (long seed = -200; seed < 200; seed++) {
            Random random = new Random(seed);
            Map<String, KnowledgeElement> known = new HashMap<>(carried);
            List<Answered> answered = new ArrayList<>();
            List<Boolean> outcomes = new ArrayList<>();
            List<Choice> asked = new ArrayList<>();
            asked.add(NextItem.choose(target, known, answered, met, seed, Needs.NONE));
            while (asked.getLast() instanceof Choice.Ask(var skill, var item)) {
                outcomes.add(random.nextBoolean());
                Inference.from(target, skill, outcomes.getLast(), known, Bank.NOW)
                        .forEach(element -> known.put(element.skill(), element));
                answered.add(new Answered(item.id(), item.timer() != null));
                asked.add(NextItem.choose(target, known, answered, met, seed, Needs.NONE));
            }
            assertThat(Replay.of(target, carried.values(), met, seed, Needs.NONE, outcomes)).isEqualTo(asked);
            assertThat(Replay.of(target, carried.values(), met, seed, Needs.NONE, outcomes.subList(0, 2)))
                    .isEqualTo(asked.subList(0, 3));
        }
    }

    /** Written down once: a change of these questions would break the replay of every test under way. */
    @Test
    void a_seed_means_the_same_questions_for_good() {
        List<Choice> choices = Replay.of(target, List.of(), Set.of(), 20261120L, Needs.NONE,
                List.of(true, true, false, true, false, true));
        assertThat(choices.stream().map(choice -> choice instanceof Choice.Ask ask ? ask.item().id() : "over"))
                .containsExactly("a-2a", "a-3a", "e-4a", "e-3a", "c-2a", "b-4a", "d-4a");
    }

    @Test
    void outcomes_after_the_end_are_ignored() {
        assertThat(Replay.of(Bank.target("a:2"), List.of(), Set.of(), 1, Needs.NONE, List.of(true, true, true)))
                .hasSize(2)
                .last().isEqualTo(new Choice.Over());
    }
}
