package fr.pixlti.tool.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.people.PersonRows;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.MovableClock;
import fr.pixlti.tool.testing.Reply;
import fr.pixlti.tool.testing.TestDatabase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The operator's pages on people over HTTP. */
@NullMarked
class PeoplePageTests {

    private static final String PASSWORD = "une phrase que personne ne devine";
    private static final int MANY = 120;

    private static ConsoleNode node;
    private static Browser operator;

    @BeforeAll
    static void start() {
        node = ConsoleNode.start(new MovableClock(), TestDatabase.fresh(), "pixlti.admin.password=" + PASSWORD,
                "pixlti.admin.second-factor=false", "pixlti.jobs.polling-interval=1m",
                "pixlti.gradebook.sweep-interval=1h");
        QueueRows.fill(node, MANY);
        operator = Browser.window();
        operator.submit(operator.get(node.url("/admin/sign-in")).form().with("name", "admin").with("password",
                PASSWORD));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static PersonRows person(String word) {
        return PersonRows.fill(node.bean(DSLContext.class), node.bean(Transactions.class), word);
    }

    @Test
    void people_are_found_by_name_and_by_the_platforms_id_page_by_page() {
        assertThat(names(operator.get(node.url("/admin/people")))).isEmpty();
        assertThat(names(search("nobody-of-that-name"))).isEmpty();
        assertThat(search("nobody-of-that-name").body()).contains("Personne ne correspond");
        assertThat(names(search("Dupont11"))).hasSize(11);
        assertThat(names(search("zoe dupont7"))).hasSize(11);
        assertThat(names(search("dupont7 zoé"))).hasSize(11);
        assertThat(names(search("s42"))).containsExactly("Zoé Dupont42");
        assertThat(names(search("%"))).isEmpty();
        assertThat(names(search("  "))).isEmpty();
        Reply page = search("Dupont");
        List<String> all = new ArrayList<>(names(page));
        assertThat(all).hasSize(50);
        for (int i = 0; i < 2; i++) {
            page = operator.submit(form(page, "id=\"more\""));
            all.addAll(names(page));
        }
        assertThat(all).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(page.body()).doesNotContain("id=\"more\"");
        assertThat(page.uri().toString()).doesNotContain("Dupont");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void what_is_held_is_told_in_numbers_and_handed_out_as_a_file() {
        PersonRows ada = person("quintessa");
        Reply page = open(ada);
        assertThat(page.body()).contains("Zoé quintessa Dupont", "quintessa@example.org", "subject-quintessa", "4e B",
                "2 janv. 2026").containsPattern("(?s)>Réponses</th>\\s*<td[^>]*>4<");
        Reply file = operator.submit(form(page, "id=\"export\""));
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"pixlti-" + ada.person() + ".json\"");
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(JsonMapper.shared().readTree(file.body()).at("/assessment/answers").size()).isEqualTo(4);
    }

    @Test
    void somebody_is_erased_by_a_word_typed_out_and_only_by_that() {
        PersonRows ada = person("hesperidia");
        Reply page = open(ada);
        Reply refused = operator.submit(form(page, "id=\"erase\"").with("word", "oui"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Rien n&#39;est effacé", "aria-invalid=\"true\"", "hesperidia");
        Reply done = operator.submit(form(refused, "id=\"erase\"").with("word", " Effacer "));
        assertThat(done.uri().getPath()).isEqualTo("/admin/people");
        assertThat(done.body()).contains("C&#39;est effacé.").doesNotContain("hesperidia");
        assertThat(open(ada).status()).isEqualTo(404);
        assertThat(operator.submit(form(page, "id=\"export\"")).status()).isEqualTo(404);
        Reply again = operator.submit(form(page, "id=\"erase\"").with("word", "effacer"));
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.body()).contains("n&#39;est plus, connue de l&#39;outil");
        Reply log = operator.get(node.url("/admin/audit?action=people.erased"));
        assertThat(log.body()).contains("Personne effacée", ada.person().toString()).doesNotContain("hesperidia");
    }

    @Test
    void the_pages_speak_english() {
        PersonRows ada = person("marjolaine");
        operator.speaking("en");
        Reply page = open(ada);
        assertThat(page.body()).contains("What the tool keeps", "To confirm, type “erase”", ">Answers<");
        Reply done = operator.submit(form(page, "id=\"erase\"").with("word", "erase"));
        assertThat(done.body()).contains("Erased. The results stay in statistics");
        operator.speaking("fr");
    }

    @Test
    void pages_are_for_operators_and_forms_need_their_token() {
        PersonRows ada = person("valeriane");
        assertThat(Browser.window().get(node.url("/admin/people")).uri().getPath()).isEqualTo("/admin/sign-in");
        assertThat(Browser.window().get(node.url("/admin/people/" + ada.person())).uri().getPath())
                .isEqualTo("/admin/sign-in");
        for (String deed : List.of("", "/" + ada.person() + "/export", "/" + ada.person() + "/erase")) {
            URI to = URI.create(node.url("/admin/people" + deed));
            assertThat(operator.postOnly(to, List.of(Map.entry("word", "effacer"))).status()).isEqualTo(403);
        }
        assertThat(open(ada).status()).isEqualTo(200);
        assertThat(operator.get(node.url("/admin/people/" + UUID.randomUUID())).status()).isEqualTo(404);
    }

    private static Reply open(PersonRows person) {
        return operator.get(node.url("/admin/people/" + person.person()));
    }

    private static Reply search(String text) {
        return operator
                .submit(form(operator.get(node.url("/admin/people")), "role=\"search\"").with("text", text));
    }

    private static List<String> names(Reply page) {
        return Pattern.compile("/admin/people/[0-9a-f-]{36}\">([^<]+)<").matcher(page.body()).results()
                .map(found -> found.group(1)).toList();
    }

    /** The form that has this in its tag. */
    private static Reply.Form form(Reply page, String sign) {
        Matcher form = Pattern.compile("(?s)<form[^>]*" + Pattern.quote(sign) + ".*?</form>").matcher(page.body());
        assertThat(form.find()).as(sign).isTrue();
        return new Reply(page.status(), page.uri(), page.headers(), form.group()).form();
    }
}
