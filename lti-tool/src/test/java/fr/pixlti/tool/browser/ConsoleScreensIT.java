package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.pixlti.tool.shell.domain.Authenticator;
import fr.pixlti.tool.testing.TestPack;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The console's screens, looked at by axe-core and at 320 px; the sign-in goes by keyboard alone. */
@TestPropertySource(properties = {"pixlti.admin.password=une phrase que personne ne devine",
    "pixlti.admin.second-factor=true"})
class ConsoleScreensIT extends InBrowser {

    private static final Locator.WaitForOptions ATTACHED = new Locator.WaitForOptions()
            .setState(WaitForSelectorState.ATTACHED);

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
        for (String path : new String[]{"", "/keys", "/passback", "/passback?state=REFUSED", "/accounts", "/audit",
            "/account", "/content", "/content/exchange", "/content/exchange/export?scope=1.1&format=GIFT", "/nowhere",
            "/reports", "/reports?state=ANY", "/statistics", "/statistics/skills", "/reports/" + item,
            "/statistics/" + item, "/items", "/items?competence=1.1&words=adresse", "/items/collab-planning-4c",
            "/items/messagerie-agir-1a", "/items/page-resultats-4a"}) {
            assertThat(page.navigate(console + path).status()).as(path).isEqualTo(path.equals("/nowhere") ? 404 : 200);
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
        attempts(console);
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

    /** Tries answers: in a simulator too, whose facts come by themselves. */
    private void attempts(String console) {
        page.navigate(console + "/items/page-resultats-4a");
        page.locator(".choice input").first().check();
        page.click("#attempt button[value=answer]");
        page.locator("#outcome").waitFor();
        looked.at(page, "choices tried");
        page.navigate(console + "/items/messagerie-agir-1a");
        page.locator("#attempt button[value=answer]:enabled").click();
        page.locator("#outcome.verdict-wrong").waitFor();
        assertThat(page.locator("#verdict tbody tr").count()).isGreaterThan(1);
        looked.at(page, "simulator tried");
        page.navigate(console + "/items/collab-planning-4c");
        page.locator("#draws a").click();
        page.locator("#draw option[value='2'][selected]").waitFor(ATTACHED);
        for (Locator each : page.locator("#attempt input[type=text]").all()) {
            each.fill("Un texte assez long pour ne pas tenir sur un petit écran");
        }
        for (Locator each : page.locator("#attempt select").all()) {
            each.selectOption(new SelectOption().setIndex(1));
        }
        page.click("#attempt button[value=answer]");
        page.locator("#outcome").waitFor();
        looked.at(page, "draw tried");
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
