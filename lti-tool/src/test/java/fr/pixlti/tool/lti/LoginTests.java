package fr.pixlti.tool.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The start of a launch: facts/lti.md §3 rules 1, 7, 9 and 10. */
class LoginTests extends LtiRoomTest {

    @Test
    void the_browser_is_sent_to_the_platform_with_everything_it_asks_for() {
        Login login = login();

        assertThat(login.response().headers().firstValue("Location").orElseThrow())
                .startsWith("https://moodle.example/auth?tenant=1&");
        assertThat(login.query()).containsEntry("response_type", "id_token").containsEntry("response_mode", "form_post")
                .containsEntry("scope", "openid").containsEntry("prompt", "none").containsEntry("client_id", "client-1")
                .containsEntry("redirect_uri", "https://tool.example/lti/launch").containsEntry("login_hint", "12")
                .containsEntry("lti_message_hint", "{\"cmid\":4,\"launchid\":\"é+ &\"}");
        assertThat(login.state()).matches("[A-Za-z0-9_-]{54}");
        assertThat(login.nonce()).matches("[A-Za-z0-9_-]{22}");
        assertThat(login.response().headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void the_browser_gets_a_cookie_for_this_login_alone_that_reaches_a_frame() {
        Login one = login();
        Login two = login();

        assertThat(one.response().headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__Host-lti-")
                .contains("=" + one.state() + ";", "; Path=/", "; Max-Age=600", "; Secure", "; HttpOnly",
                        "; SameSite=None", "; Partitioned")
                .doesNotContain("Domain");
        assertThat(one.cookie().split("=")[0]).isNotEqualTo(two.cookie().split("=")[0]);
        assertThat(one.nonce()).isNotEqualTo(two.nonce());
    }

    @Test
    void a_login_by_get_is_as_good() {
        Map<String, String> form = loginParameters();
        form.remove("lti_message_hint");
        String query = form.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = get("/lti/login?" + query, Map.of());
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElseThrow()).doesNotContain("lti_message_hint");
    }

    @Test
    void the_client_id_may_be_left_out_where_it_is_not_needed() {
        Map<String, String> form = loginParameters();
        form.remove("client_id");
        form.remove("lti_deployment_id");
        assertThat(login(form).query()).containsEntry("client_id", "client-1");
    }

    @Test
    void bad_logins_get_an_error_page_and_no_cookie() {
        Map<String, Map<String, String>> changes = Map.of("login-parameter",
                Map.of("iss", "", "login_hint", "", "target_link_uri", " "), "platform-unknown",
                Map.of("iss", "https://evil.example", "client_id", "client-9"), "target-foreign",
                Map.of("target_link_uri", "https://evil.example/lti/launch"));
        changes.forEach((code, parameters) -> parameters.forEach((name, value) -> {
            Map<String, String> form = loginParameters();
            form.put(name, value);
            HttpResponse<String> response = post("/lti/login", form, Map.of());
            assertRefused(response, 400, code);
            assertThat(response.headers().firstValue("Set-Cookie").filter(c -> c.contains("lti-"))).isEmpty();
            form.remove(name);
            if (code.equals("login-parameter")) {
                assertRefused(post("/lti/login", form, Map.of()), 400, code);
            }
        }));
    }

    @Test
    void a_target_must_be_on_the_tools_own_origin() {
        for (String target : new String[]{"https://tool.example.evil.example/lti/launch",
            "https://tool.example@evil.example/",
            "https://someone@tool.example/", "http://tool.example/lti/launch", "https://tool.example:8443/",
            "//tool.example/",
            "/lti/launch", "javascript:alert(1)", "https://tool.example/ x",
            "https://tool.example/" + "x".repeat(1_000)}) {
            Map<String, String> form = loginParameters();
            form.put("target_link_uri", target);
            assertRefused(post("/lti/login", form, Map.of()), 400, "target-foreign");
        }
        Map<String, String> form = loginParameters();
        form.put("target_link_uri", "https://TOOL.example:443/anywhere?x=1");
        assertThat(login(form).state()).isNotEmpty();
    }

    @Test
    void an_issuer_with_several_registrations_needs_a_client_id() {
        Map<String, String> form = new HashMap<>(loginParameters());
        form.put("iss", "https://canvas.example");
        form.remove("client_id");
        assertRefused(post("/lti/login", form, Map.of()), 400, "platform-ambiguous");
    }

    @Test
    void hints_too_long_to_echo_are_refused_rather_than_cut() {
        Map<String, String> form = loginParameters();
        form.put("lti_message_hint", "é".repeat(3_000));
        assertRefused(post("/lti/login", form, Map.of()), 400, "login-parameter");
        form.put("lti_message_hint", "x".repeat(5_000));
        assertThat(login(form).query()).containsEntry("lti_message_hint", "x".repeat(5_000));
        form.put("lti_deployment_id", "x".repeat(300));
        assertRefused(post("/lti/login", form, Map.of()), 400, "login-parameter");
    }
}
