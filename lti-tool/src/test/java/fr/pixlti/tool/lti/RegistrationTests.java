package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import fr.pixlti.tool.lti.domain.Deployment;
import fr.pixlti.tool.lti.domain.KnownPlatform;
import fr.pixlti.tool.lti.domain.Platform;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dynamic registration (facts/lti.md rules 5 and 18, facts/moodle.md), over HTTP on both sides. */
class RegistrationTests extends ConsoleTest {

    private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    private static int posts() {
        return SERVER.findAll(postRequestedFor(urlEqualTo("/register"))).size();
    }

    private static void assertUnmade(HttpResponse<String> page, int status, String code) {
        assertThat(page.body()).contains("<code>" + code + "</code>", "La plateforme n’est pas reliée")
                .doesNotContain("??", "Exception");
        assertThat(page.statusCode()).isEqualTo(status);
    }

    private KnownPlatform onlyKnown(String client) {
        return known(UNLISTED, client).orElseThrow();
    }

    private Map<String, String> loginOf(String client) {
        Map<String, String> login = loginParameters();
        login.put("iss", UNLISTED);
        login.put("client_id", client);
        login.put("lti_deployment_id", "7");
        return login;
    }

    @Test
    void a_platform_registers_by_invitation_and_opens_once_the_operator_approves() {
        String client = agrees();
        String invitation = invite("Moodle du lycée <Pix>", true);

        HttpResponse<String> page = register(invitation, describes(UNLISTED, UNLISTED), "reg.token");

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("« Moodle du lycée &lt;Pix&gt; » attend maintenant l’accord",
                "Cliquez sur « Activer »", "data-close-origins=\"" + UNLISTED + "\"").doesNotContain("??");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("frame-ancestors " + UNLISTED).contains("script-src 'self'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        KnownPlatform known = onlyKnown(client);
        assertThat(known.platform().status()).isEqualTo(Platform.Status.PENDING);
        assertThat(known.platform().keySetUrl()).isEqualTo(URI.create(UNLISTED + "/jwks"));
        assertThat(known.deployments()).singleElement().satisfies(d -> assertThat(d.deploymentId()).isEqualTo("7"));
        assertRefused(post("/lti/login", loginOf(client), Map.of()), 401, "platform-pending");

        operate(page(known.platform().id()), page(known.platform().id()) + "/approve", Map.of());

        assertThat(login(loginOf(client)).query()).containsEntry("client_id", client);
        assertThat(onlyKnown(client).deployments()).allMatch(Deployment::approved);
        assertThat(audit.deeds).containsExactly("OPERATOR lti.invitation-made Moodle du lycée <Pix>",
                "OPERATOR lti.platform-approved Moodle du lycée <Pix>");
    }

    @Test
    void the_tool_says_all_that_moodle_wants_and_nothing_the_platform_does_not_list() {
        agrees();
        register(invite("A", true), describes(UNLISTED, UNLISTED), "reg.token");

        LoggedRequest request = SERVER.findAll(postRequestedFor(urlEqualTo("/register"))).getFirst();
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer reg.token");
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeader("User-Agent")).startsWith("PixLTI/");
        JsonNode said = new JsonMapper().readTree(request.getBody());
        assertThat(said.path("application_type").asString()).isEqualTo("web");
        assertThat(said.path("response_types").toString()).isEqualTo("[\"id_token\"]");
        assertThat(said.path("grant_types").toString()).isEqualTo("[\"implicit\",\"client_credentials\"]");
        assertThat(said.path("redirect_uris").toString()).isEqualTo("[\"https://tool.example/lti/launch\"]");
        assertThat(said.path("initiate_login_uri").asString()).isEqualTo("https://tool.example/lti/login");
        assertThat(said.path("jwks_uri").asString()).isEqualTo("https://tool.example/.well-known/jwks.json");
        assertThat(said.path("token_endpoint_auth_method").asString()).isEqualTo("private_key_jwt");
        assertThat(said.path("scope").asString().split(" ")).containsExactly(
                "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
                "https://purl.imsglobal.org/spec/lti-ags/scope/score",
                "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly");
        assertThat(said.path("client_name#fr").asString()).isEqualTo("Pix LTI");
        JsonNode tool = said.path(TOOL);
        assertThat(tool.path("domain").asString()).isEqualTo("tool.example");
        assertThat(tool.path("description").asString()).isEqualTo(tool.path("description#fr").asString())
                .startsWith("Des tests").isNotEqualTo(tool.path("description#en").asString());
        assertThat(tool.path("claims").toString())
                .isEqualTo("[\"iss\",\"sub\",\"name\",\"given_name\",\"family_name\",\"email\"]");
        assertThat(tool.path("custom_parameters").toString())
                .isEqualTo("{\"link_history\":\"$ResourceLink.id.history\","
                        + "\"context_history\":\"$Context.id.history\",\"group_ids\":\"$Moodle.Person.userGroupIds\"}");
        JsonNode messages = tool.path("messages");
        assertThat(messages.get(0).path("type").asString()).isEqualTo("LtiResourceLinkRequest");
        assertThat(messages.get(1).path("type").asString()).isEqualTo("LtiDeepLinkingRequest");
        assertThat(messages.get(1).path("placements").toString()).isEqualTo("[\"ContentArea\"]");
        assertThat(messages.get(1).path("label#fr").asString()).isEqualTo("Choisir une activité Pix");
        assertThat(messages.get(1).path("icon_uri").asString()).isEqualTo("https://tool.example/assets/icon.svg");
    }

    @Test
    void a_reload_shows_the_same_and_registers_nothing() {
        agrees();
        String invitation = invite("B", true);
        String configuration = describes(UNLISTED, UNLISTED);
        String first = register(invitation, configuration, "t").body();
        assertThat(register(invitation, configuration, "t").body()).isEqualTo(first);
        assertThat(posts()).isEqualTo(1);

        assertUnmade(register(invitation, configuration, "other"), 409, "invitation-used");
        assertThat(posts()).isEqualTo(1);
        assertThat(look("/admin/invitations").body()).contains("Utilisée");
    }

    @Test
    void an_invitation_used_many_times_at_once_gives_one_registration() throws Exception {
        agrees();
        String configuration = describes(UNLISTED, UNLISTED);
        String invitation = invite("C", true);
        List<Callable<HttpResponse<String>>> requests = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String token = "token-" + i % 6;
            requests.add(() -> register(invitation, configuration, token));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : threads.invokeAll(requests)) {
                statuses.add(answer.get().statusCode());
            }
            assertThat(statuses).containsOnly(200, 409).contains(200);
        }
        assertThat(posts()).isEqualTo(1);
    }

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

    @Test
    void without_an_invitation_only_listed_hosts_register_and_are_approved_at_once() {
        String client = agrees();
        assertUnmade(register("/lti/register", describes(UNLISTED, UNLISTED), "t"), 403, "not-invited");
        SERVER.verify(0, getRequestedFor(anyUrl()));

        HttpResponse<String> page = register("/lti/register", describes(LISTED, LISTED), "t");

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("est autorisée du côté de Pix LTI");
        KnownPlatform known = known(LISTED, client).orElseThrow();
        assertThat(known.platform().approved()).isTrue();
        assertThat(known.deployments()).allMatch(Deployment::approved);
    }

    @Test
    void a_listed_host_cannot_speak_for_another() {
        agrees();
        String foreignIssuer = describes("https://moodle.example", LISTED);
        assertUnmade(register("/lti/register", foreignIssuer, "t1"), 403, "other-host");
        SERVER.stubFor(WireMock.get(urlEqualTo("/config?x=1")).willReturn(okJson(
                description(LISTED, LISTED).replace("\"" + LISTED + "/register", "\"" + UNLISTED + "/register"))));
        assertUnmade(register("/lti/register", foreignIssuer, "t2"), 403, "other-host");
        assertThat(posts()).isZero();
    }

    @Test
    void an_invited_platform_with_foreign_hosts_needs_the_operators_second_look() {
        String client = agrees();
        HttpResponse<String> page = register(invite("Blackboard", true),
                describes("https://blackboard.example", UNLISTED),
                "never-expires");
        assertThat(page.statusCode()).isEqualTo(200);
        KnownPlatform known = known("https://blackboard.example", client).orElseThrow();
        String path = page(known.platform().id());
        assertThat(look(path).body()).contains("d’autres serveurs", "<code>blackboard.example</code>");

        assertThat(operate(path, path + "/approve", Map.of()).statusCode()).isEqualTo(409);
        assertThat(known("https://blackboard.example", client).orElseThrow().platform().approved()).isFalse();
        operate(path, path + "/approve", Map.of("otherHostsSeen", "true"));
        assertThat(known("https://blackboard.example", client).orElseThrow().platform().approved()).isTrue();
    }

    @Test
    void who_registers_cannot_change_what_is_there() {
        agrees("client-1");
        KnownPlatform before = known("https://moodle.example", "client-1").orElseThrow();
        HttpResponse<String> page = register(invite("Pirate", true), describes("https://moodle.example", UNLISTED),
                "t");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(known("https://moodle.example", "client-1").orElseThrow().platform()).isEqualTo(before.platform());
    }

    @Test
    void a_registration_nobody_approved_makes_no_login_ambiguous() {
        agrees();
        register(invite("Pirate", true), describes("https://moodle.example", UNLISTED), "t");
        Map<String, String> login = loginParameters();
        login.remove("client_id");
        registrations.forget();
        assertThat(login(login).query()).containsEntry("client_id", "client-1");
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
        assertThat(refused.body()).contains("HTTP 400: invalid domain").doesNotContain("alert");
        SERVER.stubFor(WireMock.post(urlEqualTo("/register"))
                .willReturn(aResponse().withStatus(401).withBody("token_already_used")));
        assertUnmade(register(invitation, configuration, "t"), 400, "token-used");
        SERVER.stubFor(WireMock.post(urlEqualTo("/register")).willReturn(okJson("{}")));
        assertUnmade(register(invitation, configuration, "t"), 400, "registration-unreadable");

        agrees();
        assertThat(register(invitation, configuration, "t").statusCode()).isEqualTo(200);
    }

    @Test
    void a_registration_left_behind_by_a_node_that_died_is_taken_up_later(@Autowired DSLContext db) {
        agrees();
        String configuration = describes(UNLISTED, UNLISTED);
        String invitation = invite("I", true);
        byte[] id = HexFormat.of().parseHex("0".repeat(64));
        String school = look("/admin/invitations").body();
        String invited = school.substring(school.indexOf("/admin/invitations/") + 19).substring(0, 36);
        transactions.run(() -> db.execute("INSERT INTO lti_registration_request VALUES (?, ?, ?, ?, NULL)",
                UUID.randomUUID(), id, UUID.fromString(invited), LocalDateTime.now(clock)));

        assertUnmade(register(invitation, configuration, "t"), 409, "invitation-used");
        clock.advance(Duration.ofMinutes(3));
        assertThat(register(invitation, configuration, "t").statusCode()).isEqualTo(200);
    }

    @Test
    void opened_by_hand_the_address_says_where_it_belongs_and_stays_good() {
        agrees();
        String invitation = invite("J", true);
        HttpResponse<String> page = get(invitation, Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("https://tool.example" + invitation, "Ajouter LTI Advantage");
        assertThat(get("/lti/register", Map.of("Accept-Language", "en")).body()).contains("You need an invitation");
        assertThat(register(invitation, describes(UNLISTED, UNLISTED), "t").statusCode()).isEqualTo(200);
    }

    @Test
    void canvas_frames_its_pages_on_a_host_of_the_customers() {
        String client = agrees();
        String configuration = describes(UNLISTED, UNLISTED);
        get(invite("Canvas", true) + "?openid_configuration=" + configuration.replace("?", "%3F").replace("=", "%3D"),
                Map.of("Referer", "https://school.canvas.example/accounts/1"));
        assertThat(onlyKnown(client).platform().frameOrigins()).containsExactlyInAnyOrder(UNLISTED,
                "https://school.canvas.example");
    }
}
