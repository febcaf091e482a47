package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A teacher adds activities in the platform's dialogue: by keyboard in the frame, without scripts, without cookies. */
class DialogueIT extends InBrowser {

    private static final Pattern DIALOGUE = Pattern.compile("http://localhost:\\d+/~\\w+/lti/content/[^/?]+.*");

    @Test
    void every_screen_of_the_dialogue_is_accessible_at_a_desk_and_on_a_phone() {
        Page page = use(Chromium.open(driver(), "fr-FR")).page();
        Looked looked = new Looked(1280, 360);
        openInWindow(page);

        looked.at(page, "choices");
        page.fill("#words", "cryptozoologie");
        page.keyboard().press("Enter");
        page.locator("[role=status]").waitFor();
        looked.at(page, "nothing found");
        page.fill("#words", "rechérche");
        page.keyboard().press("Enter");
        page.waitForURL("**q=rech*");
        page.check("input[value='competence:1.1']");
        page.locator("button[value='competence:1.1']").click();
        page.waitForURL("**/preview?*");
        looked.at(page, "preview");
        page.locator(".actions button").first().click();
        assertThat(page.isChecked("input[value='competence:1.1']")).isTrue();
        page.fill("#words", "");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("q=&") || url.endsWith("q="));
        page.check("input[value='competence:4.2']");
        page.locator(".actions button").click();
        page.waitForURL("**/items?*");
        looked.at(page, "two activities");
        page.locator("button[name=together]").click();
        page.waitForURL("**together=true*");
        looked.at(page, "one test of two competences");
        page.navigate(page.url().replaceAll("/items.*", "/items"));
        looked.at(page, "nothing ticked");

        assertThat(looked.faults()).isEmpty();
    }

    @Test
    void by_keyboard_alone_in_the_frame_a_test_of_two_competences_gets_into_the_course() {
        Page page = use(Chromium.open(driver(), "fr-FR")).page();
        Frame frame = openInFrame(page);

        reach(page, frame, "input[value='competence:1.1']");
        page.keyboard().press("Space");
        reach(page, frame, "input[value='competence:4.2']");
        page.keyboard().press("Space");
        reach(page, frame, ".actions button");
        page.keyboard().press("Enter");
        frame.waitForURL("**/items?*");
        reach(page, frame, "button[name=together]");
        page.keyboard().press("Enter");
        frame.waitForURL("**together=true*");
        reach(page, frame, "input[name=title]");
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("Bilan d'automne");
        reach(page, frame, ".actions button");
        page.keyboard().press("Enter");

        page.waitForURL(Pattern.compile("http://127\\.0\\.0\\.1:\\d+/demo/as/3/add/[^/]+"));
        assertThat(page.locator("main").innerText()).contains("Bilan d'automne", "Note sur 100",
                "pixlti_target=campaign:");
        reach(page, page.mainFrame(), "main button");
        page.keyboard().press("Enter");
        page.waitForURL("**/demo/as/3");
        assertThat(page.locator("main").innerText()).contains("Bilan d'automne");
    }

    @Test
    void without_scripts_buttons_lead_all_the_way() {
        Page page = use(Chromium.withoutJavaScript(driver())).page();
        page.navigate(lms() + "/add");
        page.navigate("http://127.0.0.1:" + port + page.getAttribute("iframe", "src") + "?in=WINDOW");
        page.locator("form button").click();
        page.locator("form button").click();
        page.waitForURL(DIALOGUE);
        page.check("input[value='competence:4.2']");
        page.locator(".actions button").click();
        page.fill("input[name=title]", "Sans script");
        page.locator(".actions button").click();
        page.locator("form button").click();
        page.locator("a[data-go-now]").click();
        page.locator("main button").click();

        assertThat(page.locator("main").innerText()).contains("Sans script");
    }

    @Test
    void without_any_cookie_in_the_frame_the_choice_made_in_a_tab_comes_back_through_the_frame() {
        Chromium browser = use(Chromium.withoutCookiesInFrames(driver(), port));
        Page page = browser.page();
        page.navigate(lms() + "/add");
        Frame frame = page.querySelector("iframe").contentFrame();
        frame.waitForURL(Pattern.compile("http://localhost:\\d+/lti/launch"));

        Page tab = browser.context().waitForPage(() -> frame.click("form[action='/lti/open'] button"));
        tab.waitForURL(DIALOGUE);
        tab.check("input[value='competence:1.1']");
        tab.locator(".actions button").click();
        tab.fill("input[name=title]", "Depuis un onglet");
        tab.waitForClose(() -> tab.locator(".actions button").click());
        page.waitForURL(Pattern.compile("http://127\\.0\\.0\\.1:\\d+/demo/as/3/add/[^/]+"));
        page.locator("main button").click();
        page.waitForURL("**/demo/as/3");
        assertThat(page.locator("main").innerText()).contains("Depuis un onglet");
    }

    @Test
    void without_cookies_and_scripts_a_button_in_the_frame_fetches_the_choice() {
        Chromium browser = use(Chromium.withoutCookiesInFramesAndScripts(driver(), port));
        Page page = browser.page();
        page.navigate(lms() + "/add");
        Frame frame = page.querySelector("iframe").contentFrame();
        frame.locator("form button").click();
        frame.locator("form[action*='/lti/launch'] button").click();
        Page tab = browser.context().waitForPage(() -> frame.click("form[action='/lti/open'] button"));
        tab.waitForURL(DIALOGUE);
        frame.click("form[action='/lti/content-return'] button");
        frame.locator("h1", new Frame.LocatorOptions().setHasText("Rien n’est encore choisi")).waitFor();

        tab.check("input[value='competence:4.2']");
        tab.locator(".actions button").click();
        tab.fill("input[name=title]", "Sans script ni cookie");
        tab.locator(".actions button").click();
        tab.locator("h1", new Page.LocatorOptions().setHasText("retournez à votre cours")).waitFor();
        frame.click("form[action='/lti/content-return'] button");
        frame.locator("form[action*='/content/return'] button").click();
        frame.locator("a[data-go-now]").click();
        page.locator("main button").click();
        assertThat(page.locator("main").innerText()).contains("Sans script ni cookie");
    }

    @Test
    void the_pages_around_a_choice_in_a_tab_are_accessible() {
        Chromium browser = use(Chromium.withoutCookiesInFrames(driver(), port));
        Page page = browser.page();
        page.navigate(lms() + "/add");
        Frame frame = page.querySelector("iframe").contentFrame();
        frame.locator("form[data-ready]").waitFor();
        Looked looked = new Looked(1280, 360);
        looked.in(frame, "tab offered");
        frame.click("form[data-ready] button");
        frame.locator("h1", new Frame.LocatorOptions().setHasText("Rien n’est encore choisi")).waitFor();
        looked.in(frame, "nothing chosen yet");
        assertThat(looked.faults()).isEmpty();
    }

    private String lms() {
        return "http://127.0.0.1:" + port + "/demo/as/" + Visitor.TEACHER;
    }

    private Frame openInFrame(Page page) {
        page.navigate(lms() + "/add");
        Frame frame = page.querySelector("iframe").contentFrame();
        frame.waitForURL(DIALOGUE);
        return frame;
    }

    private void openInWindow(Page page) {
        page.navigate(lms() + "/add");
        page.navigate("http://127.0.0.1:" + port + page.getAttribute("iframe", "src") + "?in=WINDOW");
        page.waitForURL(DIALOGUE);
    }
}
