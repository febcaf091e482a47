package fr.pixlti.tool.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** Somebody of the demo course at a browser: opens activities, and takes tests in whatever frame they opened. */
final class Visitor {

    static final String TEACHER = "3";
    static final String PUPIL = "4";
    static final String SEARCHING = "1";
    static final String TO_CHOOSE = "3";

    private static final Pattern TOOL_PAGE = Pattern.compile("http://localhost:\\d+/(~|lti/launch).*");
    private static final Pattern OVER = Pattern.compile(".*/participations/.*");

    private final Page page;
    private final String lms;

    Visitor(Page page, int port) {
        this.page = page;
        this.lms = "http://127.0.0.1:" + port + "/demo";
    }

    /** Opens an activity in the iframe of the course's page. */
    Frame openInFrame(String person, String activity) {
        page.navigate(lms + "/as/" + person + "/activity/" + activity);
        Frame frame = page.querySelector("iframe").contentFrame();
        frame.waitForURL(TOOL_PAGE);
        return frame;
    }

    /** Opens an activity in the window itself. */
    Frame open(String person, String activity) {
        page.navigate(lms + "/as/" + person + "/activity/" + activity + "/start?in=WINDOW");
        page.waitForURL(TOOL_PAGE);
        return page.mainFrame();
    }

    /** Presses the landing page's first button. */
    void begin(Frame frame) {
        frame.click(".actions button");
        passIntroduction(frame);
    }

    /** A test was begun: goes on to it from where people are told once, before their first one, how tests work. */
    static void passIntroduction(Frame frame) {
        frame.waitForURL(Pattern.compile(".*/(assessments/|profile/introduction).*"));
        if (frame.url().contains("/profile/introduction")) {
            frame.click(".actions form button");
            frame.waitForURL(Pattern.compile(".*/assessments/.*"));
        }
    }

    /** Does something that sends a form of the test; back when its answer is on the screen. @return its status */
    int send(Frame frame, Runnable action) {
        int status = page.waitForResponse(answer -> answer.request().method().equals("POST"), action).status();
        if (status == 204 || status == 302) {
            frame.waitForURL(OVER);
        } else {
            frame.waitForFunction("() => !document.querySelector('.htmx-request')");
        }
        return status;
    }

    /** Waits for a simulator's size: it moves the buttons below, which would let a click fall beside them. */
    static void settled(Frame frame) {
        frame.waitForFunction("() => [...document.querySelectorAll('.simulator iframe')]"
                + ".every(each => each.style.height && !document.querySelector('[data-waiting]'))");
    }

    /** Passes every question until the test is over, or at a checkpoint when asked. */
    void pass(Frame frame, boolean untilCheckpoint) {
        while (!OVER.matcher(frame.url()).matches()) {
            boolean question = frame.locator("button[value=skip]").count() > 0;
            if (!question && untilCheckpoint && frame.locator("details").count() > 0) {
                return;
            }
            settled(frame);
            send(frame, () -> frame.locator(question ? "button[value=skip]" : ".actions button").first().click());
        }
    }
}
