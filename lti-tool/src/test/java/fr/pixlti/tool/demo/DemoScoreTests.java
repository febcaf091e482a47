package fr.pixlti.tool.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores reach the gradebook by the rules that a Moodle 4.5 was seen to follow. */
class DemoScoreTests extends DemoGradeServices {

    @Test
    void a_score_is_taken_with_200_and_nothing_else() {
        HttpResponse<String> answer = post(score("4", T0, 21, 56));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(grade().value()).as("rescaled to the column's 100").isEqualTo(37.5);
        assertThat(lms.scores()).singleElement().satisfies(received -> {
            assertThat(received.uri()).isEqualTo("/demo/lti/services/2/lineitems/1/lineitem/scores?type_id=1");
            assertThat(received.userId()).isEqualTo("4");
            assertThat(received.given()).isEqualByComparingTo("21");
            assertThat(received.status()).isEqualTo(200);
        });
    }

    @ParameterizedTest
    @CsvSource({"80, 56, 100", "-3, 56, 0", "10, 0, 10"})
    void a_score_is_clamped_to_the_column(double given, double maximum, double kept) {
        post(score("4", T0, given, maximum));

        assertThat(grade().value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-02T10:00:00Z", "2026-11-02T10:00:00.900Z", "2026-11-02T09:59:59Z",
        "2026-11-02T11:00:00+01:00"})
    void a_score_that_is_not_a_whole_second_newer_is_a_conflict(String timestamp) {
        post(score("4", T0, 21, 56));

        assertThat(post(score("4", timestamp, 30, 56)).statusCode()).isEqualTo(409);
        assertThat(grade().given()).isEqualTo(21);
    }

    @Test
    void one_second_later_is_newer_and_other_pupils_have_their_own_time() {
        post(score("4", T0, 21, 56));

        assertThat(post(score("4", "2026-11-02T10:00:01Z", 30, 56)).statusCode()).isEqualTo(200);
        assertThat(post(score("5", T0, 30, 56)).statusCode()).isEqualTo(200);
        assertThat(grade().given()).isEqualTo(30);
    }

    @Test
    void a_future_timestamp_blocks_later_scores() {
        assertThat(post(score("4", "2036-01-01T00:00:00Z", 21, 56)).statusCode()).isEqualTo(200);

        assertThat(post(score("4", T0, 30, 56)).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pending", "PendingManual", "NotReady", "Failed"})
    void anything_but_fully_graded_erases_the_grade(String progress) {
        post(score("4", T0, 21, 56));
        post(score("4", "2026-11-02T10:00:05Z", 30, 56).replace("FullyGraded", progress));

        assertThat(grade().value()).isNull();
        assertThat(results("&user_id=4")).isEqualTo("[]");
        assertThat(post(score("4", T0, 9, 56)).statusCode()).as("erased, it has no time").isEqualTo(200);
    }

    @Test
    void fully_graded_without_a_score_erases_the_grade() {
        post(score("4", T0, 21, 56));
        post("""
                {"userId":"4","timestamp":"2026-11-02T10:00:05Z","gradingProgress":"FullyGraded",
                 "activityProgress":"Completed"}""");

        assertThat(grade().value()).isNull();
    }

    @Test
    void activity_progress_is_ignored() {
        post(score("4", T0, 21, 56).replace("Completed", "Whatever"));

        assertThat(grade().value()).isEqualTo(37.5);
    }

    @Test
    void no_comment_erases_the_comment() {
        post(score("4", T0, 21, 56).replace("}", ",\"comment\":\"Niveau 3\"}"));
        assertThat(grade().comment()).isEqualTo("Niveau 3");

        post(score("4", "2026-11-02T10:00:05Z", 21, 56));
        assertThat(grade().comment()).isNull();
    }

    @Test
    void a_comment_left_on_an_erased_grade_counts_as_modified_now() {
        post(score("4", T0, 21, 56).replace("FullyGraded", "Pending").replace("}", ",\"comment\":\"Bientôt\"}"));

        assertThat(post(score("4", T0, 21, 56)).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "999", ""})
    void a_teacher_or_an_unknown_person_is_refused(String userId) {
        assertThat(post(score(userId, T0, 21, 56)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userId", "timestamp", "gradingProgress", "activityProgress", "scoreMaximum"})
    void a_score_must_be_whole(String missing) {
        assertThat(post(score("4", T0, 21, 56).replace("\"" + missing + "\"", "\"x\"")).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"userId\":\"4\"}"})
    void a_damaged_score_is_refused(String body) {
        assertThat(post(body).statusCode()).isEqualTo(400);
    }

    @Test
    void a_time_that_is_none_or_a_score_that_is_no_number_is_refused() {
        assertThat(post(score("4", "yesterday", 21, 56)).statusCode()).isEqualTo(400);
        assertThat(post(score("4", T0, 21, 56).replace("21.0", "\"many\"")).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "", "application/vnd.ims.lis.v1.scorecontainer+json",
        "application/vnd.ims.lis.v2.lineitem+json"})
    void a_score_needs_its_exact_media_type(String type) {
        assertThat(PretendTool.call("POST", column + "/scores?type_id=1", token, "", type, score("4", T0, 21, 56))
                .statusCode()).isEqualTo(400);
    }

    @Test
    void a_charset_after_the_media_type_does_no_harm() {
        assertThat(PretendTool.call("POST", column + "/scores?type_id=1", token, "", SCORE + ";charset=UTF-8",
                score("4", T0, 21, 56)).statusCode()).isEqualTo(200);
    }

    @Test
    void the_path_must_go_before_the_query() {
        assertThat(PretendTool.call("POST", column + "?type_id=1/scores", token, "", SCORE, score("4", T0, 21, 56))
                .statusCode()).isEqualTo(400);
        assertThat(lms.scores()).isEmpty();
    }

    @Test
    void a_grade_that_the_teacher_overrode_stays_and_the_score_is_taken_all_the_same() {
        post(score("4", T0, 28, 56));
        lms.override(lms.columns(lms.activity("competence:1.1")).getFirst(), lms.pupil(0), 75);

        assertThat(post(score("4", "2026-11-02T11:00:00Z", 56, 56)).statusCode()).isEqualTo(200);
        assertThat(grade().value()).isEqualTo(75);
        assertThat(results("&user_id=4")).contains("\"resultScore\":75");
        assertThat(post(score("4", "2026-11-02T11:00:00Z", 56, 56)).statusCode()).isEqualTo(409);
    }
}
