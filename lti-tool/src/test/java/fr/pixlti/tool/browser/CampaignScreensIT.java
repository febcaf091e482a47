package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on which a teacher makes campaigns and looks after them, and those on which pupils join. */
class CampaignScreensIT extends InBrowser {

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "en-GB"})
    void campaigns_are_made_looked_after_and_joined_by_everybody(String language) {
        Looked looked = new Looked(1280, 360);
        Page page = use(Chromium.open(driver(), language)).page();
        Visitor visitor = new Visitor(page, port);
        visitor.open(Visitor.TEACHER, Visitor.SEARCHING);
        page.locator("a[href$='/campaigns']").click();
        page.waitForURL("**/campaigns");
        looked.at(page, "campaigns");
        page.locator("a[href$='/campaigns/new']").first().click();
        page.waitForURL("**/campaigns/new");
        looked.at(page, "new campaign");

        page.locator(".actions button").click();
        page.locator("#problem").waitFor();
        page.waitForFunction("document.activeElement.id === 'name'");
        looked.at(page, "new campaign with faults");

        page.fill("#name", "3e B");
        page.keyboard().press("Enter");
        assertThat(page.locator("#problem").count()).as("Enter in a field sends nothing").isOne();
        page.fill("#q", "snt");
        page.waitForResponse("**/campaigns/new", () -> page.keyboard().type(" "));
        page.fill("#q", "zzz");
        page.locator("#catalogue [role=status]").waitFor();
        looked.at(page, "no path found");
        page.check("input[value=COMPOSED]");
        assertThat(page.locator("#q").isVisible()).isFalse();
        page.locator("details.compose summary").first().click();
        page.locator("details.compose select").first().selectOption(new SelectOption().setIndex(1));
        assertThat(page.locator("#chosen-topics").textContent()).startsWith("1 ");
        page.locator("details.compose select").nth(1)
                .selectOption(new SelectOption().setIndex(1));
        assertThat(page.locator("#chosen-topics").textContent()).startsWith("2 ");
        page.fill("#landingText", "**Bonjour**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        page.locator("#landingText ~ button").click();
        page.locator("#landingText-preview strong").waitFor();
        looked.at(page, "composed, with a preview");

        page.locator(".actions button").click();
        page.waitForURL(url -> url.matches(".*/campaigns/[0-9a-f-]{36}"));
        looked.at(page, "campaign");
        String code = page.locator("#code").textContent();
        page.locator("a[href$='/edit']").click();
        page.waitForURL("**/edit");
        looked.at(page, "editing");
        page.fill("#name", "3e B, novembre");
        page.locator(".actions button").click();
        page.waitForURL(url -> url.matches(".*/campaigns/[0-9a-f-]{36}"));
        assertThat(page.locator("h1").textContent()).isEqualTo("3e B, novembre");
        page.locator("form[action$='/archive'] button").click();
        page.locator("form[action$='/restore']").waitFor();
        looked.at(page, "archived campaign");
        page.locator("form[action$='/restore'] button").click();
        page.locator("form[action$='/archive']").waitFor();
        page.locator(".eyebrow a").first().click();
        page.waitForURL("**/campaigns");
        looked.at(page, "campaigns, one there");

        visitor.open(Visitor.PUPIL, Visitor.SEARCHING);
        page.locator("header a[href$='/profile']").click();
        page.locator("a[href$='/campaigns/join']").click();
        page.waitForURL("**/campaigns/join");
        looked.at(page, "joining");
        page.fill("#code", "bcd fgh 234");
        page.locator("form button").click();
        page.locator("#problem").waitFor();
        looked.at(page, "unknown code");
        page.navigate("http://localhost:" + port + "/campaigns/" + code);
        looked.at(page, "how to join");

        assertThat(looked.faults()).isEmpty();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.substring(0, 2));
    }
}
