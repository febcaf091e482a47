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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts of the console over HTTP, on two nodes with one database. */
@NullMarked
class ConsoleTests {

    private static final String PASSWORD = "une phrase que personne ne devine";
    private static final Pattern PASSWORD_ONCE = Pattern.compile("id=\"temporary-password\">([^<]+)<");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");
    private static final Pattern CODE = Pattern.compile("<li><code>([^<]+)</code></li>");

    private static final MovableClock CLOCK = new MovableClock();
    private static ConsoleNode a;
    private static ConsoleNode b;
    private static Authenticator admins;
    private static List<String> adminsCodes = List.of();

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

    @Test
    void the_console_leads_those_who_are_not_signed_in_to_its_sign_in() {
        Browser browser = Browser.window();
        Reply page = browser.get(a.url("/admin/accounts"));
        assertThat(page.uri().getPath()).isEqualTo("/admin/sign-in");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Connexion à la console").doesNotContain("nobody-yet", "console-menu");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(Browser.window().speaking("en").get(a.url("/admin")).body()).contains("Sign in to the console");
    }

    @Test
    void a_session_opens_on_either_node_and_is_dead_on_both_after_the_sign_out() {
        Browser browser = signedIn(a, "admin", PASSWORD, admins);
        Reply there = browser.get(b.url("/admin"));
        assertThat(there.body()).contains(">admin</a>", "aria-current=\"page\"", "Rien ne vous attend");
        Browser thief = browser.sameBrowser();
        List<String> stolen = List.of(cookie(browser));

        browser.submit(there.form());

        assertThat(browser.cookieNames()).doesNotContain("pixlti-admin");
        assertThat(thief.get(b.url("/admin")).uri().getPath()).isEqualTo("/admin/sign-in");
        assertThat(stolen).allSatisfy(each -> {
            assertThat(open(a, each)).isFalse();
            assertThat(open(b, each)).isFalse();
        });
    }

    @Test
    void cookies_are_for_this_site_only_and_change_with_each_step() {
        Browser browser = Browser.window();
        Reply first = browser.submitOnly(filled(browser.get(a.url("/admin/sign-in")).form(), "admin", PASSWORD));
        String afterPassword = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(afterPassword).startsWith("pixlti-admin=").contains("HttpOnly", "SameSite=Strict", "Path=/");
        Reply step = browser.get(a.url("/admin/sign-in"));
        assertThat(browser.getOnly(a.url("/admin")).status()).isEqualTo(303);

        Reply last = browser.submitOnly(step.form().with("code", admins.code()));

        String afterCode = last.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(afterCode).startsWith("pixlti-admin=").isNotEqualTo(afterPassword);
        assertThat(browser.get(a.url("/admin")).status()).isEqualTo(200);
        assertThat(open(a, value(afterPassword))).isFalse();
    }

    @Test
    void wrong_passwords_and_unknown_names_look_alike_and_are_written_down() {
        Reply wrong = password(Browser.window(), a, "admin", "not the one at all");
        Reply unknown = password(Browser.window(), a, "nobody here", "not the one at all");
        assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
        assertThat(wrong.body()).contains("Compte ou mot de passe incorrect.");
        assertThat(unknown.body()).contains("Compte ou mot de passe incorrect.");

        String log = signedIn(b, "admin", PASSWORD, admins).get(b.url("/admin/audit")).body();
        assertThat(log).contains("Connexion refusée : compte ou mot de passe incorrect", "Compte inconnu")
                .doesNotContain("nobody here", "not the one");
    }

    @Test
    void too_many_attempts_on_two_nodes_are_no_longer_looked_at() throws Exception {
        List<Callable<Integer>> posts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ConsoleNode node = i % 2 == 0 ? a : b;
            posts.add(() -> password(Browser.window(), node, "Admin", "not the one at all").status());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> each : threads.invokeAll(posts)) {
                statuses.add(each.get());
            }
        }
        assertThat(statuses).filteredOn(status -> status == 401).hasSize(8);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(12);
        assertThat(password(Browser.window(), b, "admin", PASSWORD).status()).isEqualTo(429);

        CLOCK.advance(Duration.ofMinutes(16));
        assertThat(password(Browser.window(), b, "admin", PASSWORD).body()).contains("Deuxième étape");
    }

    @Test
    void a_code_of_the_authenticator_works_once_and_guesses_are_counted() {
        String code = admins.code();
        Browser first = Browser.window();
        Reply step = password(first, a, "admin", PASSWORD);
        Browser second = Browser.window();
        Reply other = password(second, b, "admin", PASSWORD);
        assertThat(first.submit(step.form().with("code", code)).uri().getPath()).isEqualTo("/admin");

        Reply again = second.submit(other.form().with("code", code));

        assertThat(again.status()).isEqualTo(401);
        for (int i = 0; i < 7; i++) {
            assertThat(second.submit(again.form().with("code", "00000" + i)).status()).isEqualTo(401);
        }
        CLOCK.advance(Duration.ofMinutes(2));
        Reply blocked = second.submit(again.form().with("code", admins.code()));
        assertThat(blocked.status()).isEqualTo(429);
        assertThat(open(b, cookie(second))).isFalse();
    }

    @Test
    void a_recovery_code_works_once() {
        String code = adminsCodes.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        Browser first = Browser.window();
        assertThat(first.submit(password(first, a, "admin", PASSWORD).form().with("code", code)).uri().getPath())
                .isEqualTo("/admin");
        Browser second = Browser.window();
        assertThat(second.submit(password(second, b, "admin", PASSWORD).form().with("code", code)).status())
                .isEqualTo(401);
    }

    @Test
    void sessions_end_when_nobody_uses_them_and_in_any_case_after_a_working_day() {
        Browser idle = signedIn(a, "admin", PASSWORD, admins);
        CLOCK.advance(Duration.ofMinutes(31));
        assertThat(open(b, cookie(idle))).isFalse();

        Browser busy = signedIn(a, "admin", PASSWORD, admins);
        for (int i = 0; i < 23; i++) {
            CLOCK.advance(Duration.ofMinutes(20));
            assertThat(open(b, cookie(busy))).isTrue();
        }
        CLOCK.advance(Duration.ofMinutes(21));
        assertThat(open(a, cookie(busy))).isFalse();
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        Browser browser = signedIn(a, "admin", PASSWORD, admins);
        Reply refused = browser.postOnly(URI.create(a.url("/admin/accounts")),
                List.of(Map.entry("name", "Sans jeton"), Map.entry("role", "ADMINISTRATOR")));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Retour à la console");
        assertThat(browser.get(a.url("/admin/accounts")).body()).doesNotContain("Sans jeton");
    }

    @Test
    void an_operator_chooses_a_password_enrols_and_reaches_no_account() {
        Browser admin = signedIn(a, "admin", PASSWORD, admins);
        String temporary = add(admin, "Nadia", "OPERATOR");
        Browser nadia = Browser.window();
        Reply offer = password(nadia, b, "nadia", temporary);
        nadia.submit(offer.form().with("code", Authenticator.of(found(SECRET, offer), CLOCK).code()));
        Reply choose = nadia.get(b.url("/admin"));
        assertThat(choose.uri().getPath()).isEqualTo("/admin/sign-in/password");
        choose = nadia.get(a.url("/admin/sign-in/password"));
        assertThat(nadia.submit(chosen(choose, temporary)).body()).contains("mot de passe actuel");
        assertThat(nadia.submit(chosen(choose, "court")).status()).isEqualTo(422);
        assertThat(nadia.submit(chosen(choose, "nadia nadia nadia ?")).uri().getPath()).isEqualTo("/admin");

        Reply home = nadia.get(a.url("/admin"));
        assertThat(home.body()).contains(">Nadia</a>").doesNotContain("/admin/accounts", "/admin/audit");
        assertThat(nadia.get(a.url("/admin/accounts")).status()).isEqualTo(403);
        assertThat(nadia.get(a.url("/admin/audit")).status()).isEqualTo(403);
        Reply forged = nadia.postOnly(URI.create(a.url("/admin/accounts")),
                List.of(Map.entry("name", "Complice"), Map.entry("role", "ADMINISTRATOR"),
                        Map.entry("_csrf", home.form().fields().getOrDefault("_csrf", ""))));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(admin.get(a.url("/admin/accounts")).body()).contains("Nadia").doesNotContain("Complice");
    }

    @Test
    void a_disabled_account_is_out_at_once_and_back_when_enabled() {
        Browser admin = signedIn(a, "admin", PASSWORD, admins);
        String temporary = add(admin, "Omar", "ADMINISTRATOR");
        Browser omar = Browser.window();
        Reply offer = password(omar, b, "Omar", temporary);
        Authenticator omars = Authenticator.of(found(SECRET, offer), CLOCK);
        omar.submit(offer.form().with("code", omars.code()));
        omar.submit(chosen(omar.get(b.url("/admin/sign-in/password")), PASSWORD + " non plus"));
        assertThat(open(b, cookie(omar))).isTrue();

        press(admin, "Omar", "disable");
        assertThat(open(b, cookie(omar))).isFalse();
        assertThat(password(Browser.window(), b, "Omar", PASSWORD + " non plus").status()).isEqualTo(401);

        press(admin, "Omar", "enable");
        CLOCK.advance(Duration.ofMinutes(2));
        signedIn(b, "Omar", PASSWORD + " non plus", omars);

        press(admin, "Omar", "factor");
        assertThat(password(Browser.window(), b, "Omar", PASSWORD + " non plus").body()).contains("id=\"secret\"");
        String again = found(PASSWORD_ONCE, press(admin, "Omar", "password"));
        assertThat(password(Browser.window(), b, "Omar", PASSWORD + " non plus").status()).isEqualTo(401);
        assertThat(password(Browser.window(), b, "Omar", again).body()).contains("id=\"secret\"");
        assertThat(admin.get(a.url("/admin/audit?action=shell.account-disabled")).body()).contains("<td", "Omar");
    }

    @Test
    void two_administrators_who_disable_each_other_at_once_do_not_both_succeed() throws Exception {
        for (int round = 0; round < 3; round++) {
            Browser admin = signedIn(a, "admin", PASSWORD, admins);
            String name = "Jumeau " + round;
            String temporary = add(admin, name, "ADMINISTRATOR");
            Browser twin = Browser.window();
            Reply offer = password(twin, b, name, temporary);
            twin.submit(offer.form().with("code", Authenticator.of(found(SECRET, offer), CLOCK).code()));
            twin.submit(chosen(twin.get(b.url("/admin/sign-in/password")), PASSWORD));
            Reply.Form one = form(admin.get(a.url("/admin/accounts")), name, "disable");
            Reply.Form two = form(twin.get(b.url("/admin/accounts")), "admin", "disable");
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                threads.invokeAll(List.<Callable<Integer>>of(() -> admin.submitOnly(one).status(),
                        () -> twin.submitOnly(two).status()));
            }
            assertThat(count("SELECT count(*) FROM shell_account WHERE disabled_at IS NULL AND name IN ('admin', '"
                    + name + "')")).isEqualTo(1);
            a.bean(Transactions.class).run(
                    () -> a.bean(DSLContext.class).execute("UPDATE shell_account SET disabled_at = NULL"));
        }
    }

    @Test
    void one_changes_ones_password_by_knowing_the_present_one() {
        Browser admin = signedIn(a, "admin", PASSWORD, admins);
        CLOCK.advance(Duration.ofMinutes(2));
        Browser elsewhere = signedIn(b, "admin", PASSWORD, admins);
        Reply page = admin.get(a.url("/admin/account"));
        Reply.Form form = form(page, "", "account").with("password", PASSWORD + " !").with("again", PASSWORD + " !");
        assertThat(admin.submit(form.with("present", "je ne sais plus")).status()).isEqualTo(422);

        assertThat(admin.submit(form.with("present", PASSWORD)).body()).contains("id=\"done\"");

        assertThat(open(b, cookie(elsewhere))).isFalse();
        assertThat(open(b, cookie(admin))).isTrue();
        assertThat(password(Browser.window(), b, "admin", PASSWORD).status()).isEqualTo(401);
        Reply back = admin.get(b.url("/admin/account"));
        admin.submit(form(back, "", "account").with("present", PASSWORD + " !").with("password", PASSWORD)
                .with("again", PASSWORD));
    }

    @Test
    void the_log_is_read_in_pages_and_by_account() {
        Browser admin = signedIn(a, "admin", PASSWORD, admins);
        for (int i = 0; i < 30; i++) {
            admin.submit(admin.get(a.url("/admin")).form());
            CLOCK.advance(Duration.ofMinutes(16));
            admin = signedIn(a, "admin", PASSWORD, admins);
        }
        Reply first = admin.get(a.url("/admin/audit"));
        assertThat(first.body().split("<tr role=\"row\">", -1)).hasSize(52);
        Matcher older = Pattern.compile("id=\"older\" href=\"([^\"]+)\"").matcher(first.body());
        assertThat(older.find()).isTrue();
        Reply second = admin.get(a.url(older.group(1).replace("&amp;", "&")));
        assertThat(second.body()).contains("<td").isNotEqualTo(first.body());
    }

    @Test
    void without_an_account_the_sign_in_says_how_to_make_one_and_the_setting_makes_one_only_once() {
        String[] database = TestDatabase.fresh();
        try (ConsoleNode empty = ConsoleNode.start(CLOCK, database)) {
            Reply page = Browser.window().get(empty.url("/admin"));
            assertThat(page.body()).contains("nobody-yet", "PIXLTI_ADMIN_PASSWORD").doesNotContain("<input");
        }
        try (ConsoleNode first = ConsoleNode.start(CLOCK, database, "pixlti.admin.password=" + PASSWORD)) {
            assertThat(password(Browser.window(), first, "admin", PASSWORD).body()).contains("id=\"secret\"");
        }
        try (ConsoleNode next = ConsoleNode.start(CLOCK, database, "pixlti.admin.password=" + PASSWORD + "!",
                "pixlti.admin.second-factor=false")) {
            assertThat(password(Browser.window(), next, "admin", PASSWORD + "!").status()).isEqualTo(401);
            assertThat(password(Browser.window(), next, "admin", PASSWORD).uri().getPath()).isEqualTo("/admin");
        }
    }

    /** Name and password; what comes next. */
    private static Reply password(Browser browser, ConsoleNode node, String name, String password) {
        return browser.submit(filled(browser.get(node.url("/admin/sign-in")).form(), name, password));
    }

    private static Reply.Form filled(Reply.Form form, String name, String password) {
        return form.with("name", name).with("password", password);
    }

    private static Browser signedIn(ConsoleNode node, String name, String password, Authenticator authenticator) {
        CLOCK.advance(Duration.ofMinutes(1));
        Browser browser = Browser.window();
        Reply step = password(browser, node, name, password);
        Reply home = browser.submit(step.form().with("code", authenticator.code()));
        assertThat(home.uri().getPath()).isEqualTo("/admin");
        return browser;
    }

    private static Reply.Form chosen(Reply page, String password) {
        return page.form().with("password", password).with("again", password);
    }

    private static String add(Browser admin, String name, String role) {
        Reply page = admin.get(a.url("/admin/accounts"));
        Reply added = admin.submit(new Reply.Form(URI.create(a.url("/admin/accounts")),
                Map.of("name", name, "role", role, "_csrf", page.form().fields().getOrDefault("_csrf", ""))));
        return found(PASSWORD_ONCE, added);
    }

    private static Reply press(Browser admin, String name, String deed) {
        Reply reply = admin.submit(form(admin.get(a.url("/admin/accounts")), name, deed));
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    /** The form of an account's row whose address ends with the deed. */
    private static Reply.Form form(Reply page, String name, String deed) {
        String row = page.body().substring(page.body().indexOf(">" + name + "</th>") + 1);
        Matcher action = Pattern.compile("action=\"([^\"]*/" + deed + ")\"").matcher(row);
        assertThat(action.find()).isTrue();
        return new Reply.Form(page.uri().resolve(action.group(1)),
                Map.of("_csrf", page.form().fields().getOrDefault("_csrf", "")));
    }

    private static String found(Pattern pattern, Reply reply) {
        Matcher matcher = pattern.matcher(reply.body());
        assertThat(matcher.find()).as(reply.body()).isTrue();
        return matcher.group(1);
    }

    private static String value(String setCookie) {
        return setCookie.substring(setCookie.indexOf('=') + 1, setCookie.indexOf(';'));
    }

    private static String cookie(Browser browser) {
        return browser.cookie("pixlti-admin");
    }

    /** Whether a node takes this cookie for a session of the console. */
    private static boolean open(ConsoleNode node, String cookie) {
        return fr.pixlti.tool.shell.domain.AdminCookie.parse(cookie)
                .flatMap(node.bean(fr.pixlti.tool.shell.domain.ConsoleSessions.class)::operator).isPresent();
    }

    private static int count(String query) {
        return b.bean(Transactions.class).call(() -> b.bean(DSLContext.class).fetchSingle(query).into(int.class));
    }
}
