package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import fr.pixlti.tool.content.Item;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A question to be answered in a simulator: in a frame of a page that is itself in the course's frame. */
class SimulatorIT extends InBrowser {

    private static final String ITEM = "messagerie-agir-1a";
    private static final int MOST_STOPS = 80;
    private static final String TELL = "message => window.parent.postMessage(message, '*')";

    private Page page;
    private Visitor visitor;
    private Frame frame;

    @Test
    void it_is_answered_by_keyboard_in_the_course_and_read_again() {
        Chromium browser = use(Chromium.open(driver(), "fr-FR"));
        open(browser);
        frame.locator("h1").focus();

        press("open-match");
        press("reply");
        to("text");
        page.keyboard().type("Je viens samedi");
        press("send");
        frame.waitForFunction("() => document.querySelector('[name=\"fact.sent\"]').value === '1'");
        for (int i = 0; i < MOST_STOPS && !"answer".equals(focusedInPage()); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(visitor.send(frame, () -> page.keyboard().press("Enter"))).isEqualTo(200);
        assertThat(frame.locator("h1").innerText()).isEqualTo("Question 2");

        visitor.pass(frame, true);
        frame.locator("details").first().evaluate("each => { each.open = true }");
        assertThat(frame.locator(".verdict").first().innerText()).isEqualTo("Juste");
        assertThat(frame.locator("table.facts").first().innerText()).contains("Destinataires (À)",
                "nadia.belkacem@hand3rives.example", "En copie (Cc)", "rien", "Je viens samedi");
    }

    @Test
    void it_has_no_origin_and_waits_for_nothing_before_it_has_told() {
        open(use(Chromium.open(driver(), "fr-FR")));
        assertThat(simulator().evaluate("() => window.origin")).isEqualTo("null");
        assertThat(frame.locator("button[value=answer]").isEnabled()).isTrue();
        assertThat((int) frame.evaluate("() => document.querySelector('iframe').clientHeight")).isBetween(240, 900);
        assertThat(frame.content()).doesNotContain("Je viens samedi\"");
    }

    @Test
    void starting_again_forgets_what_was_done() {
        open(use(Chromium.open(driver(), "fr-FR")));
        simulator().locator("[data-key=tick-photos]").click();
        simulator().locator("[data-key=some-bin]").click();
        waitForFact("where.photos", "Corbeille");
        frame.locator("[data-reset]").click();
        waitForFact("where.photos", "Boîte de réception");
        assertThat(frame.locator(".simulator-line [role=status]").innerText())
                .isEqualTo("Tout est remis comme au début.");
        simulator().waitForFunction("() => document.activeElement.id === 'simulator'");
        assertThat(simulator().locator("[data-key=open-photos]").count()).isEqualTo(1);
    }

    @Test
    void it_is_for_everybody_in_both_languages() {
        for (String language : List.of("fr-FR", "en-GB")) {
            Chromium browser = use(Chromium.open(driver(), language));
            page = browser.page();
            visitor = new Visitor(page, port);
            frame = visitor.open(Visitor.PUPIL, Visitor.SEARCHING);
            visitor.begin(frame);
            show();
            page.reload();
            ready();
            Looked looked = new Looked(1280, 360);
            looked.at(page, "simulator");
            visitor.pass(frame, true);
            page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })");
            looked.at(page, "what counted");
            assertThat(page.locator("table.facts tbody tr").first().locator("td")).satisfies(
                    cells -> assertThat(cells.count()).isEqualTo(1));
            assertThat(looked.faults()).isEmpty();
            if (language.startsWith("fr")) {
                browser.close();
                beginAnew();
            }
        }
    }

    @Test
    void hostile_messages_change_nothing() {
        open(use(Chromium.open(driver(), "fr-FR")));
        waitForFact("sent", "0");
        Object before = facts();
        Map<String, Object> good = Map.of("from", "pixlti-simulator", "type", "facts", "facts", Map.of("sent", "1"));
        // From the page itself, and from the page around it: their words are not the simulator's.
        frame.evaluate("message => window.postMessage(message, '*')", good);
        page.evaluate("message => document.querySelector('iframe').contentWindow.postMessage(message, '*')", good);
        List<String> shapes = List.of("null", "'facts'", "{from: 'x', type: 'facts', facts: {sent: '1'}}",
                "{from: 'pixlti-simulator', type: 'facts'}", "{from: 'pixlti-simulator', type: 'facts', facts: null}",
                "{from: 'pixlti-simulator', type: 'facts', facts: {}}",
                "{from: 'pixlti-simulator', type: 'facts', facts: ['1']}",
                "{from: 'pixlti-simulator', type: 'facts', facts: {sent: 1}}",
                "{from: 'pixlti-simulator', type: 'facts', facts: {sent: {toString: 1}}}",
                "{from: 'pixlti-simulator', type: 'facts', facts: {'\"><b>': '1'}}",
                "{from: 'pixlti-simulator', type: 'facts', facts: {sent: 'a'.repeat(1048576)}}",
                "{from: 'pixlti-simulator', type: 'facts', facts: {['a'.repeat(1048576)]: ''}}",
                "{from: 'pixlti-simulator', type: 'facts', "
                        + "facts: Object.fromEntries(Array.from({length: 101}, (_, i) => ['f' + i, '']))}",
                "{from: 'pixlti-simulator', type: 'height', height: '9000px'}",
                "{from: 'pixlti-simulator', type: 'height', height: NaN}");
        for (String shape : shapes) {
            simulator().evaluate("() => { window.parent.postMessage(" + shape + ", '*') }");
        }
        for (List<Integer> height : List.of(List.of(1_000_000, 900), List.of(-5, 240))) {
            simulator().evaluate(TELL,
                    Map.of("from", "pixlti-simulator", "type", "height", "height", height.getFirst()));
            frame.waitForFunction("height => document.querySelector('iframe').clientHeight === height",
                    height.getLast());
        }
        // Heard in turn: the last height has come, so all others have been judged.
        assertThat(facts()).isEqualTo(before);
    }

    @Test
    void facts_that_lack_one_are_no_answer_yet() {
        open(use(Chromium.open(driver(), "fr-FR")));
        waitForFact("sent", "0");
        simulator().evaluate(TELL,
                Map.of("from", "pixlti-simulator", "type", "facts", "facts", Map.of("sent", "1")));
        waitForFact("sent", "1");
        assertThat(visitor.send(frame, () -> frame.click("button[value=answer]"))).isEqualTo(422);
        assertThat(frame.locator("#problem").innerText()).contains("pas arrivée entière");
        ready();
        waitForFact("sent", "0");
    }

    @Test
    void without_scripts_it_says_so_and_can_be_passed() {
        page = use(Chromium.withoutJavaScript(driver())).page();
        page.navigate("http://127.0.0.1:" + port + "/demo/as/4/activity/1/start?in=WINDOW");
        page.locator("form button").click();
        page.locator("form button").click();
        new Visitor(page, port).begin(page.mainFrame());
        show();
        page.reload();
        assertThat(page.locator("noscript").innerText()).contains("JavaScript");
        assertThat(page.locator("iframe").isVisible()).isFalse();
        assertThat(page.locator("button[value=answer]").isDisabled()).isTrue();
        page.locator("button[value=skip]").click();
        assertThat(page.locator("h1").innerText()).isEqualTo("Question 2");
    }

    private void open(Chromium browser) {
        page = browser.page();
        visitor = new Visitor(page, port);
        frame = visitor.openInFrame(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
        show();
        frame = visitor.openInFrame(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
        ready();
    }

    /** Competence 2.1's item stands in for one of this test: what a screen does is the same in each. */
    private void show() {
        stage.show(item -> item.id().equals(ITEM) && item.work() instanceof Item.Operate);
    }

    private void ready() {
        frame.locator("button[value=answer]:not([disabled])").waitFor();
    }

    private Frame simulator() {
        return frame.querySelector("iframe").contentFrame();
    }

    private Object facts() {
        return frame.evaluate(
                "() => [...document.querySelectorAll('[data-facts] input')].map(e => e.name + '=' + e.value)");
    }

    private void waitForFact(String name, String value) {
        frame.waitForFunction("([name, value]) => [...document.querySelectorAll('[data-facts] input')]"
                + ".some(field => field.name === 'fact.' + name && field.value === value)", List.of(name, value));
    }

    private void press(String key) {
        to(key);
        page.keyboard().press("Enter");
    }

    /** Goes on by Tab, through the page into the simulator. */
    private void to(String key) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (key.equals(simulator().evaluate("() => document.activeElement.getAttribute('data-key')"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Not reached by the keyboard: " + key);
    }

    private Object focusedInPage() {
        return frame.evaluate("() => document.activeElement.value || ''");
    }
}
