package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A pupil takes a whole test in the course's iframe and touches nothing but the keyboard. */
class KeyboardIT extends InBrowser {

    private static final int MOST_STOPS = 40;
    private static final String FOCUSED = """
            () => { const at = document.activeElement; return {tag: at.tagName, type: at.type || '',
              name: at.getAttribute('name') || '', value: at.value || '', heading: at.matches('h1')} }""";

    private Page page;
    private Frame frame;

    @Test
    void a_whole_test_in_the_iframe_and_its_grade() {
        Chromium browser = use(Chromium.open(driver(), "fr-FR"));
        page = browser.page();
        Visitor visitor = new Visitor(page, port);
        frame = visitor.openInFrame(Visitor.PUPIL, Visitor.SEARCHING);

        assertThat(browser.context().cookies()).filteredOn(cookie -> cookie.domain.equals("localhost")).isNotEmpty()
                .allSatisfy(cookie -> assertThat(partition(cookie)).isEqualTo("http://127.0.0.1"));

        press("BUTTON", "");
        Visitor.passIntroduction(frame);
        int screens = 0;
        while (!frame.url().contains("/participations/")) {
            String title = frame.title();
            visitor.send(frame, this::answerTheScreen);
            if (frame.url().contains("/assessments/")) {
                screens++;
                assertThat(frame.title()).isNotEqualTo(title).endsWith(" – Pix LTI");
                assertThat(focused().get("heading")).isEqualTo(true);
                assertThat(frame.evaluate("() => window.scrollY")).isEqualTo(0);
            }
        }
        assertThat(screens).isGreaterThan(7);
        assertThat(frame.locator(".gauge").getAttribute("aria-label")).isEqualTo("Niveau 7 sur 7, 56 pix sur 56");
        await().until(stage::scoreSent);
        page.navigate("http://127.0.0.1:" + port + "/demo/as/" + Visitor.PUPIL + "/grades");
        assertThat(page.locator("#grades").innerText()).contains("56 / 56");
    }

    private static String partition(Cookie cookie) {
        return cookie.partitionKey == null ? "none" : cookie.partitionKey;
    }

    /** Answers the question before the pupil as it should be, or goes on from where there is none. */
    private void answerTheScreen() {
        if (frame.locator("button[value=skip]").count() == 0) {
            press("BUTTON", "");
            return;
        }
        Stage.Answer answer = stage.answer();
        if (frame.locator("iframe").count() > 0) {
            operate(answer.texts());
        }
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            Map<?, ?> at = next();
            if (at.get("name").equals("choice")) {
                choose(answer.choices());
            } else if (at.get("name").toString().startsWith("field.")) {
                fill(at, answer.texts().get(at.get("name").toString().substring("field.".length())));
            } else if (at.get("value").equals("answer")) {
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("The button was not reached by the keyboard");
    }

    /** Tells in the simulator's place what would hold at the end: each is operated by keyboard in tests of its own. */
    private void operate(Map<String, String> facts) {
        frame.locator("button[value=answer]:not([disabled])").waitFor();
        frame.querySelector("iframe").contentFrame().evaluate("""
                facts => window.parent.postMessage({ from: 'pixlti-simulator', type: 'facts', facts: facts }, '*')""",
                facts);
        frame.waitForFunction("""
                facts => Object.keys(facts).every(name => [...document.querySelectorAll('[data-facts] input')]
                  .some(field => field.name === 'fact.' + name && field.value === facts[name]))""", facts);
    }

    private void choose(List<Integer> right) {
        Map<?, ?> at = focused();
        if (at.get("type").equals("checkbox")) {
            if (right.contains(Integer.valueOf(at.get("value").toString()))) {
                page.keyboard().press("Space");
            }
            return;
        }
        page.keyboard().press("Space");
        for (int i = 0; i < MOST_STOPS && !right.contains(Integer.valueOf(focused().get("value").toString())); i++) {
            page.keyboard().press("ArrowDown");
        }
    }

    private void fill(Map<?, ?> at, String text) {
        if (at.get("tag").equals("INPUT")) {
            page.keyboard().type(text);
            return;
        }
        for (int i = 0; i < MOST_STOPS && !focused().get("value").equals(text); i++) {
            page.keyboard().press("ArrowDown");
        }
    }

    /** Goes on by Tab to a thing of this kind and presses it. */
    private void press(String tag, String value) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            Map<?, ?> at = next();
            if (at.get("tag").equals(tag) && at.get("value").equals(value)) {
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("Not reached by the keyboard: " + tag);
    }

    private Map<?, ?> next() {
        page.keyboard().press("Tab");
        return focused();
    }

    private Map<?, ?> focused() {
        return (Map<?, ?>) frame.evaluate(FOCUSED);
    }
}
