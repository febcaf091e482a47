package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.pixlti.tool.shared.HomeCard;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

/** A pupil's own space as they see it: axe-core, 320 px, keyboard, with scripts and without. */
@Import(ProfileScreensIT.AnotherRoom.class)
class ProfileScreensIT extends InBrowser {

    private final Looked looked = new Looked(1280, 360);
    private Page page;

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "en-GB"})
    void the_profile_is_for_everybody(String language) {
        enter(Chromium.open(driver(), language));
        looked.at(page, "empty profile");
        press(".total ~ p a");
        for (int step = 1; step < 4; step++) {
            looked.at(page, "introduction " + step);
            press(".actions a.btn-primary");
        }
        looked.at(page, "introduction 4");
        press(".actions button");
        page.waitForURL("**/profile");

        stage.knows(Visitor.PUPIL, levels());
        page.reload();
        looked.at(page, "profile");
        page.navigate(page.url() + "/competences/4.3");
        looked.at(page, "competence not tested yet");
        press("main a[href$='/profile']");
        press(".card-competence a[href$='/1.1']");
        unfold();
        looked.at(page, "competence");
        keep();
        looked.at(page, "competence with a lesson kept");
        press(".kept a");
        unfold();
        looked.at(page, "lessons");
        press(".tabs a[href$='/history']");
        looked.at(page, "history");
        press("nav.actions a");
        looked.at(page, "end of the history");

        assertThat(looked.faults()).isEmpty();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.substring(0, 2));
    }

    @Test
    void lessons_are_kept_found_useful_and_removed_by_keyboard() {
        enter(Chromium.open(driver(), "fr-FR"));
        stage.knows(Visitor.PUPIL, Map.of("1.1", 2));
        page.navigate(page.url() + "/competences/1.1");
        keep();
        assertThat(page.evaluate("() => document.activeElement.textContent")).as("the focus stays")
                .isEqualTo("Retirer");
        press(".kept a");
        PlaywrightAssertions.assertThat(page.locator("article")).hasCount(1);
        reach(page, page.mainFrame(), "button[name=useful]");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("button[name=useful][aria-pressed=true]")).isVisible();
        looked.at(page, "a useful lesson");
        page.locator("button[name=keep]").click();
        PlaywrightAssertions.assertThat(page.locator("button[name=keep][value=true]")).isVisible();
        page.reload();
        PlaywrightAssertions.assertThat(page.locator("article")).hasCount(0);
        looked.at(page, "no lessons");
        assertThat(looked.faults()).isEmpty();
    }

    @Test
    void everything_works_without_scripts() {
        page = use(Chromium.withoutJavaScript(driver())).page();
        page.navigate("http://127.0.0.1:" + port + "/demo/as/" + Visitor.PUPIL + "/activity/" + Visitor.SEARCHING
                + "/start?in=WINDOW");
        page.locator("form button").click();
        page.locator("form button").click();
        page.locator("header a").click();
        stage.knows(Visitor.PUPIL, Map.of("1.1", 2));
        String profile = page.url();
        page.navigate(profile + "/competences/1.1");
        page.locator("button[name=keep]").first().click();
        PlaywrightAssertions.assertThat(page.locator(".kept")).hasCount(1);
        page.locator(".kept a").click();
        page.locator("button[name=useful]").click();
        PlaywrightAssertions.assertThat(page.locator("button[name=useful][aria-pressed=true]")).isVisible();
        page.locator("button[name=keep]").click();
        PlaywrightAssertions.assertThat(page.locator("article")).hasCount(0);
        page.navigate(profile + "/introduction?continue=/profile/history");
        page.locator(".actions button").click();
        page.waitForURL("**/profile/history");
    }

    /** The pupil opens an activity, and from there their profile. */
    private void enter(Chromium browser) {
        page = use(browser).page();
        new Visitor(page, port).open(Visitor.PUPIL, Visitor.SEARCHING);
        press("header a");
        page.waitForURL("**/profile");
    }

    private void keep() {
        reach(page, page.mainFrame(), "button[name=keep]");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator(".kept")).hasCount(1);
    }

    private void unfold() {
        page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })");
    }

    private void press(String selector) {
        reach(page, page.mainFrame(), selector);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private static Map<String, Integer> levels() {
        Map<String, Integer> levels = new LinkedHashMap<>();
        List.of("1.1:3", "1.2:2", "1.3:0", "2.1:4", "2.2:1", "2.3:7", "3.1:2", "3.4:1", "4.1:5", "5.1:1", "e1.1:2")
                .forEach(each -> levels.put(each.split(":")[0], Integer.valueOf(each.split(":")[1])));
        return levels;
    }

    /** A room with something to go on with, something to do, and a long history. */
    static class AnotherRoom implements HomeCard {

        @Override
        public List<Card> waiting(PersonId person, Locale locale) {
            return List.of(
                    card(Kind.RESUME, "Découverte de Pix au collège", "Vous avez répondu à 7 questions.", "Reprendre"),
                    card(Kind.TODO, "Parcours lecture", "Vos résultats ne sont pas encore envoyés.", "Envoyer"));
        }

        @Override
        public List<Card> history(PersonId person, Locale locale, int most) {
            return IntStream.range(0, Math.min(most, 23))
                    .mapToObj(i -> card(Kind.HISTORY, "Mener une recherche et une veille", "Niveau 3, 26 pix", "Voir"))
                    .toList();
        }

        private static Card card(Kind kind, String title, String text, String action) {
            return new Card(kind, title, text, action, "/profile", Instant.parse("2026-10-05T08:00:00Z"), "1.1");
        }
    }
}
