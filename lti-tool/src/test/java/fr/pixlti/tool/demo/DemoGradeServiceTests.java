package fr.pixlti.tool.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.demo.domain.Grade;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.Endpoint;
import fr.pixlti.tool.testing.PlatformDouble;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The grade services of the demo LMS have the habits that a Moodle 4.5 was seen to have. */
class DemoGradeServiceTests {

    private static final String CONTAINER = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final String LINE_ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
    private static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    private static final String T0 = "2026-11-02T10:00:00Z";

    private static PlatformDouble lms;
    private PretendTool tool;
    private String token;
    private String column;

    @BeforeAll
    static void start() {
        lms = PlatformDouble.start();
    }

    @AfterAll
    static void stop() {
        lms.close();
    }

    @BeforeEach
    void pretend() throws IOException {
        lms.reset();
        tool = new PretendTool(lms);
        token = tool.token(PretendTool.LINE_ITEM, PretendTool.RESULT_READ, PretendTool.SCORE);
        column = lms.url() + "/lti/services/2/lineitems/1/lineitem";
    }

    @AfterEach
    void end() {
        tool.close();
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/vnd.ims.lis.v2.lineitem+json",
        CONTAINER + ", application/json", CONTAINER + ";q=0.9"})
    void the_list_of_columns_needs_its_exact_accept(String accept) {
        assertThat(get(items(""), accept).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", CONTAINER, LINE_ITEM + ", " + RESULTS})
    void a_column_and_results_need_their_exact_accept(String accept) {
        assertThat(get(column + "?type_id=1", accept).statusCode()).isEqualTo(400);
        assertThat(get(column + "/results?type_id=1", accept).statusCode()).isEqualTo(400);
    }

    @Test
    void a_refusal_repeats_the_request_as_json() {
        JsonNode refusal = json(get(items(""), "application/json"));

        assertThat(refusal.get("status").asInt()).isEqualTo(400);
        assertThat(refusal.get("reason").asString()).startsWith("No handler found for /2/lineitems application/json");
        assertThat(refusal.get("request").get("url").asString()).isEqualTo("/demo/lti/services/2/lineitems?type_id=1");
    }

    @Test
    void a_column_says_where_it_is_with_its_query() {
        JsonNode item = json(get(column + "?type_id=1", LINE_ITEM));

        assertThat(item.get("id").asString()).isEqualTo(column + "?type_id=1");
        assertThat(item.get("scoreMaximum").asDouble()).isEqualTo(100);
        assertThat(item.get("resourceLinkId").asString()).isEqualTo("1");
    }

    @Test
    void the_path_must_go_before_the_query() {
        assertThat(PretendTool.call("POST", column + "?type_id=1/scores", token, "", SCORE, score("4", T0, 21, 56))
                .statusCode()).isEqualTo(400);
        assertThat(lms.scores()).isEmpty();
    }

    @Test
    void columns_are_added_found_and_changed() {
        HttpResponse<String> added = put("POST", items(""), """
                {"label":"Niveau","scoreMaximum":8,"resourceId":"level","tag":"pix","resourceLinkId":"1",
                 "gradesReleased":false}""");
        String url = json(added).get("id").asString();

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(json(added).get("gradesReleased").asBoolean()).as("echoed").isFalse();
        assertThat(url).endsWith("/lineitem?type_id=1");
        assertThat(json(get(url, LINE_ITEM)).has("gradesReleased")).as("not stored").isFalse();
        assertThat(json(get(items("&tag=pix"), CONTAINER))).hasSize(1);
        assertThat(json(get(items("&resource_id=level"), CONTAINER))).hasSize(1);
        assertThat(json(get(items("&resource_link_id=1"), CONTAINER))).hasSize(2);
        assertThat(json(get(items("&resource_id=other"), CONTAINER))).isEmpty();

        assertThat(put("PUT", url, "{\"label\":\"Niveau atteint\",\"scoreMaximum\":7}").statusCode()).isEqualTo(200);
        JsonNode changed = json(get(url, LINE_ITEM));
        assertThat(changed.get("label").asString()).isEqualTo("Niveau atteint");
        assertThat(changed.get("tag").asString()).as("erased").isEmpty();
        assertThat(changed.get("resourceId").asString()).as("erased").isEmpty();
        assertThat(changed.has("resourceLinkId")).as("erased").isFalse();
    }

    @Test
    void a_new_maximum_keeps_the_share() {
        post(score("4", T0, 28, 56));
        put("PUT", column + "?type_id=1", "{\"label\":\"Recherche\",\"scoreMaximum\":20}");

        assertThat(grade().value()).isEqualTo(10);
    }

    @Test
    void even_the_column_of_an_activity_can_be_deleted() {
        assertThat(PretendTool.call("DELETE", column + "?type_id=1", token, "", "", "").statusCode()).isEqualTo(204);
        assertThat(get(column + "?type_id=1", LINE_ITEM).statusCode()).isEqualTo(404);
        assertThat(post(score("4", T0, 21, 56)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_link_with_two_columns_names_neither_at_launch() throws Exception {
        put("POST", items(""), "{\"label\":\"Niveau\",\"scoreMaximum\":8,\"resourceLinkId\":\"1\"}");
        lms.launch(Browser.framed(), lms.pupil(0), lms.activity("competence:1.1")).open();
        String idToken = tool.launches.getFirst().get("id_token");

        assertThat(com.nimbusds.jwt.SignedJWT.parse(idToken).getPayload().toJSONObject()
                .get("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint")).asString().contains("lineitems=")
                .doesNotContain("lineitem=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"scoreMaximum\":8}", "{\"label\":\"x\"}", "{\"label\":\"x\",\"scoreMaximum\":\"many\"}"})
    void a_column_needs_a_label_and_a_maximum(String body) {
        assertThat(put("POST", items(""), body).statusCode()).isEqualTo(400);
    }

    @Test
    void a_column_cannot_join_a_link_the_tool_does_not_have() {
        assertThat(
                put("POST", items(""), "{\"label\":\"x\",\"scoreMaximum\":1,\"resourceLinkId\":\"77\"}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void pages_of_columns_come_with_a_link_that_no_parser_reads() {
        HttpResponse<String> page = get(items("&limit=1"), CONTAINER);

        assertThat(json(page)).hasSize(1);
        assertThat(page.headers().firstValue("Link")).hasValueSatisfying(
                link -> assertThat(link).doesNotContain("rel=\"next\"").contains("rel="));
    }

    @Test
    void results_tell_what_the_gradebook_holds() {
        assertThat(results("")).isEqualTo("[]");
        post(score("4", T0, 28, 56));
        post(score("5", T0, 56, 56));

        JsonNode one = json(get(column + "/results?type_id=1&user_id=4", RESULTS));
        assertThat(one).hasSize(1);
        assertThat(one.get(0).get("resultScore").asDouble()).isEqualTo(50);
        assertThat(one.get(0).get("resultMaximum").asDouble()).isEqualTo(100);
        assertThat(one.get(0).get("userId").asString()).isEqualTo("4");
        assertThat(json(get(column + "/results?type_id=1", RESULTS))).hasSize(2);
        assertThat(results("&user_id=6")).isEqualTo("[]");
    }

    @Test
    void asking_for_pages_of_results_breaks_the_platform() {
        HttpResponse<String> answer = get(column + "/results?type_id=1&limit=10", RESULTS);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/html"));
    }

    @Test
    void a_token_opens_only_what_it_was_given_for() {
        token = tool.token(PretendTool.LINE_ITEM_READ);

        assertThat(get(column + "?type_id=1", LINE_ITEM).statusCode()).isEqualTo(200);
        assertThat(put("PUT", column + "?type_id=1", "{\"label\":\"x\",\"scoreMaximum\":1}").statusCode())
                .isEqualTo(401);
        assertThat(post(score("4", T0, 21, 56)).statusCode()).isEqualTo(401);
        assertThat(get(column + "/results?type_id=1", RESULTS).statusCode()).isEqualTo(401);
    }

    @Test
    void no_token_a_void_one_or_another_tools_type_is_401() {
        assertThat(PretendTool.call("GET", column + "?type_id=1", "", LINE_ITEM, "", "").statusCode()).isEqualTo(401);
        assertThat(get(column + "?type_id=99", LINE_ITEM).statusCode()).isEqualTo(401);
        lms.revokeTokens();
        assertThat(get(column + "?type_id=1", LINE_ITEM).statusCode()).isEqualTo(401);
    }

    @Test
    void another_tools_column_and_another_course_are_404() {
        lms.addDeployment("7", "another-client");
        lms.addActivity("Autre", Map.of(), "7");

        assertThat(get(column.replace("/1/lineitem", "/4/lineitem") + "?type_id=1", LINE_ITEM).statusCode())
                .isEqualTo(404);
        assertThat(json(get(items(""), CONTAINER))).hasSize(3);
        assertThat(get(column.replace("/services/2/", "/services/3/") + "?type_id=1", LINE_ITEM).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_method_that_does_not_exist_is_405() {
        assertThat(PretendTool.call("PUT", column + "/scores?type_id=1", token, "", SCORE, "{}").statusCode())
                .isEqualTo(405);
        assertThat(lms.count(Endpoint.SCORES)).isEqualTo(1);
    }

    private HttpResponse<String> post(String score) {
        return PretendTool.call("POST", column + "/scores?type_id=1", token, "", SCORE, score);
    }

    private HttpResponse<String> put(String method, String url, String body) {
        return PretendTool.call(method, url, token, "", LINE_ITEM, body);
    }

    private HttpResponse<String> get(String url, String accept) {
        return PretendTool.call("GET", url, token, accept, "", "");
    }

    private String results(String more) {
        return get(column + "/results?type_id=1" + more, RESULTS).body();
    }

    private String items(String more) {
        return lms.url() + "/lti/services/2/lineitems?type_id=1" + more;
    }

    private Grade grade() {
        return lms.grade(lms.activity("competence:1.1"), lms.pupil(0)).orElseThrow();
    }

    private static String score(String userId, String timestamp, double given, double maximum) {
        return """
                {"userId":"%s","timestamp":"%s","scoreGiven":%s,"scoreMaximum":%s,"gradingProgress":"FullyGraded",
                 "activityProgress":"Completed"}""".formatted(userId, timestamp, given, maximum);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
