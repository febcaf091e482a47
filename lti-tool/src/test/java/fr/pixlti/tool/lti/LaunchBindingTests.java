package fr.pixlti.tool.lti;

import static fr.pixlti.tool.lti.TestPlatform.CLAIM;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.shared.Transactions;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A launch belongs to one login and one browser, and is used once: facts/lti.md §3 rules 1, 2 and 10, §4.7. */
class LaunchBindingTests extends LtiRoomTest {

    private static final Map<String, String> FROM_PLATFORM = Map.of("Origin", "https://moodle.example",
            "Sec-Fetch-Dest", "iframe");

    @Autowired
    DSLContext db;

    @Autowired
    Transactions transactions;

    @Autowired
    Runnable purgeLti;

    private String token(Login login) {
        return TestPlatform.sign(TestPlatform.claims(login.nonce(), "Learner"));
    }

    @Test
    void a_session_opens_only_when_everything_is_right_and_the_logins_cookie_goes() {
        Login login = login();
        HttpResponse<String> response = launch(login, token(login));

        assertOpened(response, "/~test/opened/1.1/LEARNER");
        List<String> cookies = response.headers().allValues("Set-Cookie");
        assertThat(cookies).anySatisfy(cookie -> assertThat(cookie).startsWith(TestAdmission.COOKIE + "=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=None", "; Partitioned"));
        assertThat(cookies).anySatisfy(cookie -> assertThat(cookie).startsWith(login.cookie().split("=")[0] + "=;")
                .contains("Max-Age=0", "Partitioned"));
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void another_browser_gets_nothing() {
        Login login = login();
        String token = token(login);
        Login mine = login();
        assertRefused(launch(token, login.state(), Map.of()), 401, "cookie-missing");
        assertRefused(launch(token, login.state(), Map.of("Origin", "https://evil.example")), 401, "cookie-missing");
        assertRefused(launch(token, login.state(), Map.of("Cookie", mine.cookie())), 401, "cookie-missing");
        String name = login.cookie().split("=")[0];
        assertRefused(launch(token, login.state(), Map.of("Cookie", name + "=" + mine.state())), 401, "other-browser");
    }

    @Test
    void a_token_cannot_be_used_with_another_login() {
        Login first = login();
        String token = token(first);
        assertOpened(launch(first, token), "/~test/opened/1.1/LEARNER");
        admission.reset();
        activities.openings.clear();
        assertRefused(launch(login(), token), 401, "nonce");
    }

    @Test
    void a_launch_is_used_once_and_posting_it_again_leads_back_to_it() {
        Login login = login();
        String token = token(login);
        HttpResponse<String> first = launch(login, token);
        String session = sessionCookie(first);
        assertThat(admission.arrivals).hasSize(1);

        // Reloading: the login's cookie is gone, the session's is there.
        assertOpened(launch(token, login.state(), Map.of("Cookie", session)), "/~test/opened/1.1/LEARNER");
        // Going back much later: the token has expired.
        clock.advance(Duration.ofMinutes(30));
        assertOpened(launch(token, login.state(), Map.of("Cookie", session)), "/~test/opened/1.1/LEARNER");
        assertThat(admission.arrivals).hasSize(1);
        assertThat(activities.openings).hasSize(1);
    }

    @Test
    void posting_a_used_launch_again_without_its_session_is_refused() {
        Login login = login();
        String token = token(login);
        assertOpened(launch(login, token), "/~test/opened/1.1/LEARNER");
        HttpResponse<String> again = launch(token, login.state(),
                Map.of("Cookie", login.cookie() + "; " + TestAdmission.COOKIE + "=else"));
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.body()).contains("login-used");
        assertThat(admission.arrivals).hasSize(1);
    }

    @Test
    void a_wrong_nonce_uses_the_login_up() {
        Login login = login();
        assertRefused(launch(login, TestPlatform.sign(TestPlatform.claims("x".repeat(22), "Learner"))), 401, "nonce");
        assertRefused(launch(login, token(login)), 401, "login-used");
    }

    @Test
    void of_parallel_posts_exactly_one_gets_in() throws Exception {
        for (int round = 0; round < 5; round++) {
            admission.reset();
            Login login = login();
            String token = token(login);
            List<Callable<HttpResponse<String>>> posts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                posts.add(() -> launch(login, token));
            }
            List<Integer> statuses = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                for (Future<HttpResponse<String>> answer : threads.invokeAll(posts)) {
                    statuses.add(answer.get().statusCode());
                }
            }
            assertThat(statuses).containsOnlyOnce(303).containsOnly(303, 401);
            assertThat(admission.arrivals).hasSize(1);
        }
    }

    @Test
    void two_tabs_of_one_browser_do_not_mix() {
        Login one = login();
        Login two = login();
        String both = one.cookie() + "; " + two.cookie();
        Map<String, Object> claimsOfTwo = TestPlatform.claims(two.nonce(), "Learner");
        claimsOfTwo.put(CLAIM + "custom", Map.of("pixlti_target", "competence:4.2"));
        claimsOfTwo.put(CLAIM + "resource_link", Map.of("id", "link-2"));

        assertOpened(launch(TestPlatform.sign(claimsOfTwo), two.state(), Map.of("Cookie", both)),
                "/~test/opened/4.2/LEARNER");
        assertOpened(launch(token(one), one.state(), Map.of("Cookie", both)), "/~test/opened/1.1/LEARNER");
    }

    @Test
    void an_unknown_deployment_waits_for_the_operator() {
        Map<String, String> form = loginParameters();
        form.put("lti_deployment_id", "new-one");
        for (int i = 0; i < 2; i++) {
            Login login = login(form);
            Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Instructor");
            claims.put(CLAIM + "deployment_id", "new-one");
            HttpResponse<String> response = launch(login, TestPlatform.sign(claims));
            assertRefused(response, 401, "deployment-pending");
            assertThat(response.body()).contains("administre Pix LTI doit autoriser");
        }
        assertThat(db.fetch("SELECT status FROM lti_deployment WHERE deployment_id = 'new-one'").getValues(0,
                String.class))
                .containsExactly("PENDING");

        transactions.run(() -> assertThat(
                db.execute("UPDATE lti_deployment SET status = 'APPROVED' WHERE deployment_id = 'new-one'")).isOne());
        Login login = login(form);
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Instructor");
        claims.put(CLAIM + "deployment_id", "new-one");
        assertOpened(launch(login, TestPlatform.sign(claims)), "/~test/opened/1.1/INSTRUCTOR");
    }

    // Without a cookie (ADR 0003)

    private String ticket(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        Matcher ticket = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"").matcher(response.body());
        assertThat(ticket.find()).isTrue();
        return ticket.group(1);
    }

    @Test
    void a_browser_that_keeps_no_cookie_gets_a_button_for_a_new_window() {
        Login login = login();
        HttpResponse<String> page = launch(token(login), login.state(), FROM_PLATFORM);

        String ticket = ticket(page);
        assertThat(page.body()).contains("Ouvrir dans un nouvel onglet", "target=\"_blank\"", "action=\"/lti/open\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("frame-ancestors https://moodle.example https://frames.moodle.example");
        assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(admission.arrivals).isEmpty();
        assertThat(sessionCookie(page)).isNull();

        HttpResponse<String> opened = post("/lti/open", Map.of("ticket", ticket),
                Map.of("Origin", "https://tool.example"));
        assertOpened(opened, "/~test/opened/1.1/LEARNER");
        assertThat(admission.arrivals).singleElement()
                .satisfies(arrival -> assertThat(arrival.fullName()).isEqualTo("Léa Martin"));

        Map<String, String> reload = Map.of("Origin", "https://tool.example", "Cookie",
                String.valueOf(sessionCookie(opened)));
        assertOpened(post("/lti/open", Map.of("ticket", ticket), reload), "/~test/opened/1.1/LEARNER");
        assertThat(admission.arrivals).hasSize(1);
    }

    @Test
    void a_ticket_is_good_once_for_two_minutes_and_from_our_own_page() {
        Map<String, String> own = Map.of("Origin", "https://tool.example");
        Login login = login();
        String ticket = ticket(launch(token(login), login.state(), FROM_PLATFORM));
        assertRefused(post("/lti/open", Map.of("ticket", ticket), Map.of("Origin", "https://evil.example")), 401,
                "ticket-used");
        assertRefused(post("/lti/open", Map.of("ticket", ticket), Map.of()), 401, "ticket-used");
        assertRefused(post("/lti/open", Map.of("ticket", login.state()), own), 401, "ticket-used");
        assertRefused(post("/lti/open", Map.of(), own), 401, "ticket-used");
        assertOpened(post("/lti/open", Map.of("ticket", ticket), own), "/~test/opened/1.1/LEARNER");
        admission.reset();
        activities.openings.clear();
        assertRefused(post("/lti/open", Map.of("ticket", ticket), own), 401, "ticket-used");

        Login late = login();
        String old = ticket(launch(token(late), late.state(), FROM_PLATFORM));
        clock.advance(Duration.ofSeconds(121));
        assertRefused(post("/lti/open", Map.of("ticket", old), own), 401, "ticket-used");
    }

    @Test
    void no_ticket_without_every_other_check() {
        Login login = login();
        Map<String, Object> claims = TestPlatform.claims("y".repeat(22), "Learner");
        assertRefused(launch(TestPlatform.sign(claims), login.state(), FROM_PLATFORM), 401, "nonce");
        Login second = login();
        assertThat(ticket(launch(token(second), second.state(), FROM_PLATFORM))).isNotEmpty();
        assertRefused(launch(token(second), second.state(), FROM_PLATFORM), 401, "login-used");
        Login third = login();
        Map<String, String> topLevel = new HashMap<>(FROM_PLATFORM);
        topLevel.put("Sec-Fetch-Dest", "document");
        assertRefused(launch(token(third), third.state(), topLevel), 401, "cookie-missing");
        assertThat(ticket(launch(token(third), third.state(), Map.of("Origin", "https://frames.moodle.example"))))
                .isNotEmpty();
    }

    @Test
    void what_is_over_is_removed() {
        Login login = login();
        assertThat(ticket(launch(token(login), login.state(), FROM_PLATFORM))).isNotEmpty();
        login();
        clock.advance(Duration.ofMinutes(1));
        Login fresh = login();
        clock.advance(Duration.ofMinutes(9).plusSeconds(30));

        purgeLti.run();

        // What other tests left is at least as old as what this one made.
        assertThat(db.fetchCount(DSL.table("lti_login"))).isEqualTo(1);
        assertThat(db.fetchCount(DSL.table("lti_ticket"))).isZero();
        assertThat(db.fetchSingle("SELECT id FROM lti_login").get(0, String.class)).isEqualTo(loginId(fresh));
    }
}
