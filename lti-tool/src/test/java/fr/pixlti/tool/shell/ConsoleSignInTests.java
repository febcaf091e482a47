package fr.pixlti.tool.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Signing in to the console and out again, on two nodes with one database. */
@NullMarked
class ConsoleSignInTests extends ConsoleTest {

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
}
