package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registrations that are not made: why, in words, and who is never called (facts/lti.md rules 5 and 18). */
class RegistrationRefusalTests extends ConsoleTest {

    @Test
    void an_invitation_that_is_not_good_reaches_nobody() {
        String configuration = describes(UNLISTED, UNLISTED);
        String revoked = invite("D", true);
        String page = look("/admin/invitations").body();
        String id = page.substring(page.indexOf("/admin/invitations/") + 19).substring(0, 36);
        operate("/admin/invitations", "/admin/invitations/" + id + "/revoke", Map.of());
        String expired = invite("E", true);
        clock.advance(Duration.ofDays(8));

        assertUnmade(register(revoked, configuration, "t"), 403, "invitation-revoked");
        assertUnmade(register(expired, configuration, "t"), 403, "invitation-expired");
        assertUnmade(register("/lti/register/nonsense", configuration, "t"), 403, "invitation-unknown");
        assertUnmade(register(expired.substring(0, expired.length() - 4) + "AAAA", configuration, "t"), 403,
                "invitation-unknown");
        SERVER.verify(0, getRequestedFor(anyUrl()));
        assertThat(audit.deeds).contains("OPERATOR lti.invitation-revoked D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:%d/config?x=1", "https://localhost:%d/config?x=1", "https://[::1]:%d/",
        "https://169.254.169.254/latest/meta-data", "http://localhost:%d/config?x=1"})
    void an_invitation_does_not_open_the_tools_own_network(String address) {
        HttpResponse<String> page = register(invite("F", false), address.formatted(SERVER.port()), "t");
        assertUnmade(page, 400, "configuration-unreachable");
        assertThat(page.body()).containsAnyOf("réseau privé", "pas en https");
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moodle.example/config", "ftp:config", "https://user:password@moodle.example/", "https://",
        "javascript:alert(1)", "%%%"})
    void what_is_no_address_is_said(String address) {
        assertUnmade(register(invite("G", true), address, "t"), 400, "configuration-address");
    }

    private static void describes(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(WireMock.get(urlEqualTo("/config?x=1")).willReturn(answer));
    }

    @Test
    void odd_answers_are_explained_and_leave_the_invitation_good() {
        String invitation = invite("H", true);
        String configuration = UNLISTED + "/config?x=1";
        SERVER.stubFor(WireMock.get(urlEqualTo("/secret")).willReturn(okJson(description(UNLISTED, UNLISTED))));
        describes(aResponse().withStatus(302).withHeader("Location", UNLISTED + "/secret"));
        assertUnmade(register(invitation, configuration, "t"), 400, "configuration-status");
        SERVER.verify(0, getRequestedFor(urlEqualTo("/secret")));
        describes(ok("x".repeat(300_000)));
        HttpResponse<String> huge = register(invitation, configuration, "t");
        assertUnmade(huge, 400, "configuration-unreachable");
        assertThat(huge.body()).contains("beaucoup trop longue");
        describes(ok("<html>Connexion</html>"));
        assertUnmade(register(invitation, configuration, "t"), 400, "configuration-unreadable");
        describes(aResponse().withFixedDelay(4_000));
        HttpResponse<String> slow = register(invitation, configuration, "t");
        assertUnmade(slow, 400, "configuration-unreachable");
        assertThat(slow.body()).contains("a mis trop de temps");
        for (String field : new String[]{"issuer", "authorization_endpoint", "token_endpoint", "jwks_uri",
            "registration_endpoint"}) {
            describes(okJson(description(UNLISTED, UNLISTED).replace("\"" + field + "\"", "\"x\"")));
            HttpResponse<String> page = register(invitation, configuration, "t");
            assertUnmade(page, 400, "configuration-incomplete");
            assertThat(page.body()).contains(": " + field);
        }

        describes(UNLISTED, UNLISTED);
        SERVER.stubFor(WireMock.post(urlEqualTo("/register")).willReturn(
                aResponse().withStatus(400).withBody("invalid <b>domain</b>\n<script>alert(1)</script>")));
        HttpResponse<String> refused = register(invitation, configuration, "t");
        assertUnmade(refused, 400, "registration-refused");
        assertThat(refused.body()).contains("HTTP 400: invalid domain").doesNotContain("alert(1)");
        SERVER.stubFor(WireMock.post(urlEqualTo("/register"))
                .willReturn(aResponse().withStatus(401).withBody("token_already_used")));
        assertUnmade(register(invitation, configuration, "t"), 400, "token-used");
        SERVER.stubFor(WireMock.post(urlEqualTo("/register")).willReturn(okJson("{}")));
        assertUnmade(register(invitation, configuration, "t"), 400, "registration-unreadable");

        agrees();
        assertThat(register(invitation, configuration, "t").statusCode()).isEqualTo(200);
    }
}
