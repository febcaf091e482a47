package fr.pixlti.tool.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/** Looks at pages as they stand: axe-core at given widths, and nothing to scroll sideways at 320 px. */
final class Looked {

    private static final String AXE = """
            async () => (await axe.run(document, { iframes: false, preload: false, resultTypes: ['violations'],
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
              .violations.map(rule => rule.id + ' at ' + rule.nodes.map(node => node.target.join(' ')).join(', '))""";
    private static final String WIDER_THAN_THE_SCREEN = """
            () => document.documentElement.scrollWidth > document.documentElement.clientWidth
              ? [...document.querySelectorAll('main *')]
                  .filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth)
                  .slice(0, 3).map(part => part.outerHTML.slice(0, 80)) : []""";

    private final int[] widths;
    private final List<String> faults = new ArrayList<>();
    private final List<String> screens = new ArrayList<>();

    /** @param widths in pixels, at which axe-core looks */
    Looked(int... widths) {
        this.widths = widths;
    }

    /** Looks at the page, and leaves it as wide as a desk's. */
    void at(Page page, String screen) {
        in(page.mainFrame(), screen);
    }

    /** Looks at the page in a frame, which is made as wide as the window. */
    void in(Frame frame, String screen) {
        Page page = frame.page();
        screens.add(screen);
        if (frame != page.mainFrame()) {
            frame.frameElement()
                    .evaluate("frame => { frame.style = 'position: fixed; inset: 0; width: 100vw; height: 100vh' }");
        }
        // A colour on its way from one to another is neither.
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.mouse().move(0, 0);
        frame.evaluate(AxeBuilder.getAxeScript() + ";0");
        for (int width : widths) {
            page.setViewportSize(width, 800);
            add(screen + ", " + width + " px: ", frame.evaluate(AXE));
        }
        page.setViewportSize(320, 800);
        add(screen + ", 320 px, wider than the screen: ", frame.evaluate(WIDER_THAN_THE_SCREEN));
        page.setViewportSize(1280, 800);
        if (frame.title().isBlank() || frame.locator("h1").count() != 1) {
            faults.add(screen + ": a title and one heading are missing");
        }
    }

    private void add(String where, Object found) {
        if (!(found instanceof List<?> list)) {
            throw new IllegalStateException("Not a list: " + found);
        }
        list.forEach(each -> faults.add(where + each));
    }

    List<String> faults() {
        return faults;
    }

    List<String> screens() {
        return screens;
    }
}
