package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import fr.pixlti.tool.content.Item;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question to be answered without leaving its page, and what a pupil says once of what they need. */
class AccessScreensIT extends InBrowser {

    private static final int MOST_STOPS = 60;
    private static final String SAID = "[data-leaving] [role=status]:not(:empty)";

    private Page page;
    private Visitor visitor;
    private Frame frame;
    private final List<Integer> told = new ArrayList<>();

    @Test
    void leaving_the_frame_is_told_before_noticed_once_and_said() {
        inTheCourse();
        assertThat(frame.locator("h1").innerText()).isEqualTo("La prochaine question se fait sans quitter la page");
        assertThat(frame.locator("main").innerText()).contains("est remarqué", "cela ne change pas votre résultat");
        visitor.send(frame, () -> frame.click(".actions button"));
        assertThat(frame.locator("h1").innerText()).isEqualTo("Question 1");
        listen();
        frame.locator("[data-leaving]").click();
        frame.locator("button[value=answer]").focus();
        assertThat(frame.locator(SAID).count()).isZero();

        leaveForTheCourse();
        assertThat(frame.locator(SAID).innerText()).startsWith("Vous avez quitté la page");
        frame.locator("h1").click();
        leaveForTheCourse();
        assertThat(told).containsExactly(204);
        assertThat(stage.leavings()).isEqualTo(1);

        // Shown anew it is still said, and the answer counts all the same.
        frame = visitor.openInFrame(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
        assertThat(frame.locator(SAID).innerText()).contains("cela ne change pas votre résultat");
        Stage.Answer answer = stage.answer();
        assertThat(answer.choices()).isNotEmpty();
        answer.choices().forEach(choice -> frame.locator("[name=choice][value='" + choice + "']").check());
        assertThat(visitor.send(frame, () -> frame.click("button[value=answer]"))).isEqualTo(200);
        visitor.pass(frame, true);
        assertThat(frame.locator(".verdict").first().innerText()).isEqualTo("Juste");
    }

    @Test
    void a_message_that_is_lost_comes_with_the_answer() {
        inTheCourse();
        visitor.send(frame, () -> frame.click(".actions button"));
        page.route("**/leavings", route -> route.abort());
        frame.locator("[data-leaving]").click();
        leaveForTheCourse();
        frame.locator(SAID).waitFor();
        assertThat(stage.leavings()).isZero();
        visitor.send(frame, () -> frame.click("button[value=skip]"));
        assertThat(stage.leavings()).isEqualTo(1);
    }

    @Test
    void a_frame_inside_the_question_is_no_other_place() {
        inTheCourse();
        visitor.send(frame, () -> frame.click(".actions button"));
        listen();
        frame.locator("[data-leaving]").click();
        frame.evaluate("""
                () => { const inside = document.createElement('iframe');
                  inside.setAttribute('sandbox', 'allow-scripts'); inside.id = 'inside'; inside.title = 'x';
                  document.querySelector('main').appendChild(inside); inside.focus(); }""");
        assertThat(frame.evaluate("() => document.activeElement.id")).isEqualTo("inside");
        // As long as the page looks twice.
        frame.waitForFunction("since => performance.now() - since > 1200", frame.evaluate("() => performance.now()"));
        assertThat(frame.locator(SAID).count()).isZero();
        leaveForTheCourse();
        frame.locator(SAID).waitFor();
        assertThat(told).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "en-GB"})
    void every_screen_is_for_everybody(String language) {
        Looked looked = new Looked(1280, 360);
        page = use(Chromium.open(driver(), language)).page();
        visitor = new Visitor(page, port);
        frame = visitor.open(Visitor.PUPIL, Visitor.SEARCHING);
        page.click("a[href*='/needs?']");
        page.locator("[name=screenReader]").waitFor();
        looked.at(page, "needs");
        page.click("form button.btn-primary");
        visitor.begin(frame);
        stage.show(Item::focused);
        page.reload();
        looked.at(page, "before a question not to be left");
        visitor.send(frame, () -> page.click(".actions button"));
        looked.at(page, "question not to be left");
        page.evaluate("() => { document.hasFocus = () => false; window.dispatchEvent(new Event('blur')) }");
        page.locator(SAID).waitFor();
        looked.at(page, "page left");
        stage.show(item -> item.alternative() != null);
        page.reload();
        looked.at(page, "as everybody sees it");
        assertThat(looked.faults()).isEmpty();
        assertThat(looked.screens()).hasSize(5);
    }

    @Test
    void needs_are_said_by_keyboard_in_the_course_and_change_the_question() {
        page = use(Chromium.open(driver(), "fr-FR")).page();
        visitor = new Visitor(page, port);
        frame = visitor.openInFrame(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
        stage.show(item -> item.alternative() != null && item.picture() != null);
        frame = visitor.openInFrame(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
        String instruction = frame.locator("#instruction").innerText();
        assertThat(frame.locator(".picture img").count()).isEqualTo(1);

        press("A", "needs?");
        frame.locator("h1:has-text('Des questions qui vous conviennent')").waitFor();
        to("INPUT", "screenReader");
        page.keyboard().press("Space");
        press("BUTTON", "btn-primary");
        frame.locator("#instruction").waitFor();
        assertThat(frame.locator(".picture img").count()).isZero();
        assertThat(frame.locator("#instruction").innerText()).isNotEqualTo(instruction);
    }

    private void inTheCourse() {
        page = use(Chromium.open(driver(), "fr-FR")).page();
        visitor = new Visitor(page, port);
        frame = visitor.openInFrame(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
        stage.show(item -> item.focused() && item.work() instanceof Item.Choose);
        frame = visitor.openInFrame(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.begin(frame);
    }

    private void listen() {
        page.onResponse(this::hear);
    }

    private void hear(Response response) {
        if (response.url().endsWith("/leavings")) {
            told.add(response.status());
        }
    }

    /** Clicks on the course's page, beside the tool's frame. */
    private void leaveForTheCourse() {
        page.locator("h1").first().click();
        frame.waitForFunction("() => !document.hasFocus()");
        frame.waitForFunction("since => performance.now() - since > 700", frame.evaluate("() => performance.now()"));
    }

    private void press(String tag, String mark) {
        to(tag, mark);
        page.keyboard().press("Enter");
    }

    /** Goes on by Tab to a thing of this kind with this in its HTML. */
    private void to(String tag, String mark) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(frame.evaluate("([tag, mark]) => document.activeElement.tagName === tag"
                    + " && document.activeElement.outerHTML.includes(mark)", List.of(tag, mark)))) {
                return;
            }
        }
        throw new AssertionError("Not reached by the keyboard: " + tag + " " + mark);
    }
}
