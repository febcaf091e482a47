package fr.pixlti.tool.content.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.shell.ConsoleNode;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.MovableClock;
import fr.pixlti.tool.testing.Reply;
import fr.pixlti.tool.testing.TestDatabase;
import fr.pixlti.tool.testing.TestPack;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The operator's pages on releases and packs over HTTP. */
@NullMarked
class ContentPagesTests {

    private static final String PASSWORD = "une phrase que personne ne devine";

    private static ConsoleNode node;
    private static Browser operator;

    @BeforeAll
    static void start() {
        node = ConsoleNode.start(new MovableClock(), TestDatabase.fresh(), "pixlti.admin.password=" + PASSWORD,
                "pixlti.admin.second-factor=false", "pixlti.jobs.polling-interval=1m");
        operator = Browser.window();
        operator.submit(operator.get(node.url("/admin/sign-in")).form().with("name", "admin").with("password",
                PASSWORD));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_pack_is_checked_published_withdrawn_and_removed() {
        assertThat(page().body()).contains("Aucun lot", "Version en cours", "épreuves qcu");
        Reply uploaded = operator.follow(upload("Lot de Nadia", TestPack.of("ajout-essai").zip()));
        assertThat(uploaded.status()).isEqualTo(200);
        assertThat(uploaded.body()).contains("Lot de Nadia", "Déposé, pas publié", "3 remarques", "`lesson` manque",
                "1.1 Sujet ajouté");
        Reply published = operator.submit(form(uploaded, "/publish"));
        assertThat(published.body()).contains("Publié").doesNotContain("/publish");
        assertThat(page().body()).contains("plus des lots publiés", "par admin");
        Reply withdrawn = operator.submit(form(published, "/withdraw"));
        assertThat(withdrawn.body()).contains("Retiré");
        assertThat(operator.submit(form(published, "/withdraw")).status()).isEqualTo(409);
        assertThat(operator.submit(form(withdrawn, "/remove")).body()).doesNotContain("Lot de Nadia");
        assertThat(operator.get(uploaded.uri().toString()).status()).isEqualTo(404);
        assertThat(operator.speaking("en").get(node.url("/admin/audit")).body()).contains("Pack of questions uploaded",
                "Pack of questions published", "Pack of questions withdrawn", "Pack of questions removed");
        operator.speaking("fr");
    }

    @Test
    void a_faulty_pack_is_not_taken_and_every_fault_is_shown() {
        Reply refused = upload("", TestPack.of("ajout-faux").with("crcn/1.1/files/../x.svg", "x").zip());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("une faute est à corriger", "crcn/1.1/files/../x.svg",
                "ce nom mène ailleurs");
        refused = upload("", new TestPack().with("crcn/1.1/faux.yaml", "topic: vrai\ntitle: <b>x</b>\n").zip());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("crcn/1.1/faux.yaml", "`topic` vaut « vrai », le fichier s’appelle « faux »",
                        "`skills` manque")
                .doesNotContain("<b>x</b>");
        assertThat(upload("", new byte[0]).body()).contains("Choisissez d’abord un fichier ZIP.");
    }

    @Test
    void a_zip_that_is_too_large_is_refused_in_plain_words() {
        byte[] large = new byte[(10 << 20) + 2];
        Reply refused = upload("", large);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("le ZIP fait plus de 10 Mo");
    }

    @Test
    void pages_are_for_operators_and_forms_need_their_token() {
        assertThat(Browser.window().get(node.url("/admin/content")).uri().getPath()).isEqualTo("/admin/sign-in");
        assertThat(operator.upload(URI.create(node.url("/admin/content/packs")), List.of(), "file", "x.zip",
                TestPack.of("y").zip()).status()).isEqualTo(403);
    }

    private static Reply page() {
        return operator.get(node.url("/admin/content"));
    }

    private static Reply upload(String name, byte[] zip) {
        Reply.Form form = form(page(), "/admin/content/packs");
        Map<String, String> fields = new java.util.LinkedHashMap<>(form.fields());
        fields.remove("file");
        fields.put("name", name);
        return operator.upload(form.action(), List.copyOf(fields.entrySet()), "file", "essai.zip", zip);
    }

    /** The form of the page that goes to such an address. */
    private static Reply.Form form(Reply page, String action) {
        String body = page.body();
        for (int at = body.indexOf("<form"); at >= 0; at = body.indexOf("<form", at + 1)) {
            if (body.substring(at, body.indexOf('>', at)).contains(action)) {
                return new Reply(page.status(), page.uri(), page.headers(), body.substring(at)).form();
            }
        }
        throw new AssertionError("No form with " + action + " in " + body);
    }
}
