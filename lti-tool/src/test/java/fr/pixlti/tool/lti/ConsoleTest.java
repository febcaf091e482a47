package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import fr.pixlti.tool.lti.domain.KnownPlatform;
import fr.pixlti.tool.lti.domain.KnownPlatforms;
import fr.pixlti.tool.lti.domain.Registrations;
import fr.pixlti.tool.shared.Transactions;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Registrations and the operator's pages. WireMock is a platform under two names: {@code 127.0.0.1}, which may register
 * without an invitation, and {@code localhost}, which may not.
 */
abstract class ConsoleTest extends LtiRoomTest {

    protected static final WireMockServer SERVER = TestPlatform.SERVER;
    protected static final String LISTED = "http://127.0.0.1:" + SERVER.port();
    protected static final String UNLISTED = "http://localhost:" + SERVER.port();
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    @Autowired
    TestAuditLog audit;

    @Autowired
    KnownPlatforms platforms;

    @Autowired
    Transactions transactions;

    @Autowired
    Registrations registrations;

    @DynamicPropertySource
    static void openHosts(DynamicPropertyRegistry registry) {
        registry.add("pixlti.lti.open-registration-hosts[0]", () -> "listed.example");
        registry.add("pixlti.lti.open-registration-hosts[1]", () -> LISTED);
    }

    @BeforeEach
    void beAPlatform() {
        SERVER.resetAll();
        TestPlatform.publishKeys(SERVER);
        audit.deeds.clear();
    }

    @AfterEach
    void beThePlatformOfOthers() {
        SERVER.resetAll();
        TestPlatform.publishKeys(SERVER);
    }

    /** The platform describes itself, at the address that is returned. @param issuer and base of its addresses */
    protected static String describes(String issuer, String base) {
        SERVER.stubFor(WireMock.get(urlEqualTo("/config?x=1")).willReturn(okJson(description(issuer, base))));
        return base + "/config?x=1";
    }

    protected static String description(String issuer, String base) {
        return """
                {"issuer": "%s", "authorization_endpoint": "%s/auth", "token_endpoint": "%s/token",
                 "jwks_uri": "%s/jwks", "registration_endpoint": "%s/register", "scopes_supported": [
                   "openid", "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
                   "https://purl.imsglobal.org/spec/lti-ags/scope/score",
                   "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"],
                 "https://purl.imsglobal.org/spec/lti-platform-configuration": {"product_family_code": "moodle",
                   "messages_supported": [{"type": "LtiResourceLinkRequest"},
                     {"type": "LtiDeepLinkingRequest", "placements": ["ContentArea", "RichTextEditor"]}]}}"""
                .formatted(issuer, base, base, base, base);
    }

    /** The platform takes the registration. @return the client id it gives */
    protected static String agrees() {
        String client = "client-" + CLIENTS.incrementAndGet() + "-" + System.nanoTime();
        agrees(client);
        return client;
    }

    protected static void agrees(String client) {
        SERVER.stubFor(WireMock.post(urlEqualTo("/register")).willReturn(ok("""
                {"client_id": "%s", "https://purl.imsglobal.org/spec/lti-tool-configuration": {"deployment_id": "7"}}"""
                .formatted(client))));
    }

    protected HttpResponse<String> register(String path, String configuration, String token) {
        return get(path + "?openid_configuration=" + URLEncoder.encode(configuration, StandardCharsets.UTF_8)
                + "&registration_token=" + token, Map.of());
    }

    protected static void assertUnmade(HttpResponse<String> page, int status, String code) {
        assertThat(page.body()).contains("<code>" + code + "</code>", "La plateforme n’est pas reliée")
                .doesNotContain("??", "Exception");
        assertThat(page.statusCode()).isEqualTo(status);
    }

    /** Path of a new invitation. */
    protected String invite(String school, boolean allowPrivate) {
        Map<String, String> form = new HashMap<>(Map.of("school", school));
        if (allowPrivate) {
            form.put("allowPrivateAddresses", "true");
        }
        HttpResponse<String> page = operate("/admin/invitations", "/admin/invitations", form);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        Matcher address = Pattern.compile("https://tool.example(/lti/register/[A-Za-z0-9_-]{54})").matcher(page.body());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    protected HttpResponse<String> look(String path) {
        return get(path, Map.of("Cookie", LtiRoom.OPERATOR_COOKIE + "=OPERATOR"));
    }

    /** Sends a form as an operator, with the token of the page it stands on. */
    protected HttpResponse<String> operate(String page, String action, Map<String, String> fields) {
        HttpResponse<String> shown = look(page);
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(shown.body());
        assertThat(csrf.find()).as(shown.body()).isTrue();
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", csrf.group(1));
        String session = shown.headers().firstValue("Set-Cookie").orElseThrow();
        return post(action, form, Map.of("Cookie",
                LtiRoom.OPERATOR_COOKIE + "=OPERATOR; " + session.substring(0, session.indexOf(';'))));
    }

    protected Optional<KnownPlatform> known(String issuer, String client) {
        return transactions.call(() -> platforms.find(new KnownPlatforms.Client(issuer, client)));
    }

    protected String page(UUID id) {
        return "/admin/platforms/" + id;
    }
}
