package fr.pixlti.tool.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deep linking: who may choose, what is offered, what is refused (suite case 23; facts/lti.md, rule 14). */
class ContentTests extends ContentTest {

    @Test
    void a_teacher_sees_everything_on_offer_and_finds_it_by_a_word() {
        Dialogue dialogue = open(request());

        HttpResponse<String> all = dialogue.get("");
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.body()).contains("1. Information et données", "1.1 Mener une recherche",
                "Chercher &lt;et&gt; trouver", "4.2 Protéger", "Fermer sans rien ajouter").doesNotContain("??");

        assertThat(dialogue.get("?q=DONN%C3%A9es+prot%C3%A9").body()).contains("4.2 Protéger")
                .doesNotContain("1.1 Mener");
        // What is ticked stays in sight.
        assertThat(dialogue.get("?q=proteger&target=competence:1.1").body()).contains("4.2 Protéger", "1.1 Mener",
                "checked=\"checked\"");
        assertThat(dialogue.get("?q=%3Cb%3Erien").body()).contains("Rien ne correspond à « &lt;b&gt;rien »");
    }

    @Test
    void a_preview_leads_back_with_all_that_was_ticked() {
        Dialogue dialogue = open(request());

        HttpResponse<String> preview = dialogue.get("/preview?target=competence:4.2&q=pro&show=competence:1.1");

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("Aperçu de 1.1", "Un fait", "Un sujet", "Une question ?", "Un choix",
                "name=\"target\" value=\"competence:4.2\"", "name=\"target\" value=\"competence:1.1\"");
        assertThat(dialogue.get("/preview?show=competence:9.9").statusCode()).isEqualTo(404);
        assertThat(dialogue.get("/preview?show=").statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_ticked_is_named_and_may_be_one_activity_or_several() {
        Dialogue dialogue = open(request());

        assertThat(dialogue.get("/items?target=competence:1.1&target=competence:4.2").body()).contains(
                "Titre de 1.1", "Titre de 4.2", "En faire un seul test", "Note sur 56", "Ajouter les 2 activités");
        assertThat(dialogue.get("/items?target=competence:1.1&target=competence:4.2&together=true").body())
                .contains("Les deux", "Note sur 100", "chaque domaine", "Plutôt une activité par compétence")
                .doesNotContain("Titre de");
        HttpResponse<String> nothing = dialogue.get("/items?target=competence:9.9");
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).contains("Cochez au moins une activité");
    }

    @Test
    void a_platform_that_takes_one_item_gets_one() {
        Map<String, Object> settings = settings();
        settings.put("accept_multiple", false);
        Dialogue dialogue = open(request(settings));

        assertThat(dialogue.get("/items?target=competence:1.1&target=competence:4.2").body()).contains("Les deux")
                .doesNotContain("Plutôt une activité");
        HttpResponse<String> tampered = dialogue.answer(
                List.of(item("competence:1.1", "Un", "score"), item("competence:4.2", "Deux", "score")));
        assertThat(tampered.statusCode()).isEqualTo(400);
        assertThat(tampered.body()).contains("n’est pas arrivé entier");
    }

    @Test
    void only_who_teaches_the_course_may_choose() {
        for (String role : List.of("Learner", "Mentor")) {
            Login login = login();
            Map<String, Object> claims = claims(login.nonce(), role, settings());
            assertRefused(launch(login, TestPlatform.sign(claims)), 401, "teachers-only");
        }
    }

    @Test
    void requests_that_lack_something_or_would_answer_elsewhere_are_refused() {
        refused("claim-missing", settings -> settings.remove("deep_link_return_url"));
        refused("claim-missing", settings -> settings.remove("accept_types"));
        refused("claim-malformed", settings -> settings.put("accept_types", "ltiResourceLink"));
        refused("claim-malformed", settings -> settings.put("data", 7));
        refused("content-types", settings -> settings.put("accept_types", List.of("file")));
        for (String elsewhere : List.of("https://evil.example/return", "http://moodle.example/return",
                "https://moodle.example@evil.example/", "https://moodle.example.evil.example/", "javascript:alert(1)",
                "//moodle.example/return", "https://moodle.example:444/return")) {
            refused("return-foreign", settings -> settings.put("deep_link_return_url", elsewhere));
        }
        Login login = login();
        Map<String, Object> claims = claims(login.nonce(), "Instructor", settings());
        claims.remove(SETTINGS);
        assertRefused(launch(login, TestPlatform.sign(claims)), 400, "claim-missing");
    }

    @Test
    void the_type_of_the_message_alone_decides_what_it_is() {
        Login login = login();
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Instructor");
        claims.put(SETTINGS, settings());
        assertOpened(launch(login, TestPlatform.sign(claims)), "/~test/opened/1.1/INSTRUCTOR");

        Login other = login();
        claims = TestPlatform.claims(other.nonce(), "Instructor");
        claims.put(TestPlatform.CLAIM + "message_type", "LtiDeepLinkingRequest");
        activities.openings.clear();
        admission.reset();
        assertRefused(launch(other, TestPlatform.sign(claims)), 400, "claim-missing");
    }

    @Test
    void a_request_is_tied_to_its_login_like_every_launch() {
        Login login = login();
        Map<String, Object> claims = claims(login.nonce(), "Instructor", settings());
        claims.put(TestPlatform.CLAIM + "target_link_uri", "https://tool.example/lti/content");
        assertRefused(launch(login, TestPlatform.sign(claims)), 401, "login-of-other-target");

        Login second = login();
        assertRefused(launch(second, TestPlatform.sign(claims(login.nonce(), "Instructor", settings()))), 401,
                "nonce");

        Login third = login();
        String token = TestPlatform.sign(claims(third.nonce(), "Instructor", settings()));
        assertThat(launch(third, token).statusCode()).isEqualTo(303);
        assertThat(launch(token, third.state(), Map.of("Cookie", third.cookie())).body()).contains("login-used");
    }

    @Test
    void without_cookies_the_dialogue_opens_in_a_window_of_its_own() {
        Login login = login();
        HttpResponse<String> page = launch(
                TestPlatform.sign(claims(login.nonce(), "Instructor", settings("é \"<data>\""))), login.state(),
                Map.of("Origin", "https://frames.moodle.example", "Sec-Fetch-Dest", "iframe"));
        assertThat(page.statusCode()).isEqualTo(200);

        HttpResponse<String> opened = post("/lti/open", Map.of("ticket", field(page.body(), "ticket")),
                Map.of("Origin", "https://tool.example"));
        assertThat(opened.statusCode()).isEqualTo(303);
        Dialogue dialogue = dialogue(opened);
        assertThat(dialogue.answer(List.of(item("competence:1.1", "", "score"))).body())
                .contains("retournez à votre cours");
        Answer answer = answer(post("/lti/content-return", Map.of("secret", field(page.body(), "secret")),
                Map.of("Origin", "https://tool.example")));
        assertThat(answer.claims()).containsEntry(DL + "data", "é \"<data>\"");
    }

    @Test
    void somebody_elses_dialogue_is_not_there() {
        Dialogue mine = open(request());
        Login login = login();
        Map<String, Object> claims = claims(login.nonce(), "Instructor", settings());
        claims.put("sub", "8");
        Dialogue neighbour = dialogue(launch(login, TestPlatform.sign(claims)));

        for (String page : List.of("", "/items?target=competence:1.1", "/preview?show=competence:1.1")) {
            assertThat(neighbour.as(mine.id()).get(page).statusCode()).isEqualTo(404);
        }
        assertThat(neighbour.post(mine.id(), List.of(item("competence:1.1", "", "score"))).statusCode())
                .isEqualTo(404);
        assertThat(get("/lti/content/" + mine.id(), Map.of()).statusCode()).isIn(401, 403);
        assertThat(mine.as("00000000-0000-0000-0000-000000000000").get("").statusCode()).isEqualTo(404);
        assertThat(mine.get("").statusCode()).isEqualTo(200);
    }

    @Test
    void a_dialogue_ends_after_a_working_day() {
        Dialogue dialogue = open(request());
        clock.advance(Duration.ofHours(8));

        assertThat(dialogue.get("").statusCode()).isEqualTo(409);
        assertThat(dialogue.get("").body()).contains("plus de 8 heures");
    }

    private void refused(String code, java.util.function.Consumer<Map<String, Object>> change) {
        Login login = login();
        Map<String, Object> settings = settings();
        change.accept(settings);
        assertRefused(launch(login, TestPlatform.sign(claims(login.nonce(), "Instructor", settings))), 400, code);
    }
}
