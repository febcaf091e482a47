package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.pixlti.tool.shell.domain.Authenticator;
import fr.pixlti.tool.testing.TestPack;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The console's screens, looked at by axe-core and at 320 px; the sign-in goes by keyboard alone. */
@TestPropertySource(properties = {"pixlti.admin.password=une phrase que personne ne devine",
    "pixlti.admin.second-factor=true"})
class ConsoleScreensIT extends InBrowser {

    private final Looked looked = new Looked(1280, 360);
    private Page page;

    @Test
    void every_screen_of_the_console_is_for_everybody() {
        page = use(Chromium.open(driver(), "fr-FR")).page();
        String console = "http://localhost:" + port + "/admin";
        page.navigate(console);
        looked.at(page, "sign-in");
        password("not the right one");
        looked.at(page, "wrong password");
        password("une phrase que personne ne devine");
        looked.at(page, "second factor offered");
        page.locator("#code").focus();
        page.keyboard().type(Authenticator.of(page.locator("#secret").textContent(), Clock.systemUTC()).code());
        page.keyboard().press("Enter");
        page.locator(".codes").waitFor();
        looked.at(page, "recovery codes");
        String recovery = page.locator(".codes code").first().textContent();
        page.locator("main a").focus();
        page.keyboard().press("Enter");
        page.locator(".console-menu").waitFor();
        String item = stage.remarkable();
        for (String path : new String[]{"", "/keys", "/passback", "/passback?state=REFUSED", "/accounts", "/audit", "/account", "/content", "/content/exchange", "/content/exchange/export?scope=1.1&format=GIFT", "/nowhere", "/reports", "/reports?state=ANY", "/statistics", "/statistics/skills", "/reports/" + item, "/statistics/" + item}) {
            page.navigate(console + path);
            page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })");
            looked.at(page, "console" + path);
        }
        page.navigate(console + "/accounts");
        page.fill("#name", "Nadia Martin");
        page.click("main form button.btn-primary");
        page.locator("#temporary-password").waitFor();
        page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })");
        looked.at(page, "account added");
        page.navigate(console + "/keys");
        page.click("main form button.btn-primary");
        page.locator("#coming").waitFor();
        looked.at(page, "key rotated");
        packs(console);
        page.locator(".bar-button").focus();
        page.keyboard().press("Enter");
        password("une phrase que personne ne devine");
        looked.at(page, "second factor asked for");
        page.locator("#code").fill(recovery);
        page.keyboard().press("Enter");
        page.locator(".console-menu").waitFor();
        assertThat(looked.faults()).isEmpty();
        assertThat(looked.screens()).hasSizeGreaterThan(13);
    }

    private void packs(String console) {
        page.navigate(console + "/content");
        page.setInputFiles("#file", new FilePayload("a.zip", "application/zip", new TestPack().zip()));
        page.click("#upload button");
        page.locator(".alert-danger").waitFor();
        looked.at(page, "pack refused");
        page.setInputFiles("#file", new FilePayload("a.zip", "application/zip", TestPack.of("ajout-essai").zip()));
        page.click("#upload button");
        page.locator("main form button.btn-primary").waitFor();
        page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })");
        looked.at(page, "pack uploaded");
        page.click("main form button.btn-primary");
        page.locator(".tag-good").waitFor();
        looked.at(page, "pack published");
        page.navigate(console + "/content");
        looked.at(page, "packs and releases");
    }

    private void password(String password) {
        page.locator("#name").focus();
        page.keyboard().press("Control+A");
        page.keyboard().type("admin");
        page.keyboard().press("Tab");
        page.keyboard().type(password);
        page.keyboard().press("Tab");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }
}
