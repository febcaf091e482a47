package fr.pixlti.tool.campaign.domain.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendationTests {

    private static final int UNIT = Recommendation.UNIT;

    /** A topic's cases by hand: skills, validated, top, reached, next, path → points. */
    @ParameterizedTest
    @CsvSource({
        // nothing validated, top 5 of a path of 6: 30·5/6
        "3, 0, 5, 0, 1, 6, 25",
        // levels 1 to 4, the first one validated, path of 4: 40·1/4 + 30 + 20·1/4 + 10·1/2
        "4, 1, 4, 1, 2, 4, 50",
        // levels 2 and 4, the first one validated, path of 6: 40·2/4 + 30·4/6 + 20·1/2 + 10·2/4
        "2, 1, 4, 2, 4, 6, 55",
        // all of levels 1 to 3 in a path of 6: 40 + 30·3/6 + 20 + 10·3/3
        "3, 3, 3, 3, 3, 6, 85",
        // level 4 validated and level 1 lost since: 40 + 30 + 20·1/4 + 10·4/1 = 115, and 100 is the most there is
        "4, 1, 4, 4, 1, 4, 100"})
    void a_topic_scores_by_level_difficulty_progress_and_next_step(int skills, int validated, int top, int reached,
            int next, int path, int points) {
        TopicResult topic = new TopicResult("web", "1.1", skills, skills, validated, top, reached, next);
        assertThat(topic.score(path)).isEqualTo(points * UNIT);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "25, 4", "26, 3", "50, 3", "51, 2", "75, 2", "76, 1", "100, 1"})
    void four_dots_are_the_most_urgent(int points, int dots) {
        assertThat(Recommendation.of("web", "1.1", (long) points * UNIT, 1).dots()).isEqualTo(dots);
    }

    /** 24, 25 and 26 points: 25 exactly, though a third of 75 summed in doubles need not be. One unit more is above. */
    @Test
    void a_mean_that_meets_the_bound_exactly_counts_as_met() {
        assertThat(Recommendation.of("web", "1.1", 75L * UNIT, 3)).isEqualTo(new Recommendation("web", "1.1", 25, 4));
        assertThat(Recommendation.of("web", "1.1", 75L * UNIT + 1, 3).dots()).isEqualTo(3);
    }

    @Test
    void every_level_and_number_of_skills_divides_the_unit() {
        for (int n = 1; n <= 8; n++) {
            assertThat(UNIT % n).isZero();
        }
    }
}
