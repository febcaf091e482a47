package fr.pixlti.tool.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.shell.domain.Authenticator;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.Reply;
import fr.pixlti.tool.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Accounts of the console and its log, on two nodes with one database. */
@NullMarked
class ConsoleAccountsTests extends ConsoleTest {

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
}
