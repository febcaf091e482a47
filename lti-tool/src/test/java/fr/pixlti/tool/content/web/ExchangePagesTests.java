package fr.pixlti.tool.content.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.shell.ConsoleNode;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.MovableClock;
import fr.pixlti.tool.testing.Reply;
import fr.pixlti.tool.testing.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Questions in and out over HTTP. */
@NullMarked
class ExchangePagesTests {

    private static final String PASSWORD = "une phrase que personne ne devine";
    private static final String GIFT = """
            $CATEGORY: top/Le Web

            // [tag:competence:1.2] [tag:niveau:4]
            ::=cmd|x:: Que veut dire <b>HTTP</b> ?<script>x()</script> {=Hypertext ~Hôtel ~Hier####Voilà.}

            ::Racontez:: Racontez. {}
            """;

    private static final MovableClock CLOCK = new MovableClock();
    private static ConsoleNode node;
    private static Browser operator;

    @BeforeAll
    static void start() {
        node = ConsoleNode.start(CLOCK, TestDatabase.fresh(), "pixlti.admin.password=" + PASSWORD,
                "pixlti.admin.second-factor=false", "pixlti.jobs.polling-interval=1m",
                "pixlti.content.exchange.max-size=4MB");
        operator = signedIn();
    }

    private static Browser signedIn() {
        Browser browser = Browser.window();
        browser.submit(browser.get(node.url("/admin/sign-in")).form().with("name", "admin").with("password", PASSWORD));
        return browser;
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void questions_come_in_with_a_report_a_spreadsheet_and_an_archive() {
        assertThat(page().body()).contains("Échange de questions", "4 Mo et 5", "1.1 ");
        Reply report = operator.follow(upload(GIFT.getBytes(StandardCharsets.UTF_8)));
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.uri().getPath()).matches("/admin/content/exchange/imports/[0-9a-f-]{36}");
        assertThat(report.body()).contains("banque.txt", "=cmd|x", "le-web-4a", "Du code (script", "Racontez",
                "Réponse libre").doesNotContain("x()");
        Reply csv = operator.get(report.uri() + "/report.csv");
        assertThat(csv.body()).contains("\"'=cmd|x\";\"Le Web\";\"Changée\";\"le-web-4a\"", "\"Racontez\"");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        Reply zip = operator.get(report.uri() + "/pack.zip");
        assertThat(zip.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/zip");
        assertThat(zip.body()).startsWith("PK").contains("crcn/1.2/le-web.yaml");
        assertThat(operator.speaking("en").get(report.uri().toString()).body()).contains("Code (script", "Free answer");
        assertThat(operator.get(node.url("/admin/audit")).body()).contains("Questions imported");
        operator.speaking("fr");

        CLOCK.advance(Duration.ofHours(25));
        operator = signedIn();
        operator.follow(upload(GIFT.getBytes(StandardCharsets.UTF_8)));
        assertThat(operator.get(report.uri().toString()).status()).isEqualTo(404);
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_in_plain_words() {
        assertThat(upload(new byte[0]).body()).contains("Choisissez d’abord un fichier.");
        Reply unsafe = upload("<!DOCTYPE quiz><quiz/>".getBytes(StandardCharsets.UTF_8));
        assertThat(unsafe.status()).isEqualTo(400);
        assertThat(unsafe.body()).contains("Il a été refusé en entier.", "<form");
        assertThat(upload(new byte[(4 << 20) + 1]).body()).contains("dépasse 4 Mo");
        assertThat(upload("<quiz></quiz>".getBytes(StandardCharsets.UTF_8)).body()).contains("Aucune question");
    }

    @Test
    void items_go_out_with_what_is_left_out_said_before() {
        for (String format : List.of("MOODLE_XML", "GIFT", "QTI")) {
            Reply look = operator.get(node.url("/admin/content/exchange/export?scope=1.1&format=" + format));
            assertThat(look.body()).contains("Télécharger le fichier", "mots-cles-1a");
            Reply file = operator.get(node.url("/admin/content/exchange/export/file?scope=1.1&format=" + format));
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("pixlti-1.1.");
            assertThat(file.body()).contains("mots-cles-1a");
        }
        assertThat(operator.get(node.url("/admin/content/exchange/export?scope=9.9&format=QTI")).status())
                .isEqualTo(400);
        assertThat(operator.get(node.url("/admin/content/exchange/export/file?scope=9.9&format=QTI")).status())
                .isEqualTo(400);
    }

    @Test
    void pages_are_for_operators_and_forms_need_their_token() {
        assertThat(Browser.window().get(node.url("/admin/content/exchange")).uri().getPath())
                .isEqualTo("/admin/sign-in");
        assertThat(Browser.window().get(node.url("/admin/content/exchange/export/file?scope=1.1&format=GIFT")).uri()
                .getPath()).isEqualTo("/admin/sign-in");
        assertThat(operator.upload(URI.create(node.url("/admin/content/exchange/imports")), List.of(), "file", "x",
                new byte[1]).status()).isEqualTo(403);
    }

    private static Reply page() {
        return operator.get(node.url("/admin/content/exchange"));
    }

    private static Reply upload(byte[] file) {
        Reply page = page();
        String token = page.form().fields().getOrDefault("_csrf", "");
        return operator.upload(URI.create(node.url("/admin/content/exchange/imports")),
                List.of(Map.entry("_csrf", token), Map.entry("competence", "1.1"), Map.entry("level", "3")), "file",
                "C:\\Users\\banque.txt", file);
    }
}
