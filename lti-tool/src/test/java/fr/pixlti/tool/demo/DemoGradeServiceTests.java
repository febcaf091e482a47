package fr.pixlti.tool.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.Endpoint;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The grade services of the demo LMS have the habits that a Moodle 4.5 was seen to have. */
class DemoGradeServiceTests extends DemoGradeServices {

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
}
