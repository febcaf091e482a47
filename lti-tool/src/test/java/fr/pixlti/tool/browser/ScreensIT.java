package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.pixlti.tool.content.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every screen, looked at by axe-core and at 320 px, in both languages. */
class ScreensIT extends InBrowser {

    private static final Map<String, Predicate<Item>> QUESTIONS = questions();

    private Looked looked;
    private Page page;
    private Visitor visitor;

    private static Map<String, Predicate<Item>> questions() {
        Map<String, Predicate<Item>> kinds = new LinkedHashMap<>();
        kinds.put("QCU", item -> item.work() instanceof Item.Choose choose && !choose.several());
        kinds.put("QCM", item -> item.work() instanceof Item.Choose choose && choose.several());
        kinds.put("QROC with a picture", item -> item.work() instanceof Item.Fill && item.picture() != null);
        kinds.put("QROC with a file", item -> item.work() instanceof Item.Fill && !item.attachments().isEmpty());
        kinds.put("QROCM to type", item -> item.work() instanceof Item.FillSeveral several
                && several.fields().stream().allMatch(field -> field.options().isEmpty()));
        kinds.put("QROCM to pick", item -> item.work() instanceof Item.FillSeveral several
                && several.fields().stream().noneMatch(field -> field.options().isEmpty()));
        return kinds;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "en-GB"})
    void every_screen_is_for_everybody(String language) {
        looked = language.startsWith("fr") ? new Looked(1280, 360) : new Looked(360);
        page = use(Chromium.open(driver(), language)).page();
        visitor = new Visitor(page, port);
        publicPages();
        teachersFirstVisit();
        questionsOfATest();
        results();
        teachersTable();
        assertThat(looked.faults()).isEmpty();
        assertThat(looked.screens()).hasSizeGreaterThan(40);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.substring(0, 2));
    }

    @Test
    void what_is_wrong_is_seen() {
        page = use(Chromium.open(driver(), "fr-FR")).page();
        page.setContent("<main><p style='width: 500px; color: #ccc'>gris</p></main>");
        looked = new Looked(1280);
        looked.at(page, "faulty");
        assertThat(looked.faults()).anyMatch(fault -> fault.startsWith("faulty, 1280 px: color-contrast at p"))
                .anyMatch(fault -> fault.contains("320 px, wider than the screen: <p"))
                .anyMatch(fault -> fault.endsWith("a title and one heading are missing"));
    }

    private void publicPages() {
        String tool = "http://localhost:" + port;
        String lms = "http://127.0.0.1:" + port + "/demo";
        for (String address : List.of(tool + "/", tool + "/nowhere", tool + "/lti/launch", tool + "/lti/login?iss=x",
                tool + "/lti/not-ready", lms, lms + "/as/3", lms + "/as/3/grades", lms + "/as/4/grades",
                lms + "/as/3/messages", lms + "/as/4/activity/1")) {
            page.navigate(address);
            looked.at(page, address);
        }
    }

    private void teachersFirstVisit() {
        visitor.open(Visitor.TEACHER, Visitor.SEARCHING);
        looked.at(page, "results, nobody yet");
        String session = page.url().replaceFirst("(/~\\w+).*", "$1");
        page.navigate(session + "/nowhere");
        looked.at(page, "404");
        page.navigate(session + "/assessments/00000000-0000-0000-0000-000000000000");
        looked.at(page, "somebody else's test");
        visitor.open(Visitor.TEACHER, Visitor.TO_CHOOSE);
        looked.at(page, "activity to choose");
        page.evaluate("() => { document.querySelector('form').noValidate = true }");
        page.click(".actions button");
        page.locator("#nothing-chosen").waitFor();
        looked.at(page, "nothing chosen");
        visitor.open(Visitor.PUPIL, Visitor.TO_CHOOSE);
        looked.at(page, "activity that is not ready");
    }

    private void questionsOfATest() {
        Frame frame = visitor.open(Visitor.PUPIL, Visitor.SEARCHING);
        looked.at(page, "landing");
        visitor.begin(frame);
        QUESTIONS.forEach((kind, like) -> {
            stage.show(item -> !item.announced() && like.test(item));
            page.reload();
            looked.at(page, kind);
            assertThat(visitor.send(frame, () -> page.click("button[value=answer]"))).isEqualTo(422);
            looked.at(page, kind + " without an answer");
        });
        page.locator(".report summary").click();
        page.locator(".report textarea").fill("Je ne vois rien");
        assertThat(visitor.send(frame, () -> page.click("button[value=report]"))).isEqualTo(422);
        looked.at(page, "report without a category");
        page.locator(".report select").selectOption("OTHER");
        assertThat(visitor.send(frame, () -> page.click("button[value=report]"))).isEqualTo(200);
        assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("alert alert-success");
        looked.at(page, "thanks for a report");
        stage.show(item -> item.timer() != null);
        page.reload();
        looked.at(page, "before the clock starts");
        visitor.send(frame, () -> page.click(".actions button"));
        looked.at(page, "clock running");
        stage.timePasses(3600);
        page.reload();
        page.locator("[data-time-over]:not(:empty)").waitFor();
        looked.at(page, "time over");
        page.evaluate("() => document.querySelector('[name=_csrf]').value = 'wrong'");
        page.evaluate("() => { window.setTimeout(() => document.querySelector('#main form').submit()) }");
        page.locator("form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        looked.at(page, "form from elsewhere");
        visitor.open(Visitor.PUPIL, Visitor.SEARCHING);
        looked.at(page, "landing of a test under way");
        visitor.begin(frame);
        stage.breakQuestion();
        page.reload();
        looked.at(page, "500");
        stage.mendQuestion();
        stage.show(item -> true);
        visitor.open(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
        visitor.pass(frame, true);
        page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })");
        looked.at(page, "checkpoint");
    }

    private void results() {
        Frame frame = page.mainFrame();
        visitor.pass(frame, false);
        looked.at(page, "result, to wait");
        String activity = page.url();
        page.locator(".result-text a").click();
        page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })");
        looked.at(page, "review");
        for (boolean all : new boolean[]{false, true}) {
            stage.knows(all);
            page.navigate(activity);
            looked.at(page, all ? "highest result" : "lowest result");
        }
        stage.knows(false);
        stage.daysPass(5);
        page.navigate(activity);
        looked.at(page, "result to improve");
        stage.daysPass(5);
        page.navigate(activity);
        page.locator(".actions summary").click();
        looked.at(page, "starting over");
    }

    private void teachersTable() {
        visitor.open(Visitor.TEACHER, Visitor.SEARCHING);
        looked.at(page, "results");
        for (String state : List.of("WAITING", "REFUSED")) {
            stage.scores(state, state.equals("WAITING") ? "http-500" : "newer-score");
            page.reload();
            looked.at(page, "results, " + state);
        }
        page.click(".actions button");
        page.waitForURL("**/participations/*");
        looked.at(page, "teacher's own landing");
    }
}
