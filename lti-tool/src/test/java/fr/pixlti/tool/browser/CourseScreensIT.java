package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around a teacher's results, and the course's groups, looked at by axe-core and at 320 px. */
class CourseScreensIT extends InBrowser {

    private static final String OTHER_PUPIL = "5";

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "en-GB"})
    void results_with_all_that_stands_around_them_and_groups_are_for_everybody(String language) {
        Looked looked = new Looked(1280, 360);
        Page page = use(Chromium.open(driver(), language)).page();
        Visitor visitor = new Visitor(page, port);
        visitor.open(Visitor.PUPIL, Visitor.SEARCHING);
        visitor.open(OTHER_PUPIL, Visitor.SEARCHING);
        stage.surroundCourse(OTHER_PUPIL);

        visitor.open(Visitor.TEACHER, Visitor.SEARCHING);
        for (String panel : new String[]{"#copy", "#left", "#origin", "#roster", "#group"}) {
            assertThat(page.locator(panel).count()).as(panel).isEqualTo(1);
        }
        looked.at(page, "results with panels");
        page.selectOption("#group", new SelectOption().setLabel("3A"));
        page.locator("form:has(#group) button").click();
        page.waitForURL("**/results?group=*");
        looked.at(page, "results of a group");

        page.locator("a[href*='/groups']").click();
        page.waitForURL("**/groups?back=**");
        looked.at(page, "groups");
        page.fill("input[name=name] >> nth=1", "3B");
        page.locator("form:has(input[name=name]) button").click();
        page.locator(".alert-success").waitFor();
        looked.at(page, "groups named");
        page.setInputFiles("#file", new FilePayload("classes.csv", "text/csv",
                "4A;Inès;Benali\n4A;Personne;Ici\n".getBytes(StandardCharsets.UTF_8)));
        page.locator("form:has(#file) button").click();
        page.locator("section[role=status] li").waitFor();
        looked.at(page, "groups brought");
        assertThat(page.locator("input[name=name]").count()).isEqualTo(3);

        assertThat(looked.faults()).isEmpty();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.substring(0, 2));
    }
}
