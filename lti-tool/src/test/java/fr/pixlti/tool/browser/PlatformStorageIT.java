package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import fr.pixlti.tool.browser.StoringPlatform.Kind;
import fr.pixlti.tool.content.Item;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser that keeps no cookie at all, and a platform that keeps things for the tool: all goes on inside the frame. */
class PlatformStorageIT extends InBrowser {

    private static final StoringPlatform PLATFORM = new StoringPlatform();
    private static final String ACTIVITY = "/as/" + Visitor.PUPIL + "/activity/" + Visitor.SEARCHING + "/start";

    @DynamicPropertySource
    static void registration(DynamicPropertyRegistry registry) {
        String at = "pixlti.lti.platforms[0].";
        registry.add(at + "name", () -> "Storing");
        registry.add(at + "issuer", () -> "${demo.url}");
        registry.add(at + "client-id", () -> "${demo.client-id}");
        registry.add(at + "deployment-ids[0]", () -> "1");
        registry.add(at + "authentication-request-url", () -> PLATFORM.origin() + "/demo/lti/auth");
        registry.add(at + "access-token-url", () -> "${demo.url}/lti/token");
        registry.add(at + "key-set-url", () -> "${demo.url}/lti/certs");
        registry.add(at + "allow-private-addresses", () -> "true");
        registry.add(at + "frame-origins[0]", PLATFORM::origin);
        registry.add(at + "frame-origins[1]", PLATFORM::schoolOrigin);
        // Of the address that takes the deep linking response.
        registry.add(at + "frame-origins[2]", () -> "http://127.0.0.1:${server.port}");
    }

    @AfterAll
    static void stopPlatform() {
        PLATFORM.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"PARENT", "FRAME"})
    void a_pupil_takes_a_test_inside_the_frame_to_its_end(Kind kind) {
        Chromium browser = use(Chromium.withoutAnyCookie(driver()));
        Page page = browser.page();
        begin(PLATFORM.open(page, kind, port, ACTIVITY));
        assertThat(StoringPlatform.asked(page)).isEqualTo(kind == Kind.PARENT
                ? "lti.capabilities lti.put_data lti.capabilities lti.get_data"
                : "lti.put_data lti.get_data");
        stage.show(item -> item.work() instanceof Item.Fill && item.timer() == null);
        Frame frame = PLATFORM.open(page, kind, port, ACTIVITY);
        begin(frame);
        frame.fill("#field", stage.answer().texts().values().iterator().next());
        frame.click("button[value=answer]");
        heading(frame, "Question 2");
        while (frame.locator("section.result").count() == 0) {
            boolean question = frame.locator("button[value=skip]").count() > 0;
            Visitor.settled(frame);
            // Not by its words: the clock of a timed question changes them while the next page is on its way.
            frame.evaluate("() => document.querySelectorAll('#main *').forEach(each => { each.dataset.old = '' })");
            frame.locator(question ? "button[value=skip]" : ".actions button").first().click();
            frame.waitForFunction("() => document.querySelector('#main h1, #main h2')"
                    + " && !document.querySelector('#main [data-old]')");
        }
        frame.click(".result-text a");
        heading(frame, "Vos réponses");

        assertThat(frame.url()).endsWith("/lti/launch");
        assertThat(frame.evaluate("() => { document.cookie = 'stays=1; Secure; SameSite=None; Partitioned';"
                + " return document.cookie }")).isEqualTo("");
        assertThat(browser.context().cookies()).isEmpty();
        assertThat(browser.context().pages()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILING", "SILENT", "FOREIGN"})
    void a_storage_that_gives_nothing_leaves_the_window(Kind kind) {
        Chromium browser = use(Chromium.withoutAnyCookie(driver()));
        Frame frame = PLATFORM.open(browser.page(), kind, port, ACTIVITY);
        frame.locator("form[action='/lti/open'] button:enabled").waitFor();

        assertThat(frame.locator("h1").innerText()).isEqualTo("Ouvrez l’activité dans un nouvel onglet");
        assertThat(frame.inputValue("input[name=proof]")).isEmpty();
        assertThat(frame.locator("#no-proof").isVisible()).isFalse();
        Page window = browser.context().waitForPage(() -> frame.click("form[action='/lti/open'] button"));
        // Where not even a window of its own keeps a cookie, there is nothing left but to say so.
        window.waitForURL("**/~*/**");
        assertThat(window.locator("main").innerText()).contains("cookies");
    }

    @Test
    void an_answer_that_comes_late_opens_the_page_after_all() {
        Chromium browser = use(Chromium.withoutAnyCookie(driver()));
        Frame frame = PLATFORM.open(browser.page(), Kind.LATE, port, ACTIVITY);
        frame.locator("form[action='/lti/open'] button:enabled").waitFor();
        frame.locator("form[action$='/test'] button").waitFor();
    }

    @Test
    void a_simulator_runs_there_too() {
        Chromium browser = use(Chromium.withoutAnyCookie(driver()));
        begin(PLATFORM.open(browser.page(), Kind.PARENT, port, ACTIVITY));
        stage.show(item -> item.id().equals("messagerie-agir-1a"));
        Frame frame = PLATFORM.open(browser.page(), Kind.PARENT, port, ACTIVITY);
        begin(frame);
        frame.locator("iframe[data-setup]").contentFrame().locator("[data-key=open-match]").click();
        frame.locator("button[value=answer]:enabled").waitFor();
    }

    @Test
    void a_teacher_chooses_content_inside_the_frame() {
        Chromium browser = use(Chromium.withoutAnyCookie(driver()));
        Page page = browser.page();
        String add = page.request().get("http://127.0.0.1:" + port + "/demo/as/" + Visitor.TEACHER + "/add").text();
        Matcher dialogue = Pattern.compile("src=\"/demo(/as/[^\"]+/start)\"").matcher(add);
        assertThat(dialogue.find()).isTrue();
        Frame frame = PLATFORM.open(page, Kind.FRAME, port, dialogue.group(1));
        frame.fill("#words", "recherche");
        frame.click("form:has(#words) button:not([name])");
        frame.check("input[value='competence:1.1']");
        frame.click(".actions button");
        frame.fill("input[name=title]", "Sans aucun cookie");
        assertThat(page.waitForResponse(Pattern.compile(".*/demo/lti/content/return.*"),
                () -> frame.click(".actions button")).status()).isEqualTo(200);
        page.navigate("http://127.0.0.1:" + port + "/demo" + dialogue.group(1).replace("/start", ""));
        assertThat(page.locator("main").innerText()).contains("Sans aucun cookie");
        // The demo LMS wants its answer framed by itself alone, and here other pages stand around it.
        browser.complaints().removeIf(complaint -> complaint.contains("frame-ancestors"));
    }

    @Test
    void the_proof_that_a_page_carries_is_good_for_its_own_person_and_no_form_of_another_site() throws Exception {
        Page page = use(Chromium.withoutAnyCookie(driver())).page();
        JsonNode opened = new JsonMapper().readTree(page
                .waitForResponse("**/lti/open", () -> PLATFORM.open(page, Kind.PARENT, port, ACTIVITY)).text());
        String path = opened.path("path").asString();
        String session = opened.path("session").asString();
        assertThat(status("GET", path, session)).isEqualTo(200);
        assertThat(status("GET", path, "")).isEqualTo(401);
        assertThat(status("GET", path, session.substring(0, 60) + "AAAA")).isEqualTo(401);
        assertThat(status("GET", path.replaceFirst("/~\\w+", "/~0123456789"), session)).isEqualTo(401);
        assertThat(status("POST", path + "/test", session)).isEqualTo(403);
    }

    private int status(String method, String path, String session) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Pixlti-Session", session).method(method, HttpRequest.BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static void begin(Frame frame) {
        frame.click("form[action$='/test'] button");
        String introduction = "form[action$='/profile/introduction'] button";
        frame.locator("button[value=answer], " + introduction).waitFor();
        if (frame.locator(introduction).count() > 0) {
            frame.click(introduction);
            frame.locator("button[value=answer]").waitFor();
        }
    }

    private static void heading(Frame frame, String text) {
        frame.locator("h1", new Frame.LocatorOptions().setHasText(text)).waitFor();
    }
}
