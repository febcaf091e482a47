package fr.pixlti.tool.lti;

import static fr.pixlti.schema.Tables.LTI_CONTENT_RETURN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.lti.domain.OneUseSecret;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Deep linking in a browser that keeps no cookie in frames: the dialogue opens in a window of its own, and the platform's
 * frame fetches the response by a secret that is good for one thing, once (ADR 0003).
 */
class ContentReturnTests extends ContentTest {

    private static final Map<String, String> PLATFORM_PAGE = Map.of("Origin", "https://moodle.example",
            "Sec-Fetch-Dest", "iframe");
    private static final Map<String, String> OWN_PAGE = Map.of("Origin", "https://tool.example");
    private static final List<List<Map.Entry<String, String>>> CHOICE = List.of(item("competence:1.1", "", "score"));

    @Autowired
    DSLContext database;
    @Autowired
    @Qualifier("purgeLti")
    Runnable purgeLti;

    /** What the page in the frame holds. */
    private record Frame(String ticket, String secret) {}

    private Frame frame() {
        Login login = login();
        HttpResponse<String> page = launch(TestPlatform.sign(claims(login.nonce(), "Instructor", settings("data"))),
                login.state(), PLATFORM_PAGE);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self';", "connect-src 'self';")
                .endsWith("frame-ancestors https://moodle.example https://frames.moodle.example");
        return new Frame(hidden(page, "ticket"), hidden(page, "secret"));
    }

    private static String hidden(HttpResponse<String> page, String name) {
        return Objects.requireNonNull(Jsoup.parse(page.body()).selectFirst("input[name=" + name + "]")).attr("value");
    }

    private Dialogue inWindow(Frame frame) {
        return dialogue(post("/lti/open", Map.of("ticket", frame.ticket()), OWN_PAGE));
    }

    private int ready(String secret) {
        return post("/lti/content-return/ready", Map.of("secret", secret), OWN_PAGE).statusCode();
    }

    private HttpResponse<String> take(String secret) {
        return post("/lti/content-return", Map.of("secret", secret), OWN_PAGE);
    }

    private static void assertGone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("<code>content-gone</code>").doesNotContain("JWT", "??");
    }

    @Test
    void what_is_chosen_in_the_window_comes_back_through_the_frame_once() {
        Frame frame = frame();
        assertThat(ready(frame.secret())).isEqualTo(204);
        Dialogue dialogue = inWindow(frame);
        assertThat(ready(frame.secret())).isEqualTo(204);

        HttpResponse<String> window = dialogue.answer(CHOICE);
        assertThat(window.statusCode()).isEqualTo(200);
        assertThat(window.body()).contains("retournez à votre cours", "data-close-window")
                .doesNotContain("JWT", frame.secret());

        assertThat(ready(frame.secret())).isEqualTo(200);
        assertThat(ready(frame.secret())).isEqualTo(200);
        HttpResponse<String> page = take(frame.secret());
        Answer answer = answer(page);
        assertThat(answer.action()).isEqualTo(RETURN_URL);
        assertThat(answer.items()).extracting(item -> item.get("title")).containsExactly("Titre de 1.1");
        assertThat(answer.claims()).containsEntry(DL + "data", "data");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action https://moodle.example;")
                .endsWith("frame-ancestors https://moodle.example https://frames.moodle.example");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();

        assertThat(ready(frame.secret())).isEqualTo(410);
        assertGone(take(frame.secret()));
        assertThat(dialogue.get("").statusCode()).isEqualTo(409);
    }

    @Test
    void closing_the_dialogue_comes_back_too() {
        Frame frame = frame();
        inWindow(frame).close();
        assertThat(answer(take(frame.secret())).items()).isEmpty();
    }

    @Test
    void before_anything_is_chosen_the_button_says_so_and_stays_good() {
        Frame frame = frame();
        HttpResponse<String> early = take(frame.secret());
        assertThat(early.statusCode()).isEqualTo(200);
        assertThat(early.body()).contains("Rien n’est encore choisi").doesNotContain("JWT", "??");
        assertThat(hidden(early, "secret")).isEqualTo(frame.secret());
        assertThat(early.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(early.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("frame-ancestors https://moodle.example https://frames.moodle.example");

        inWindow(frame).answer(CHOICE);
        assertThat(answer(take(frame.secret())).items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ticket", "altered", "other"})
    void another_secret_gets_nothing_and_uses_nothing_up(String kind) {
        Frame frame = frame();
        inWindow(frame).answer(CHOICE);
        String last = frame.secret().substring(53);
        String wrong = switch (kind) {
            case "ticket" -> frame.ticket();
            case "altered" -> frame.secret().substring(0, 40) + (frame.secret().charAt(40) == 'A' ? 'B' : 'A')
                    + frame.secret().substring(41, 53) + last;
            case "other" -> OneUseSecret.mint(OneUseSecret.parse(frame.secret()).orElseThrow().id()).text();
            default -> kind;
        };
        assertThat(ready(wrong)).isEqualTo(410);
        assertGone(take(wrong));
        assertThat(answer(take(frame.secret())).items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "https://moodle.example", "https://evil.example"})
    void only_a_page_of_the_tool_may_use_it(String origin) {
        Frame frame = frame();
        inWindow(frame).answer(CHOICE);
        Map<String, String> form = Map.of("secret", frame.secret());
        assertThat(post("/lti/content-return/ready", form, Map.of("Origin", origin)).statusCode()).isEqualTo(410);
        assertGone(post("/lti/content-return", form, Map.of("Origin", origin)));
        assertGone(post("/lti/content-return", form, Map.of()));
        assertGone(post("/lti/content-return", Map.of(), OWN_PAGE));
        assertThat(answer(take(frame.secret())).items()).hasSize(1);
    }

    @Test
    void it_opens_no_activity_and_another_frames_choice_stays_there() {
        Frame mine = frame();
        Frame other = frame();
        assertThat(post("/lti/open", Map.of("ticket", mine.secret()), OWN_PAGE).statusCode()).isEqualTo(401);
        inWindow(other).answer(CHOICE);
        assertThat(ready(mine.secret())).isEqualTo(204);
        assertThat(take(mine.secret()).body()).doesNotContain("JWT");
        assertThat(answer(take(other.secret())).items()).hasSize(1);
    }

    @Test
    void after_an_hour_nothing_is_waited_for_and_the_window_answers_itself() {
        Frame frame = frame();
        Dialogue dialogue = inWindow(frame);
        clock.advance(Duration.ofMinutes(61));
        assertThat(ready(frame.secret())).isEqualTo(410);
        assertGone(take(frame.secret()));
        assertThat(answer(dialogue.answer(CHOICE)).items()).hasSize(1);
        assertGone(take(frame.secret()));
    }

    @Test
    void a_choice_waits_for_its_frame_ten_minutes_then_it_is_removed() {
        Frame frame = frame();
        inWindow(frame).answer(CHOICE);
        clock.advance(Duration.ofMinutes(11));
        assertThat(ready(frame.secret())).isEqualTo(410);
        assertGone(take(frame.secret()));
        purgeLti.run();
        assertThat(database.fetchCount(LTI_CONTENT_RETURN,
                LTI_CONTENT_RETURN.ID.eq(OneUseSecret.parse(frame.secret()).orElseThrow().id()))).isZero();
    }

    @Test
    void of_all_who_take_at_once_one_gets_it() throws Exception {
        Frame frame = frame();
        inWindow(frame).answer(CHOICE);
        try (ExecutorService clicks = Executors.newFixedThreadPool(4)) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(clicks.submit(() -> take(frame.secret())));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                statuses.add(answer.get().statusCode());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 401, 401, 401);
        }
    }

    @Test
    void a_dialogue_that_opens_in_the_frame_after_all_answers_there() {
        Frame frame = frame();
        Dialogue dialogue = dialogue(
                post("/lti/open", Map.of("ticket", frame.ticket(), "here", "frame"), OWN_PAGE));
        assertThat(ready(frame.secret())).isEqualTo(410);
        assertThat(answer(dialogue.answer(CHOICE)).items()).hasSize(1);
    }

    @Test
    void the_secret_itself_is_nowhere_in_the_database() {
        Frame frame = frame();
        assertThat(database.fetch("SELECT * FROM lti_content_return").format(1000)).doesNotContain(frame.secret());
        Login login = login();
        assertThat(launch(TestPlatform.sign(TestPlatform.claims(login.nonce(), "Instructor")), login.state(),
                PLATFORM_PAGE).body()).contains("name=\"ticket\"").doesNotContain("name=\"secret\"");
    }
}
