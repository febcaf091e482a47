package fr.pixlti.tool.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The signed response of deep linking (suite cases 24 to 30; facts/lti.md, rule 14). */
class ContentResponseTests extends ContentTest {

    @Test
    void a_response_is_signed_says_what_is_required_and_repeats_the_data() {
        String data = "csrf:é\"<&> \u2028 \\u0041 {\"a\":1} 😀 ";
        Dialogue dialogue = open(request(settings(data)));

        HttpResponse<String> page = dialogue.answer(List.of(item("competence:1.1", "Mon <titre> & \"moi\"", "score")));
        Answer answer = answer(page);

        assertThat(answer.header().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(answer.header().getKeyID()).isNotBlank();
        Map<String, Object> claims = answer.claims();
        assertThat(claims).containsEntry("iss", "client-1").containsEntry("aud", "https://moodle.example")
                .containsEntry(TestPlatform.CLAIM + "deployment_id", "1")
                .containsEntry(TestPlatform.CLAIM + "message_type", "LtiDeepLinkingResponse")
                .containsEntry(TestPlatform.CLAIM + "version", "1.3.0").containsEntry(DL + "data", data);
        long issued = number(claims, "iat");
        long expires = number(claims, "exp");
        long now = clock.instant().getEpochSecond();
        assertThat(issued).isBetween(now - 30, now);
        assertThat(expires).isGreaterThan(now).isLessThanOrEqualTo(issued + 300);
        assertThat((String) claims.get("nonce")).hasSizeGreaterThanOrEqualTo(16);
        assertThat(answer.items()).singleElement().satisfies(item -> {
            assertThat(item).containsEntry("type", "ltiResourceLink").containsEntry("title", "Mon <titre> & \"moi\"")
                    .containsEntry("text", "Texte <b>de</b> 1.1").containsEntry("url", TARGET)
                    .containsEntry("custom", Map.of("pixlti_target", "competence:1.1"));
            assertThat(String.valueOf(item.get("icon"))).contains("https://tool.example/assets/");
            assertThat(lineItem(item)).containsEntry("label", "Mon <titre> & \"moi\"")
                    .containsEntry("resourceId", "resource-1.1").containsEntry("tag", "score")
                    .containsEntry("submissionReview", Map.of());
            assertThat(number(lineItem(item), "scoreMaximum")).isEqualTo(56);
        });
    }

    @Test
    void it_is_posted_to_the_return_address_and_nowhere_else() {
        HttpResponse<String> page = open(request()).answer(List.of(item("competence:1.1", "", "score")));

        assertThat(answer(page).action()).isEqualTo(RETURN_URL);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action https://moodle.example;")
                .endsWith("frame-ancestors https://moodle.example https://frames.moodle.example")
                .doesNotContain("unsafe", "*");
        assertThat(page.body()).contains("data-post-now", "Retourner au cours").doesNotContain("_csrf",
                "onload", "<script>");
        assertThat(answer(page).claims()).doesNotContainKey(DL + "data");
    }

    @Test
    void several_items_keep_their_order_titles_and_columns() {
        Answer answer = answer(open(request()).answer(List.of(item("competence:4.2", "Deux, d’abord", "competences"),
                item("competence:1.1", " ", "score"))));

        assertThat(answer.items()).extracting(item -> item.get("title")).containsExactly("Deux, d’abord",
                "Titre de 1.1");
        assertThat(answer.items().getFirst()).containsEntry("custom",
                Map.of("pixlti_target", "competence:4.2", "pixlti_columns", "competences"));
        assertThat(answer.items().getLast()).containsEntry("custom", Map.of("pixlti_target", "competence:1.1"));
    }

    @Test
    void one_activity_of_several_is_made_when_it_is_chosen() {
        activities.made.clear();
        Answer answer = answer(
                open(request()).answer(List.of(item("competence:1.1 competence:4.2", "Les deux !", "areas"))));

        assertThat(activities.made).containsExactly("Les deux !");
        assertThat(answer.items()).singleElement().satisfies(item -> {
            assertThat(item).containsEntry("title", "Les deux !").containsEntry("custom",
                    Map.of("pixlti_target", "competence:made-1.1-4.2", "pixlti_columns", "areas"));
            assertThat(lineItem(item)).containsEntry("resourceId", "resource-made-1.1-4.2");
        });
    }

    @Test
    void choosing_nothing_closes_the_dialogue() {
        assertThat(answer(open(request()).close()).items()).isEmpty();
    }

    @Test
    void a_platform_without_line_items_gets_none() {
        Map<String, Object> settings = settings();
        settings.put("accept_lineitem", false);
        assertThat(answer(open(request(settings)).answer(List.of(item("competence:1.1", "", "score")))).items())
                .singleElement().satisfies(item -> assertThat(item).doesNotContainKey("lineItem"));
    }

    @Test
    void an_activity_without_a_grade_gets_no_line_item() {
        Dialogue dialogue = open(request());
        assertThat(dialogue.get("/items?target=competence:ungraded").body()).contains("Aucune note")
                .doesNotContain("Note sur", "<select");

        assertThat(answer(dialogue.answer(List.of(item("competence:ungraded", "", "score")))).items())
                .singleElement().satisfies(item -> assertThat(item).doesNotContainKey("lineItem")
                        .containsEntry("title", "Sans note")
                        .containsEntry("custom", Map.of("pixlti_target", "competence:ungraded")));
    }

    @Test
    void a_dialogue_gives_one_response() throws Exception {
        Dialogue dialogue = open(request());
        Token token = dialogue.token();
        try (ExecutorService clicks = Executors.newFixedThreadPool(4)) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(clicks.submit(
                        () -> dialogue.post(token, dialogue.id(), List.of(item("competence:1.1", "", "score")))));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                statuses.add(answer.get().statusCode());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
        }
        HttpResponse<String> again = dialogue.get("");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("déjà parti");
    }

    @Test
    void nonces_differ() {
        List<Object> nonces = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            nonces.add(answer(open(request()).close()).claims().get("nonce"));
        }
        assertThat(nonces).doesNotHaveDuplicates();
    }

    @Test
    void tampered_forms_are_refused_and_leave_the_dialogue_open() {
        Dialogue dialogue = open(request());
        for (List<List<Map.Entry<String, String>>> tampered : List.of(
                List.of(item("competence:9.9", "", "score")), List.of(item("<script>", "", "score")),
                List.of(item("", "", "score")), List.of(item("competence:1.1", "", "areas")),
                List.of(item("competence:1.1", "", "everything")), List.of(item("competence:ungraded", "", "areas")),
                List.of(List.of(Map.entry("targets", "competence:1.1"))),
                List.of(List.of(Map.entry("title", "x"))), List.<List<Map.Entry<String, String>>>of())) {
            HttpResponse<String> refused = dialogue.answer(tampered);
            assertThat(refused.statusCode()).as(tampered.toString()).isEqualTo(400);
            assertThat(refused.body()).contains("n’est pas arrivé entier");
        }
        HttpResponse<String> forged = post("/lti/content/" + dialogue.id(), Map.of("close", "true"), Map.of());
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(answer(dialogue.answer(List.of(item("competence:1.1", "x".repeat(400), "score")))).items())
                .singleElement().satisfies(item -> assertThat(String.valueOf(item.get("title"))).hasSize(255));
    }

    private static long number(Map<String, Object> json, String name) {
        return ((Number) java.util.Objects.requireNonNull(json.get(name))).longValue();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> lineItem(Map<String, Object> item) {
        return (Map<String, Object>) item.getOrDefault("lineItem", Map.of());
    }

    @Test
    void the_returned_link_opens_what_it_points_at() {
        Map<String, Object> item = answer(open(request()).answer(List.of(item("competence:4.2", "", "competences"))))
                .items().getFirst();
        Login login = login();
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Learner");
        claims.put(TestPlatform.CLAIM + "custom", item.get("custom"));
        claims.put(TestPlatform.CLAIM + "resource_link", Map.of("id", "returned-" + Instant.now()));
        assertOpened(launch(login, TestPlatform.sign(claims)), "/~test/opened/4.2/LEARNER");
    }
}
