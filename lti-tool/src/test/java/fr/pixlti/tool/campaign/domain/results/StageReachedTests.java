package fr.pixlti.tool.campaign.domain.results;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.TargetProfile.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageReachedTests {

    /** The reading path's (document 000): 0 to 20 % no star, 21 to 50 % one, 51 to 80 % two, 81 to 100 % three. */
    private static final List<Stage> READING = List.of(new Stage(0, null), new Stage(21, null), new Stage(51, null),
            new Stage(81, null));

    @ParameterizedTest
    @CsvSource({"0, 0", "20, 0", "21, 1", "50, 1", "51, 2", "80, 2", "81, 3", "100, 3"})
    void the_last_threshold_that_is_reached_gives_the_stars(int percent, int stars) {
        assertThat(StageReached.of(READING, percent))
                .contains(new StageReached(READING.get(stars), stars, 3));
    }

    /** 41 of 200 is 20.5 %: two significant digits make it 0.21, people read 21 %, and 21 % is a star. */
    @Test
    void goes_by_the_percentage_that_people_read() {
        assertThat(StageReached.of(READING, new Mastery(41, 200).percent()).orElseThrow().stars()).isEqualTo(1);
        assertThat(StageReached.of(READING, new Mastery(40, 200).percent()).orElseThrow().stars()).isZero();
    }

    @Test
    void a_path_without_stages_has_no_stars() {
        assertThat(StageReached.of(List.of(), 100)).isEmpty();
    }
}
