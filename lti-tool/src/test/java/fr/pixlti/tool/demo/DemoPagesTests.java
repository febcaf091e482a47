package fr.pixlti.tool.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor of the demo LMS sees. */
class DemoPagesTests {

    private static final String SCORE = """
            {"userId":"4","timestamp":"2026-11-02T10:00:00Z","scoreGiven":21,"scoreMaximum":56,
             "comment":"Niveau <3>","gradingProgress":"FullyGraded","activityProgress":"Completed"}""";

    @TempDir
    private static Path folder;
    private static Path file;
    private static PlatformDouble lms;
    private PretendTool tool;
    private final Browser browser = Browser.window();

    @BeforeAll
    static void start() {
        file = folder.resolve("lms.json");
        lms = PlatformDouble.start("demo.data-file=" + file);
    }

    @AfterAll
    static void stop() {
        lms.close();
    }

    @BeforeEach
    void pretend() throws IOException {
        lms.reset();
        tool = new PretendTool(lms);
    }

    @AfterEach
    void end() {
        tool.close();
    }

    @Test
    void the_door_offers_everyone_of_the_course() {
        Reply page = browser.get(lms.url());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Qui êtes-vous", "Claire Laurent", "Inès Benali", "Théo Nguyen",
                "Anaëlle Kowalski-Durand", "href=\"/demo/as/3\"", tool.url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/as/3", "/as/4", "/as/4/activity/1", "/as/4/activity/1/start", "/as/3/grades",
        "/as/4/grades", "/as/3/messages", "/as/3/add", "/as/3/review/1/4", "/as/4/return", "/tools"})
    void every_page_speaks_both_languages_without_a_missing_word(String path) {
        String french = browser.get(lms.url() + path).body();
        String english = Browser.window().speaking("en-GB,en;q=0.8").get(lms.url() + path).body();

        assertThat(french).contains("lang=\"fr\"").doesNotContain("??demo.", "style=", "onclick");
        assertThat(english).contains("lang=\"en\"").doesNotContain("??demo.").isNotEqualTo(french);
    }

    @Test
    void a_picked_language_is_kept() {
        browser.get(lms.url() + "?lang=en");

        assertThat(browser.get(lms.url() + "/as/4").body()).contains("You are Inès Benali, pupil");
    }

    @Test
    void the_course_leads_to_activities_in_a_frame_or_a_window() {
        assertThat(browser.get(lms.url() + "/as/4").body()).contains("Découverte du numérique",
                "Mener une recherche et une veille", "href=\"/demo/as/4/activity/1\"");
        assertThat(browser.get(lms.url() + "/as/4/activity/1").body()).contains("<iframe",
                "src=\"/demo/as/4/activity/1/start\"", "title=\"Activité : Mener",
                "start?in=WINDOW\" target=\"_blank\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/as/99", "/as/4/activity/99", "/as/4/activity/99/start", "/nowhere"})
    void what_does_not_exist_is_not_found(String path) {
        assertThat(browser.get(lms.url() + path).status()).isEqualTo(404);
    }

    @Test
    void grades_show_what_arrived_to_the_teacher_and_to_the_pupil_alone() {
        send(SCORE);
        String teacher = browser.get(lms.url() + "/as/3/grades").body();
        String pupil = browser.get(lms.url() + "/as/4/grades").body();

        assertThat(teacher).contains("37,5 / 100", "21 / 56", "Niveau &lt;3&gt;", "Théo Nguyen", "data-refresh");
        assertThat(pupil).contains("37,5 / 100").doesNotContain("Théo Nguyen");
        assertThat(Browser.window().speaking("en").get(lms.url() + "/as/3/grades").body()).contains("37.5 / 100");
    }

    @Test
    void the_log_tells_what_was_said_but_no_token() {
        lms.launch(Browser.framed(), lms.pupil(0), lms.activity("competence:1.1")).open();
        String idToken = tool.launches.getFirst().getOrDefault("id_token", "");
        String token = tool.token(PretendTool.SCORE);
        send(SCORE);
        tool.askToken("rubbish", PretendTool.SCORE);
        String log = browser.get(lms.url() + "/as/3/messages").body();

        assertThat(log).contains("POST /lti/login", "GET /demo/lti/auth", "POST /demo/lti/token",
                "POST /demo/lti/services/2/lineitems/1/lineitem/scores", "Inès Benali 21/56", "invalid_request");
        assertThat(log).doesNotContain(idToken.split("\\.")[1], token, "ltilaunch");
    }

    @Test
    void the_tools_words_are_shown_on_the_way_back() {
        assertThat(browser.get(lms.url() + "/as/4/return?lti_errormsg=%3Cb%3EPas+pr%C3%AAt").body())
                .contains("&lt;b&gt;Pas prêt", "href=\"/demo/as/4\"");
    }

    @Test
    void resetting_erases_grades() {
        send(SCORE);
        Reply page = browser.submit(browser.get(lms.url()).form());

        assertThat(page.body()).contains("Les notes sont effacées");
        assertThat(lms.grade(lms.activity("competence:1.1"), lms.pupil(0))).isEmpty();
    }

    @Test
    void another_site_cannot_reset() {
        send(SCORE);
        HttpResponse<String> answer = PretendTool.send(HttpRequest.newBuilder(URI.create(lms.url() + "/reset"))
                .header("Origin", "http://localhost:8080").POST(HttpRequest.BodyPublishers.noBody()).build());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(lms.grade(lms.activity("competence:1.1"), lms.pupil(0))).isPresent();
    }

    @Test
    void a_visitor_under_another_name_is_sent_to_the_right_one() {
        Reply reply = browser.getOnly(lms.url().replace("127.0.0.1", "localhost") + "/as/4?lang=en");

        assertThat(reply.redirect()).contains(URI.create(lms.url() + "/as/4?lang=en"));
    }

    @Test
    void pages_allow_the_tool_and_nothing_else() {
        Reply page = browser.get(lms.url() + "/as/4/activity/1");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'self'; frame-src 'self' "
                        + tool.url() + "; form-action 'self' " + tool.url()
                        + "; frame-ancestors 'self'; base-uri 'none'; object-src 'none'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        for (String file : new String[]{"/demo.js", "/demo.css", "/icon.svg"}) {
            assertThat(browser.get(lms.url() + file).status()).isEqualTo(200);
        }
    }

    @Test
    void grades_columns_and_key_outlive_a_restart() {
        send(SCORE);
        lms.addActivity("Plus tard", Map.of(), "1");
        String key = lms.key().getKeyID();
        try (PlatformDouble again = PlatformDouble.start("demo.data-file=" + file)) {
            assertThat(again.grade(again.activity("competence:1.1"), again.pupil(0)))
                    .hasValueSatisfying(grade -> assertThat(grade.value()).isEqualTo(37.5));
            assertThat(again.key().getKeyID()).isEqualTo(key);
        }
    }

    @Test
    void a_damaged_file_stops_the_start_with_the_settings_name() throws Exception {
        Path damaged = Files.writeString(folder.resolve("damaged.json"), "{\"key\":");

        assertThatThrownBy(() -> PlatformDouble.start("demo.data-file=" + damaged))
                .hasStackTraceContaining("demo.data-file: " + damaged);
    }

    @Test
    void the_file_is_its_owners_alone() throws Exception {
        send(SCORE);

        assertThat(Files.getPosixFilePermissions(file).toString()).doesNotContain("GROUP", "OTHERS");
    }

    private void send(String score) {
        assertThat(PretendTool.call("POST", lms.url() + "/lti/services/2/lineitems/1/lineitem/scores?type_id=1",
                tool.token(PretendTool.SCORE), "", "application/vnd.ims.lis.v1.score+json", score).statusCode())
                .isEqualTo(200);
    }
}
