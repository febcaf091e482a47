package fr.pixlti.tool.assessment.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.pixlti.tool.assessment.domain.engine.PredictedLevel.DirectAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictedLevelTests {

    /** The vectors of pix.md §1. */
    @ParameterizedTest
    @CsvSource({"2+, 4.5", "2-, 1.0", "2+ 4+, 5.5", "2+ 4-, 3.0", "2- 1+, 2.0", "2+ 4+ 6-, 5.0"})
    void level_explains_the_direct_answers(String answers, double level) {
        List<DirectAnswer> given = Stream.of(answers.split(" "))
                .map(word -> new DirectAnswer(word.charAt(0) - '0', word.endsWith("+"))).toList();
        assertThat(PredictedLevel.of(given)).isEqualTo(level);
        assertThat(PredictedLevel.of(given.reversed())).isEqualTo(level);
    }

    @Test
    void level_is_2_before_any_answer() {
        assertThat(PredictedLevel.of(List.of())).isEqualTo(2);
    }

    @Test
    void inferred_knowledge_does_not_count() {
        Target target = Bank.target("a:1 a:2 a:4");
        assertThat(PredictedLevel.of(target, Bank.known("a:2+ a:1(+)"))).isEqualTo(4.5);
        assertThat(PredictedLevel.of(target, Bank.known("a:1(+)"))).isEqualTo(2);
        assertThat(PredictedLevel.of(target, Bank.known("a:2+ z:4-"))).isEqualTo(4.5);
    }

    @Test
    void level_stays_between_a_half_and_seven_and_a_half() {
        List<DirectAnswer> right = new ArrayList<>();
        List<DirectAnswer> wrong = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            right.add(new DirectAnswer(8, true));
            wrong.add(new DirectAnswer(1, false));
        }
        assertThat(PredictedLevel.of(right)).isEqualTo(7.5);
        assertThat(PredictedLevel.of(wrong)).isEqualTo(0.5);
    }

    @Test
    void probability_is_logistic() {
        assertThat(PredictedLevel.probability(3, 3)).isEqualTo(0.5);
        assertThat(PredictedLevel.probability(4.5, 2)).isEqualTo(1 / (1 + Math.exp(-2.5)), within(1e-12));
    }

    /** Against the formula as it is written, with the levels from the highest down so that ties go to the lowest. */
    @Test
    void level_is_that_of_the_plain_formula() {
        Random random = new Random(7);
        for (int run = 0; run < 2000; run++) {
            List<DirectAnswer> answers = new ArrayList<>();
            for (int i = random.nextInt(25); i >= 0; i--) {
                answers.add(new DirectAnswer(1 + random.nextInt(7), random.nextBoolean()));
            }
            assertThat(distance(answers, PredictedLevel.of(answers)))
                    .isEqualTo(Stream.iterate(0.5, level -> level + 0.5).limit(15)
                            .mapToDouble(level -> distance(answers, level)).min().orElseThrow(), within(1e-9));
        }
    }

    private static double distance(List<DirectAnswer> answers, double level) {
        double sum = 1 - 1 / (1 + Math.exp(-level)) - 1 / (1 + Math.exp(-(level - 7)));
        for (DirectAnswer answer : answers) {
            sum += (answer.right() ? 1 : 0) - 1 / (1 + Math.exp(-(level - answer.difficulty())));
        }
        return Math.abs(sum);
    }
}
