package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.LtiApi.ScorePost;
import fr.pixlti.tool.lti.domain.KnownPlatform;
import fr.pixlti.tool.lti.domain.Platform;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What other platforms do differently from Moodle (facts/lti.md §3 rules 4, 7, 15, 17, 18), each played by hand. */
class PlatformQuirksTests extends ConsoleTest {

    private static int number;

    @Autowired
    LtiApi lti;

    private String keys = "";

    @BeforeEach
    void haveOwnKeys() {
        keys = "/keys-" + ++number;
        publish(TestPlatform.KEY);
        SERVER.stubFor(WireMock.post(urlEqualTo("/token"))
                .willReturn(okJson("{\"access_token\":\"token\",\"expires_in\":3600}")));
    }

    private void publish(RSAKey key) {
        SERVER.stubFor(WireMock.get(urlEqualTo(keys)).willReturn(okJson(new JWKSet(key).toString(true))));
    }

    /** A platform with deployment d1, approved. */
    private UUID platform(String issuer, String client, @Nullable String audience) {
        Instant now = clock.instant();
        Platform platform = new Platform(UUID.randomUUID(), "Autre", Platform.Status.APPROVED, issuer, client,
                URI.create(LISTED + "/auth"), URI.create(LISTED + "/token"), audience, URI.create(LISTED + keys),
                List.of(LISTED), true);
        transactions.run(() -> platforms.add(
                new KnownPlatform(platform, KnownPlatform.Source.MANUAL, null, null, now, now, List.of(), null),
                List.of("d1")));
        registrations.forget();
        return platform.id();
    }

    private HttpResponse<String> launch(String issuer, String client, boolean naming, RSAKey key,
            Consumer<Map<String, Object>> change) {
        Map<String, String> parameters = loginParameters();
        parameters.put("iss", issuer);
        parameters.remove("lti_deployment_id");
        parameters.remove("client_id");
        if (naming) {
            parameters.put("client_id", client);
        }
        Login login = login(parameters);
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Learner");
        claims.putAll(Map.of("iss", issuer, "aud", client, TestPlatform.CLAIM + "deployment_id", "d1"));
        change.accept(claims);
        return launch(login, TestPlatform.sign(claims, key, header -> header.keyID(key.getKeyID())));
    }

    private ScoreOutcome score(UUID platform, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(WireMock.post(urlEqualTo("/courses/1/line_items/2/scores")).willReturn(answer));
        // Canvas turns away who does not say what it is.
        SERVER.stubFor(WireMock.post(urlEqualTo("/courses/1/line_items/2/scores"))
                .withHeader("User-Agent", absent()).atPriority(1).willReturn(aResponse().withStatus(403)));
        return lti.postScore(platform, new ScorePost(LISTED + "/courses/1/line_items/2", "12",
                clock.instant(), BigDecimal.ONE, BigDecimal.TEN, null));
    }

    @Test
    void canvas_throttles_by_403_and_by_429_and_sometimes_says_how_long() {
        UUID canvas = platform("https://canvas-throttles.example", "1", null);
        ResponseDefinitionBuilder worded = aResponse().withStatus(403)
                .withBody("403 Forbidden (Rate Limit Exceeded)\n");
        assertThat(score(canvas, worded)).isInstanceOfSatisfying(ScoreOutcome.TryLater.class, later -> {
            assertThat(later.reason()).isEqualTo("rate-limited");
            assertThat(later.retryAfter()).isNull();
        });
        assertThat(score(canvas, aResponse().withStatus(429))).isInstanceOfSatisfying(ScoreOutcome.TryLater.class,
                later -> assertThat(later.retryAfter()).isNull());
        assertThat(score(canvas, aResponse().withStatus(429).withHeader("Retry-After", "7")))
                .isInstanceOfSatisfying(ScoreOutcome.TryLater.class,
                        later -> assertThat(later.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
        assertThat(score(canvas, aResponse().withStatus(403).withBody("Forbidden")))
                .isInstanceOf(ScoreOutcome.Refused.class);
        assertThat(score(canvas, ok())).isInstanceOf(ScoreOutcome.Taken.class);
    }

    @Test
    void canvas_throttles_its_token_endpoint_too() {
        UUID canvas = platform("https://canvas-token.example", "1", null);
        SERVER.stubFor(WireMock.post(urlEqualTo("/token"))
                .willReturn(aResponse().withStatus(403).withBody("403 Forbidden (Rate Limit Exceeded)")));
        assertThat(score(canvas, ok())).isInstanceOfSatisfying(ScoreOutcome.TryLater.class,
                later -> assertThat(later.reason()).isEqualTo("rate-limited"));
    }

    @Test
    void schools_on_canvas_share_an_issuer_and_are_told_apart_by_client_and_deployment() {
        String issuer = "https://canvas-shared" + number + ".example";
        UUID first = platform(issuer, "school-1", null);
        UUID second = platform(issuer, "school-2", null);
        assertOpened(launch(issuer, "school-1", true, TestPlatform.KEY, c -> {}), "/~test/opened/1.1/LEARNER");
        assertOpened(launch(issuer, "school-2", true, TestPlatform.KEY, c -> {}), "/~test/opened/1.1/LEARNER");
        assertThat(admission.arrivals).extracting(arrival -> arrival.platformId()).containsExactly(first, second);
        Map<String, String> unnamed = loginParameters();
        unnamed.put("iss", issuer);
        unnamed.remove("client_id");
        assertRefusedLogin(unnamed, 400, "platform-ambiguous");

        // Once one of two is suspended, who names none can only be the other.
        operate(page(second), page(second) + "/suspend", Map.of());
        assertOpened(launch(issuer, "school-1", false, TestPlatform.KEY, c -> {}), "/~test/opened/1.1/LEARNER");
        unnamed.put("client_id", "school-2");
        assertRefusedLogin(unnamed, 401, "platform-suspended");
    }

    private void assertRefusedLogin(Map<String, String> form, int status, String code) {
        HttpResponse<String> page = post("/lti/login", form, Map.of());
        assertThat(page.body()).contains("<code>" + code + "</code>");
        assertThat(page.statusCode()).isEqualTo(status);
    }

    @Test
    void a_token_of_one_school_opens_nothing_for_another_with_the_same_issuer() {
        String issuer = "https://canvas-mixed" + number + ".example";
        platform(issuer, "school-1", null);
        platform(issuer, "school-2", null);
        HttpResponse<String> mixed = launch(issuer, "school-1", true, TestPlatform.KEY, c -> c.put("aud", "school-2"));
        assertRefused(mixed, 401, "login-of-other-platform");
    }

    @Test
    void brightspace_wants_another_audience_than_its_token_address() throws Exception {
        UUID brightspace = platform("https://brightspace-audience.example", "1",
                "https://api.brightspace.com/auth/token");
        assertThat(score(brightspace, ok())).isInstanceOf(ScoreOutcome.Taken.class);
        String form = SERVER.findAll(postRequestedFor(urlEqualTo("/token"))).getLast().getBodyAsString();
        Map<String, String> fields = new HashMap<>();
        for (String pair : form.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        assertThat(SignedJWT.parse(fields.get("client_assertion")).getJWTClaimsSet().getAudience())
                .containsExactly("https://api.brightspace.com/auth/token");
    }

    @Test
    void brightspace_changes_its_key_every_hour_and_the_first_launch_with_it_opens() {
        String issuer = "https://brightspace-keys.example";
        platform(issuer, "1", null);
        assertOpened(launch(issuer, "1", true, TestPlatform.KEY, c -> {}), "/~test/opened/1.1/LEARNER");
        RSAKey next = TestPlatform.key("an-hour-later");
        publish(next);
        assertOpened(launch(issuer, "1", true, next, c -> {}), "/~test/opened/1.1/LEARNER");
    }

    @Test
    void a_suspended_platform_is_sent_no_score() {
        UUID suspended = platform("https://suspended.example", "1", null);
        operate(page(suspended), page(suspended) + "/suspend", Map.of());
        assertThat(score(suspended, ok())).isInstanceOfSatisfying(ScoreOutcome.TryLater.class,
                later -> assertThat(later.reason()).isEqualTo("platform-suspended"));
        SERVER.verify(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
    }

    static Stream<Arguments> manners() {
        String claim = TestPlatform.CLAIM;
        Consumer<Map<String, Object>> openEdx = c -> {
            List.of("given_name", "family_name", "name", "email").forEach(c::remove);
            c.put("sub", "0b8f1b9c-8f44-4d3c-9a53-7f0b5f3b9a11");
            c.put(claim + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student",
                    TestPlatform.MEMBERSHIP + "Learner"));
            c.put(claim + "context",
                    Map.of("id", "course-v1:Pix+NSI+2026", "title", "NSI - Pix", "label", "NSI", "type",
                            List.of("http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering")));
            c.put(TestPlatform.AGS, Map.of("scope", List.of("https://purl.imsglobal.org/spec/lti-ags/scope/score"),
                    "lineitem", "https://edx.example/api/lti_consumer/v1/lti/1/lti-ags/1"));
        };
        Consumer<Map<String, Object>> sakai = c -> {
            c.put(claim + "roles", List.of("Learner", "http://purl.imsglobal.org/vocab/lis/v2/system/person#User"));
            c.put(claim + "lti1p1", Map.of("user_id", "admin", "oauth_consumer_key", "k"));
            c.put(claim + "tool_platform", Map.of("product_family_code", "sakai", "guid", "LMS"));
            c.put("locale", "en_US");
            c.put(claim + "launch_presentation", Map.of("css_url", "https://sakai.example/x.css"));
        };
        Consumer<Map<String, Object>> blackboard = c -> {
            c.put("aud", List.of("blackboard-client"));
            c.put("azp", "blackboard-client");
            c.put(claim + "roles", List.of(TestPlatform.MEMBERSHIP + "Learner",
                    "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student"));
            c.put(claim + "launch_presentation", Map.of("locale", "fr-FR", "document_target", "window"));
        };
        return Stream.of(Arguments.of("open edX", "https://edx", "edx-client", openEdx),
                Arguments.of("Sakai", "https://sakai", "sakai-client", sakai),
                Arguments.of("Blackboard", "https://blackboard", "blackboard-client", blackboard));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manners")
    void launches_of_other_platforms_open(String name, String issuer, String client,
            Consumer<Map<String, Object>> change) {
        String itsIssuer = issuer + number + ".example";
        platform(itsIssuer, client, null);
        assertOpened(launch(itsIssuer, client, true, TestPlatform.KEY, change), "/~test/opened/1.1/LEARNER");
    }
}
