package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A newcomer registers the tool with the LMS beside it, whose page waits to hear that the tool's may be closed. */
class RegistrationScreensIT extends InBrowser {

    @Test
    void the_tool_registers_in_a_frame_and_is_listed_once_its_page_is_closed() {
        Looked looked = new Looked(1280, 360);
        Chromium browser = use(Chromium.open(driver(), "fr-FR"));
        Page page = browser.page();
        page.navigate("http://127.0.0.1:" + port + "/demo");
        page.locator("a[href='/demo/tools']").click();
        page.waitForURL("**/demo/tools");
        int before = page.locator("li.card").count();
        looked.at(page, "tools");
        page.locator("form[action='/demo/tools'] button").click();
        page.waitForURL("**/demo/tools/register/*");

        FrameLocator tool = page.frameLocator("iframe.tool");
        tool.locator("[data-close-origins]").click();
        page.waitForURL("**/demo/tools");
        assertThat(page.locator("li.card").count()).isEqualTo(before + 1);
        looked.at(page, "tools with one more");
        page.locator("li.card a").last().click();
        page.frameLocator("iframe.tool").locator("input[name=target]").first().waitFor();
        assertThat(looked.faults()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }
}
