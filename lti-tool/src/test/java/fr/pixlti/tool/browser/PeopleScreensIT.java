package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.pixlti.tool.people.PersonRows;
import fr.pixlti.tool.shared.Transactions;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The console's screens of people, in both languages; somebody is erased by keyboard alone. */
@TestPropertySource(properties = {"pixlti.admin.password=une phrase que personne ne devine",
    "pixlti.admin.second-factor=false"})
@SuppressWarnings("NullAway.Init")
class PeopleScreensIT extends InBrowser {

    private final Looked looked = new Looked(1280, 360);

    @Autowired
    DSLContext database;

    @Autowired
    Transactions transactions;

    @ParameterizedTest
    @CsvSource({"fr-FR, effacer", "en-GB, erase"})
    void everybody_can_look_hand_out_and_erase(String language, String word) {
        String name = "hesperidialongofamilyname" + word;
        PersonRows.fill(database, transactions, name);
        Page page = use(Chromium.open(driver(), language)).page();
        page.navigate("http://localhost:" + port + "/admin");
        page.fill("#name", "admin");
        page.fill("#password", "une phrase que personne ne devine");
        page.click("main form button");
        page.locator(".console-menu").waitFor();
        page.navigate("http://localhost:" + port + "/admin/people");
        looked.at(page, "asked");
        search(page, "nobody at all");
        page.locator("#none").waitFor();
        looked.at(page, "nobody found");
        search(page, name);
        looked.at(page, "found");
        page.locator("tbody a").focus();
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        page.locator("#erase").waitFor();
        looked.at(page, "a person");
        assertThat(page.waitForDownload(() -> page.click("#export button")).suggestedFilename())
                .startsWith("pixlti-").endsWith(".json");
        erase(page, "x");
        page.locator("#mistyped").waitFor();
        looked.at(page, "mistyped");
        erase(page, word);
        page.locator("#erased").waitFor();
        looked.at(page, "erased");
        search(page, name);
        page.locator("#none").waitFor();
        assertThat(looked.faults()).isEmpty();
    }

    private static void search(Page page, String text) {
        page.locator("#text").fill(text);
        page.waitForNavigation(() -> page.locator("#text").press("Enter"));
    }

    private static void erase(Page page, String word) {
        page.locator("#word").focus();
        page.keyboard().press("Control+A");
        page.keyboard().type(word);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }
}
