package fr.pixlti.tool.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * A platform that keeps things for tools whose cookies do not come back (facts/lti.md §3 rule 11): the login puts a proof
 * there, and a launch without cookie and without the platform's origin opens only with it.
 */
class PlatformStorageTests extends LtiRoomTest {

    private static final Map<String, String> HIDDEN_ORIGIN = Map.of("Origin", "null", "Sec-Fetch-Dest", "iframe");
    private static final Map<String, String> OWN_PAGE = Map.of("Origin", "https://tool.example");

    private record Stored(Map<String, String> query, Element link, String cookie) {

        String state() {
            return query.getOrDefault("state", "");
        }

        String token() {
            return TestPlatform.sign(TestPlatform.claims(query.getOrDefault("nonce", ""), "Learner"));
        }
    }

    private Stored loginWithStorage() {
        Map<String, String> form = new HashMap<>(loginParameters());
        form.put("lti_storage_target", "_parent");
        HttpResponse<String> page = post("/lti/login", form, Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        Element link = Objects.requireNonNull(Jsoup.parse(page.body()).selectFirst("a[data-storage-put]"));
        Map<String, String> query = Arrays.stream(URI.create(link.attr("href")).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2)).collect(Collectors.toMap(pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        return new Stored(query, link, cookie.substring(0, cookie.indexOf(';')));
    }

    private HttpResponse<String> launchWithoutCookie(Stored login, Map<String, String> headers) {
        return post("/lti/launch",
                Map.of("id_token", login.token(), "state", login.state(), "lti_storage_target", "_parent"), headers);
    }

    @Test
    void the_login_puts_a_proof_there_for_the_platforms_origin_only() {
        Stored login = loginWithStorage();
        assertThat(login.link().attr("data-storage-put")).isEqualTo("_parent");
        assertThat(login.link().attr("data-origin")).isEqualTo("https://moodle.example");
        assertThat(login.link().attr("data-key")).startsWith("lti-");
        assertThat(login.link().attr("data-value")).hasSize(43).isNotEqualTo(
                loginWithStorage().link().attr("data-value"));
        assertThat(login.link().attr("href")).startsWith("https://moodle.example/auth?tenant=1&");
    }

    @Test
    void the_cookie_is_enough_where_it_comes_back() {
        Stored login = loginWithStorage();
        assertOpened(post("/lti/launch",
                Map.of("id_token", login.token(), "state", login.state(), "lti_storage_target", "_parent"),
                Map.of("Cookie", login.cookie())), "/~test/opened/1.1/LEARNER");
    }

    @Test
    void without_a_cookie_the_proof_opens_the_activity_once() {
        Stored login = loginWithStorage();
        HttpResponse<String> page = launchWithoutCookie(login, HIDDEN_ORIGIN);
        assertThat(page.statusCode()).isEqualTo(200);
        Element form = Objects.requireNonNull(Jsoup.parse(page.body()).selectFirst("form[data-storage-get]"));
        assertThat(form.attr("data-key")).isEqualTo(login.link().attr("data-key"));
        assertThat(form.attr("data-origin")).isEqualTo("https://moodle.example");
        assertThat(page.body()).doesNotContain(login.link().attr("data-value"));
        assertThat(admission.arrivals).isEmpty();

        String ticket = Objects.requireNonNull(form.selectFirst("input[name=ticket]")).attr("value");
        assertRefused(post("/lti/open", Map.of("ticket", ticket), OWN_PAGE), 401, "ticket-used");
        assertRefused(post("/lti/open", Map.of("ticket", ticket, "proof", "x".repeat(43)), OWN_PAGE), 401,
                "ticket-used");
        Map<String, String> both = Map.of("ticket", ticket, "proof", login.link().attr("data-value"));
        assertRefused(post("/lti/open", both, Map.of("Origin", "https://evil.example")), 401, "ticket-used");
        assertOpened(post("/lti/open", both, OWN_PAGE), "/~test/opened/1.1/LEARNER");
        admission.reset();
        activities.openings.clear();
        assertRefused(post("/lti/open", both, OWN_PAGE), 401, "ticket-used");
    }

    @Test
    void a_proof_of_another_login_opens_nothing() {
        Stored mine = loginWithStorage();
        Stored other = loginWithStorage();
        Element form = Objects.requireNonNull(
                Jsoup.parse(launchWithoutCookie(mine, HIDDEN_ORIGIN).body()).selectFirst("form[data-storage-get]"));
        String ticket = Objects.requireNonNull(form.selectFirst("input[name=ticket]")).attr("value");
        assertRefused(post("/lti/open", Map.of("ticket", ticket, "proof", other.link().attr("data-value")), OWN_PAGE),
                401, "ticket-used");
        assertThat(admission.arrivals).isEmpty();
    }

    @Test
    void a_storage_with_an_odd_name_and_a_page_of_its_own_are_no_way_round_the_cookie() {
        Stored login = loginWithStorage();
        assertRefused(launchWithoutCookie(login, Map.of("Origin", "null", "Sec-Fetch-Dest", "document")), 401,
                "cookie-missing");
        Map<String, String> form = new HashMap<>(loginParameters());
        form.put("lti_storage_target", "a frame\"><script>");
        assertThat(post("/lti/login", form, Map.of()).statusCode()).isEqualTo(302);
        assertRefused(post("/lti/launch",
                Map.of("id_token", login.token(), "state", login.state(), "lti_storage_target", "a b"), HIDDEN_ORIGIN),
                401, "cookie-missing");
    }

    @Test
    void where_the_platforms_own_page_posted_the_storage_is_asked_and_the_window_is_left_beside() {
        Stored login = loginWithStorage();
        HttpResponse<String> page = launchWithoutCookie(login,
                Map.of("Origin", "https://moodle.example", "Sec-Fetch-Dest", "iframe"));
        Element form = Objects.requireNonNull(Jsoup.parse(page.body()).selectFirst("form[data-storage-get]"));
        assertThat(form.hasAttr("data-proof-needed")).isFalse();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' https://moodle.example https://frames.moodle.example;");
        String ticket = Objects.requireNonNull(form.selectFirst("input[name=ticket]")).attr("value");
        assertOpened(post("/lti/open", Map.of("ticket", ticket, "proof", "", "here", ""), OWN_PAGE),
                "/~test/opened/1.1/LEARNER");
    }

    @Test
    void a_script_in_the_frame_carries_the_session_itself() {
        Stored login = loginWithStorage();
        Element form = Objects.requireNonNull(
                Jsoup.parse(launchWithoutCookie(login, HIDDEN_ORIGIN).body()).selectFirst("form[data-storage-get]"));
        assertThat(form.hasAttr("data-proof-needed")).isTrue();
        String ticket = Objects.requireNonNull(form.selectFirst("input[name=ticket]")).attr("value");
        Map<String, String> both = Map.of("ticket", ticket, "proof", login.link().attr("data-value"), "here", "script");
        assertRefused(post("/lti/open", both, Map.of("Origin", "https://moodle.example")), 401, "ticket-used");
        assertRefused(post("/lti/open", Map.of("ticket", ticket, "here", "script"), OWN_PAGE), 401, "ticket-used");

        HttpResponse<String> carried = post("/lti/open", both, OWN_PAGE);
        assertThat(carried.statusCode()).isEqualTo(200);
        assertThat(carried.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(carried.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(carried.body()).startsWith("{\"path\":\"/~test/opened/1.1/LEARNER\",\"session\":\"")
                .hasSizeGreaterThan(60);
        admission.reset();
        activities.openings.clear();
        assertRefused(post("/lti/open", both, OWN_PAGE), 401, "ticket-used");
    }
}
