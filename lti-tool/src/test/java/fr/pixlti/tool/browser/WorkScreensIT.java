package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test of several competences as its pupil sees it, and one pupil's work as the teacher does: axe-core, 320 px, keyboard. */
class WorkScreensIT extends InBrowser {

    private final Looked looked = new Looked(1280, 360);
    private Page page;

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "en-GB"})
    void several_competences_and_one_pupils_work_are_for_everybody(String language) {
        page = use(Chromium.open(driver(), language)).page();
        Visitor visitor = new Visitor(page, port);
        Frame frame = visitor.open(Visitor.PUPIL, addSeveral("Bilan " + language));
        looked.at(page, "several competences");
        press(".actions button.btn-primary");
        Visitor.passIntroduction(frame);
        visitor.open(Visitor.PUPIL, activity("Bilan " + language));
        looked.at(page, "one of several under way");
        press(".actions button.btn-primary");
        visitor.pass(frame, false);
        looked.at(page, "one of several done");
        press("a[href$='/review']");
        page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })");
        looked.at(page, "own answers");

        await().until(stage::scoreSent);
        page.navigate(lms() + "/grades");
        String review = page.locator("a[href*='/review/'][href$='/" + Visitor.PUPIL + "']").last().getAttribute("href");
        page.navigate("http://127.0.0.1:" + port + review);
        looked.at(page, "the LMS around a pupil's work");
        page.navigate("http://127.0.0.1:" + port + review + "/start");
        page.waitForURL("http://localhost:" + port + "/~*/**");
        looked.at(page, "one pupil's work");
        press("section a");
        page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })");
        looked.at(page, "one pupil's answers");

        assertThat(looked.faults()).isEmpty();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.substring(0, 2));
    }

    /** The teacher adds a test of two competences. @return the activity */
    private String addSeveral(String title) {
        page.navigate(lms() + "/add");
        page.navigate("http://127.0.0.1:" + port + page.getAttribute("iframe", "src") + "?in=WINDOW");
        page.check("input[value='competence:1.1']");
        page.check("input[value='competence:4.2']");
        page.click(".actions button");
        page.click("button[name=together]");
        page.waitForURL("**together=true*");
        page.fill("input[name=title]", title);
        page.click(".actions button");
        page.click("a[data-go-now]");
        page.click("main button");
        page.waitForURL("**/demo/as/" + Visitor.TEACHER);
        return activity(title);
    }

    private String activity(String title) {
        page.navigate(lms());
        return page.locator("a[href*='/activity/'][aria-label*='" + title + "']").getAttribute("href")
                .replaceFirst(".*/activity/(\\w+).*", "$1");
    }

    private void press(String selector) {
        reach(page, page.mainFrame(), selector);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private String lms() {
        return "http://127.0.0.1:" + port + "/demo/as/" + Visitor.TEACHER;
    }
}
