package fr.pixlti.tool.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.shell.domain.Authenticator;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.MovableClock;
import fr.pixlti.tool.testing.Reply;
import fr.pixlti.tool.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Two nodes of the console with one database, and an administrator with an authenticator. */
@NullMarked
abstract class ConsoleTest {

    static final String PASSWORD = "une phrase que personne ne devine";
    static final Pattern PASSWORD_ONCE = Pattern.compile("id=\"temporary-password\">([^<]+)<");
    static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");
    static final Pattern CODE = Pattern.compile("<li><code>([^<]+)</code></li>");

    static final MovableClock CLOCK = new MovableClock();
    static ConsoleNode a;
    static ConsoleNode b;
    static Authenticator admins;
    static List<String> adminsCodes = List.of();

    @BeforeAll
    static void start() {
        String[] database = TestDatabase.fresh();
        a = ConsoleNode.start(CLOCK, database, "pixlti.admin.password=" + PASSWORD);
        b = ConsoleNode.start(CLOCK, database, "pixlti.admin.password=another one that does nothing");
        Browser browser = Browser.window();
        Reply offer = password(browser, a, "admin", PASSWORD);
        assertThat(offer.body()).contains("<svg class=\"qr\"", "h1v1h-1z");
        admins = Authenticator.of(found(SECRET, offer), CLOCK);
        Reply codes = browser.submit(offer.form().with("code", admins.code()));
        adminsCodes = CODE.matcher(codes.body()).results().map(each -> each.group(1)).toList();
        assertThat(adminsCodes).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.get(a.url("/admin")).status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        Stream.of(a, b).forEach(ConsoleNode::close);
    }

    /** Counts of attempts end, and codes are fresh. */
    @BeforeEach
    void later() {
        CLOCK.advance(Duration.ofHours(1));
    }

    /** Name and password; what comes next. */
    static Reply password(Browser browser, ConsoleNode node, String name, String password) {
        return browser.submit(filled(browser.get(node.url("/admin/sign-in")).form(), name, password));
    }

    static Reply.Form filled(Reply.Form form, String name, String password) {
        return form.with("name", name).with("password", password);
    }

    static Browser signedIn(ConsoleNode node, String name, String password, Authenticator authenticator) {
        CLOCK.advance(Duration.ofMinutes(1));
        Browser browser = Browser.window();
        Reply step = password(browser, node, name, password);
        Reply home = browser.submit(step.form().with("code", authenticator.code()));
        assertThat(home.uri().getPath()).isEqualTo("/admin");
        return browser;
    }

    static Reply.Form chosen(Reply page, String password) {
        return page.form().with("password", password).with("again", password);
    }

    static String add(Browser admin, String name, String role) {
        Reply page = admin.get(a.url("/admin/accounts"));
        Reply added = admin.submit(new Reply.Form(URI.create(a.url("/admin/accounts")),
                Map.of("name", name, "role", role, "_csrf", page.form().fields().getOrDefault("_csrf", ""))));
        return found(PASSWORD_ONCE, added);
    }

    static Reply press(Browser admin, String name, String deed) {
        Reply reply = admin.submit(form(admin.get(a.url("/admin/accounts")), name, deed));
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    /** The form of an account's row whose address ends with the deed. */
    static Reply.Form form(Reply page, String name, String deed) {
        String row = page.body().substring(page.body().indexOf(">" + name + "</th>") + 1);
        Matcher action = Pattern.compile("action=\"([^\"]*/" + deed + ")\"").matcher(row);
        assertThat(action.find()).isTrue();
        return new Reply.Form(page.uri().resolve(action.group(1)),
                Map.of("_csrf", page.form().fields().getOrDefault("_csrf", "")));
    }

    static String found(Pattern pattern, Reply reply) {
        Matcher matcher = pattern.matcher(reply.body());
        assertThat(matcher.find()).as(reply.body()).isTrue();
        return matcher.group(1);
    }

    static String value(String setCookie) {
        return setCookie.substring(setCookie.indexOf('=') + 1, setCookie.indexOf(';'));
    }

    static String cookie(Browser browser) {
        return browser.cookie("pixlti-admin");
    }

    /** Whether a node takes this cookie for a session of the console. */
    static boolean open(ConsoleNode node, String cookie) {
        return fr.pixlti.tool.shell.domain.AdminCookie.parse(cookie)
                .flatMap(node.bean(fr.pixlti.tool.shell.domain.ConsoleSessions.class)::operator).isPresent();
    }

    static int count(String query) {
        return b.bean(Transactions.class).call(() -> b.bean(DSLContext.class).fetchSingle(query).into(int.class));
    }
}
