package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import fr.pixlti.tool.content.Item;
import org.junit.jupiter.api.Test;

/** Browsers and networks that make it hard: the test goes on, or the person is told what to do. */
class HardConditionsIT extends InBrowser {

    @Test
    void a_lost_network_keeps_what_was_typed_and_says_so() {
        Chromium browser = use(Chromium.open(driver(), "fr-FR"));
        Page page = browser.page();
        Visitor visitor = new Visitor(page, port);
        Frame frame = visitor.openInFrame(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
        stage.show(item -> item.work() instanceof Item.Fill && !item.announced());
        frame = visitor.openInFrame(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
        frame.fill("#field", "ma réponse");

        browser.context().setOffline(true);
        frame.click("button[value=answer]");
        frame.locator("#network-lost").waitFor();
        assertThat(frame.locator("#network-lost").innerText()).contains("Votre saisie est toujours là");
        assertThat(frame.inputValue("#field")).isEqualTo("ma réponse");
        assertThat(browser.complaints()).containsOnly("htmx:afterRequest", "htmx:sendError");
        browser.complaints().clear();

        browser.context().setOffline(false);
        Frame back = frame;
        assertThat(visitor.send(frame, () -> back.click("button[value=answer]"))).isEqualTo(200);
        assertThat(frame.locator("h1").innerText()).isEqualTo("Question 2");
        assertThat(frame.locator("#network-lost").isVisible()).isFalse();
    }

    @Test
    void a_tool_that_fails_keeps_what_was_typed_and_says_so() {
        Chromium browser = use(Chromium.open(driver(), "en-GB"));
        Page page = browser.page();
        Visitor visitor = new Visitor(page, port);
        Frame frame = visitor.open(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
        stage.show(item -> item.work() instanceof Item.Fill && !item.announced());
        page.reload();
        page.fill("#field", "my answer");
        stage.breakQuestion();

        assertThat(visitor.send(frame, () -> page.click("button[value=answer]"))).isEqualTo(500);
        assertThat(page.locator("#tool-failed").innerText()).contains("What you entered is still here");
        assertThat(page.inputValue("#field")).isEqualTo("my answer");
        assertThat(browser.complaints()).hasSize(2).allMatch(complaint -> complaint.contains("500"));
        browser.complaints().clear();
    }

    @Test
    void an_answer_that_is_missing_is_asked_for_at_its_field() {
        Page page = use(Chromium.open(driver(), "fr-FR")).page();
        Visitor visitor = new Visitor(page, port);
        Frame frame = visitor.open(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
        stage.show(item -> item.work() instanceof Item.Fill && !item.announced());
        page.reload();
        page.setViewportSize(360, 300);
        visitor.send(frame, () -> page.click("button[value=answer]"));

        assertThat(page.evaluate("() => document.activeElement.id + ' ' + document.activeElement.ariaInvalid + ' ' "
                + "+ document.getElementById(document.activeElement.getAttribute('aria-describedby')).innerText"))
                .isEqualTo("field true Donnez une réponse, ou cliquez sur « Je passe ».");
        assertThat(page.evaluate(
                """
                        () => ['problem', 'field'].every(id => { const box = document.getElementById(id).getBoundingClientRect();
                          return box.top >= 0 && box.bottom <= innerHeight })"""))
                .isEqualTo(true);
    }

    @Test
    void a_double_click_answers_one_question() {
        Page page = use(Chromium.open(driver(), "fr-FR")).page();
        Visitor visitor = new Visitor(page, port);
        Frame frame = visitor.open(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
        visitor.send(frame, () -> page.locator("button[value=skip]").dblclick());
        page.reload();
        assertThat(page.locator("h1").innerText()).isEqualTo("Question 2");
    }

    @Test
    void without_cookies_in_the_frame_a_button_opens_a_window() {
        Chromium browser = use(Chromium.withoutCookiesInFrames(driver(), port));
        Frame frame = new Visitor(browser.page(), port).openInFrame(Visitor.PUPIL, Visitor.SEARCHING);
        Looked looked = new Looked(1280, 360);

        assertThat(frame.locator("h1").innerText()).isEqualTo("Ouvrez l’activité dans un nouvel onglet");
        Page window = browser.context().waitForPage(() -> frame.click("form button"));
        window.waitForURL("**/participations/*");
        new Visitor(window, port).begin(window.mainFrame());
        looked.at(window, "question in a window of its own");
        assertThat(looked.faults()).isEmpty();
        assertThat(frame.locator("form button").isDisabled()).isTrue();
    }

    @Test
    void without_scripts_a_whole_test_is_taken() {
        Page page = use(Chromium.withoutJavaScript(driver())).page();
        page.navigate("http://127.0.0.1:" + port + "/demo/as/4/activity/1/start?in=WINDOW");
        page.locator("form button").click();
        page.locator("form button").click();
        new Visitor(page, port).begin(page.mainFrame());
        stage.show(item -> item.work() instanceof Item.Fill && !item.announced());
        page.reload();
        page.locator("button[value=answer]").click();
        assertThat(page.locator("#problem").isVisible()).isTrue();
        int screens = 0;
        while (!page.url().contains("/participations/")) {
            assertThat(screens++).isLessThan(60);
            boolean question = page.locator("button[value=skip]").count() > 0;
            page.locator(question ? "button[value=skip]" : ".actions button").first().click();
        }
        assertThat(page.locator(".gauge").getAttribute("aria-label")).startsWith("Niveau 0 sur 7");
    }
}
