package fr.pixlti.tool.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.MovableClock;
import fr.pixlti.tool.testing.Reply;
import fr.pixlti.tool.testing.TestDatabase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator's pages on scores and keys over HTTP. */
@NullMarked
class PassbackPageTests {

    private static final String PASSWORD = "une phrase que personne ne devine";

    private static ConsoleNode node;
    private static Browser operator;

    @BeforeAll
    static void start() {
        node = ConsoleNode.start(new MovableClock(), TestDatabase.fresh(), "pixlti.admin.password=" + PASSWORD,
                "pixlti.admin.second-factor=false", "pixlti.jobs.polling-interval=1m",
                "pixlti.gradebook.sweep-interval=1h");
        QueueRows.fill(node, 120);
        operator = Browser.window();
        Reply home = operator.submit(operator.get(node.url("/admin/sign-in")).form().with("name", "admin")
                .with("password", PASSWORD));
        assertThat(home.body()).contains("12 notes refusées par les plateformes", "/admin/passback?state=REFUSED");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void everyTenthIsRefused() {
        QueueRows.refuseEveryTenth(node);
    }

    @Test
    void all_scores_are_read_page_by_page() {
        Reply page = operator.get(node.url("/admin/passback"));
        List<String> names = new ArrayList<>(names(page));
        assertThat(names).hasSize(50).first().isEqualTo("Zoé Dupont119");
        for (int i = 0; i < 2; i++) {
            page = operator.submit(form(page, "id=\"older\""));
            names.addAll(names(page));
        }
        assertThat(names).hasSize(120).doesNotHaveDuplicates();
        assertThat(page.body()).doesNotContain("id=\"older\"");
    }

    @Test
    void each_filter_finds_its_own_and_no_name_gets_into_an_address() {
        assertThat(names(operator.get(node.url("/admin/passback?state=REFUSED")))).hasSize(12);
        assertThat(search("platform", QueueRows.PLATFORM)).hasSize(50);
        assertThat(search("title", "Activité 7")).hasSize(12);
        assertThat(search("title", "maths")).hasSize(50);
        assertThat(search("title", "100%")).isEmpty();
        assertThat(search("person", "Dupont11")).hasSize(11);
        assertThat(search("person", "zoe dupont7")).hasSize(11);
        assertThat(search("person", "upont")).isEmpty();

        Reply found = operator.submit(searching("person", "Dupont110"));
        assertThat(found.uri().toString()).doesNotContain("Dupont");
        assertThat(found.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(found.body()).contains("Lycée Ada", "4e maths", "La plateforme n’autorise pas Pix", "8 / 56");
    }

    @Test
    void a_score_is_owed_again_once() {
        Reply page = operator.submit(searching("person", "Dupont20"));
        Reply.Form again = form(page, "class=\"mt-2\"");
        assertThat(operator.submit(again).body()).contains("La note repart.", "En attente d’envoi");
        assertThat(operator.submit(again).body()).contains("Cette note a changé entre-temps");
        assertThat(count("SELECT count(*) FROM shell_audit WHERE action = 'gradebook.resent'")).isEqualTo(1);
    }

    @Test
    void all_of_a_choice_are_owed_again() {
        Reply page = operator.submit(searching("title", "Activité 3"));
        assertThat(page.body()).doesNotContain("id=\"resend-all\"");
        page = operator.submit(searching("person", "Dupont10"));
        assertThat(operator.submit(form(page, "id=\"resend-all\"")).body()).contains("2 notes repartent.");
    }

    @Test
    void pages_are_for_operators_and_forms_need_their_token() {
        assertThat(Browser.window().get(node.url("/admin/passback")).uri().getPath()).isEqualTo("/admin/sign-in");
        assertThat(Browser.window().get(node.url("/admin/keys")).uri().getPath()).isEqualTo("/admin/sign-in");
        assertThat(operator.postOnly(URI.create(node.url("/admin/passback/resend-all")), List.of()).status())
                .isEqualTo(403);
        assertThat(operator.postOnly(URI.create(node.url("/admin/keys/rotate")),
                List.of(Map.entry("generation", "1"))).status()).isEqualTo(403);
    }

    @Test
    void a_key_is_rotated_once_and_retired_on_its_page() {
        Reply page = operator.get(node.url("/admin/keys"));
        assertThat(page.body()).contains("aria-current=\"page\">Clés<", "Signe</span>", "automatiquement");
        Reply.Form rotate = form(page, "/admin/keys/rotate");
        assertThat(operator.submit(rotate).body()).contains("La nouvelle clé est publiée.", "par admin",
                "Publiée, signera bientôt").doesNotContain("/admin/keys/rotate");
        Reply second = operator.submit(rotate);
        assertThat(second.body()).contains("aucune autre ne l&#39;a été");
        Reply retired = operator.submit(form(second, "/retire"));
        assertThat(retired.body()).contains("La clé est retirée : plus aucun serveur", "Retirée</span>");
        assertThat(operator.speaking("en").get(node.url("/admin/audit")).body()).contains("New key made",
                "Key retired in an emergency");
        operator.speaking("fr");
    }

    private static List<String> search(String field, String value) {
        return names(operator.submit(searching(field, value)));
    }

    private static Reply.Form searching(String field, String value) {
        return form(operator.get(node.url("/admin/passback")), "role=\"search\"").with(field, value);
    }

    private static List<String> names(Reply page) {
        return Pattern.compile("role=\"rowheader\">([^<]+)<").matcher(page.body()).results()
                .map(each -> each.group(1)).toList();
    }

    /** The first form of the page whose tag holds the text. */
    private static Reply.Form form(Reply page, String text) {
        Matcher forms = Pattern.compile("<form[^>]*>").matcher(page.body());
        while (forms.find()) {
            if (forms.group().contains(text)) {
                return new Reply(page.status(), page.uri(), page.headers(), page.body().substring(forms.start()))
                        .form();
            }
        }
        throw new AssertionError("No form with " + text + " in " + page.body());
    }

    private static int count(String query) {
        return node.bean(Transactions.class).call(() -> node.bean(DSLContext.class).fetchSingle(query).into(int.class));
    }
}
