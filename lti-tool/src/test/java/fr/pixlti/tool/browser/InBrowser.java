package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Tests that look at the tool through a browser; on a machine without one they say so. */
@DemoTool
abstract class InBrowser {

    private static final int MOST_STOPS = 80;

    private static Playwright driver;

    @Autowired
    Stage stage;
    @Value("${server.port}")
    int port;
    private Chromium browser;

    @BeforeAll
    static void findBrowser() {
        assumeTrue(Chromium.installed().isPresent(),
                "Skipped: no browser here. Install Chromium (/usr/bin/chromium), or name one in CHROMIUM.");
        driver = Chromium.driver();
    }

    @AfterAll
    static void leave() {
        if (driver != null) {
            driver.close();
        }
    }

    @BeforeEach
    void beginAnew() {
        stage.clear();
    }

    /** The browser of this test. */
    Chromium use(Chromium opened) {
        browser = opened;
        return opened;
    }

    /** Goes on by Tab until the focus is on what is wanted. */
    static void reach(Page page, Frame frame, String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(frame.evaluate("part => document.activeElement.matches(part)", selector))) {
                return;
            }
        }
        throw new AssertionError("Not reached by keyboard: " + selector);
    }

    static Playwright driver() {
        return driver;
    }

    @AfterEach
    void nothing_on_the_console() {
        if (browser != null) {
            browser.close();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
