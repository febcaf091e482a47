package fr.pixlti.tool.assessment.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.Skill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTests {

    private final List<Skill> skills = new ArrayList<>();
    private final Map<String, KnowledgeElement> known = new HashMap<>();

    /** A level with that many skills, so many of them validated and one more, if there is one, invalidated. */
    private void level(int level, int count, int validated) {
        for (int i = 0; i < count; i++) {
            String id = "t" + i + "-" + level;
            skills.add(new Skill(id, "t" + i, "1.1", level, 8.0 / count, id, List.of()));
            if (i <= validated) {
                known.put(id, new KnowledgeElement(id, i < validated ? Status.VALIDATED : Status.INVALIDATED,
                        i % 2 == 0 ? Source.DIRECT : Source.INFERRED, Bank.NOW));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 20, 29, 30, 40})
    void a_whole_level_is_exactly_8_pix(int count) {
        level(1, count, count);
        assertThat(Score.of(skills, known, 7)).isEqualTo(new Score(8, 1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "5, 2, 10, 1", "5, 4, 13, 1", "5, 6, 16, 2", "4, 6, 14, 1", "1, 0, 1, 0"})
    void pix_are_the_sum_rounded_down(int first, int second, int pix, int level) {
        level(1, 5, first);
        level(2, 6, second);
        assertThat(Score.of(skills, known, 7)).isEqualTo(new Score(pix, level));
    }

    @Test
    void score_and_level_stop_at_the_highest() {
        for (int level = 1; level <= 7; level++) {
            level(level, 3, 3);
        }
        assertThat(Score.of(skills, known, 7)).isEqualTo(new Score(56, 7));
        assertThat(Score.of(skills, known, 5)).isEqualTo(new Score(40, 5));
    }

    @Test
    void knowledge_of_other_skills_is_worth_nothing() {
        level(1, 2, 1);
        known.put("x-1", new KnowledgeElement("x-1", Status.VALIDATED, Source.DIRECT, Bank.NOW));
        assertThat(Score.of(skills, known, 7)).isEqualTo(new Score(4, 0));
    }
}
