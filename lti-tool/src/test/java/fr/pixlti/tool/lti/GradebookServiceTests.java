package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.LtiApi.ScorePost;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access tokens and scores, with a platform as strict as Moodle (facts/moodle.md) and as moody as others. */
class GradebookServiceTests extends PlatformServiceTest {

    private static final String SCORES = "/items/5/lineitem/scores?type_id=1";
    private static final String SCORE_TYPE = "application/vnd.ims.lis.v1.score+json";

    @BeforeEach
    void takeScores() {
        scores(ok());
    }

    private static void scores(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(WireMock.post(urlEqualTo(SCORES)).willReturn(answer));
    }

    private static ScorePost score() {
        return new ScorePost(SERVER.baseUrl() + "/items/5/lineitem?type_id=1", "12",
                Instant.parse("2026-11-21T10:11:12.987Z"), new BigDecimal("24.5"), new BigDecimal("56"), null);
    }

    private ScoreOutcome send() {
        return lti.postScore(moodle(), score());
    }

    private static int tokenRequests() {
        return SERVER.findAll(postRequestedFor(urlEqualTo("/token"))).size();
    }

    @Test
    void a_score_goes_out_as_moodle_wants_it() {
        assertThat(send()).isEqualTo(new ScoreOutcome.Taken());

        SERVER.verify(1, postRequestedFor(urlEqualTo(SCORES)).withHeader("Content-Type", equalTo(SCORE_TYPE))
                .withHeader("Accept", equalTo(SCORE_TYPE)).withHeader("Authorization", equalTo("Bearer token-1"))
                .withRequestBody(equalToJson("""
                        {"userId": "12", "scoreGiven": 24.5, "scoreMaximum": 56, "activityProgress": "Completed",
                         "gradingProgress": "FullyGraded", "timestamp": "2026-11-21T10:11:12Z"}""")));
    }

    @Test
    void a_comment_goes_along_and_a_line_item_without_query_is_fine() {
        SERVER.stubFor(WireMock.post(urlEqualTo("/plain/scores")).willReturn(aResponse().withStatus(204)));
        ScorePost plain = new ScorePost(SERVER.baseUrl() + "/plain", "12", Instant.EPOCH, BigDecimal.ZERO,
                BigDecimal.ONE, "Niveau 3");
        assertThat(lti.postScore(moodle(), plain)).isEqualTo(new ScoreOutcome.Taken());
        SERVER.verify(
                postRequestedFor(urlEqualTo("/plain/scores")).withRequestBody(containing("\"comment\":\"Niveau 3\"")));
    }

    @Test
    void the_tool_proves_itself_by_a_signed_assertion() throws Exception {
        send();
        send();
        clock.advance(Duration.ofHours(2));
        send();
        List<String> ids = new ArrayList<>();
        JWKSet published = JWKSet.parse(get("/.well-known/jwks.json", Map.of()).body());
        for (var request : SERVER.findAll(postRequestedFor(urlEqualTo("/token")))) {
            Map<String, String> form = new java.util.HashMap<>();
            for (String pair : request.getBodyAsString().split("&")) {
                String[] parts = pair.split("=", 2);
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            assertThat(form).containsEntry("grant_type", "client_credentials")
                    .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                    .containsEntry("scope", "https://purl.imsglobal.org/spec/lti-ags/scope/score");
            SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
            var key = published.getKeyByKeyId(assertion.getHeader().getKeyID()).toRSAKey();
            assertThat(assertion.verify(new RSASSAVerifier(key))).isTrue();
            var claims = assertion.getJWTClaimsSet();
            assertThat(claims.getIssuer()).isEqualTo("client-1");
            assertThat(claims.getSubject()).isEqualTo("client-1");
            assertThat(claims.getAudience()).containsExactly(SERVER.baseUrl() + "/token");
            assertThat(claims.getIssueTime().toInstant()).isBefore(clock.instant());
            assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
                    .isLessThanOrEqualTo(Duration.ofMinutes(5));
            ids.add(claims.getJWTID());
        }
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_token_is_kept_until_a_minute_before_it_ends() {
        send();
        clock.advance(Duration.ofMinutes(58));
        send();
        assertThat(tokenRequests()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(61));
        send();
        assertThat(tokenRequests()).isEqualTo(2);
    }

    @Test
    void many_at_once_ask_for_one_token() throws Exception {
        List<Callable<ScoreOutcome>> sends = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sends.add(this::send);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : threads.invokeAll(sends)) {
                assertThat(outcome.get()).isEqualTo(new ScoreOutcome.Taken());
            }
        }
        assertThat(tokenRequests()).isEqualTo(1);
    }

    @Test
    void a_token_that_is_no_longer_taken_is_replaced_once() {
        send();
        token("token-2", 3600);
        SERVER.stubFor(WireMock.post(urlEqualTo(SCORES)).withHeader("Authorization", equalTo("Bearer token-1"))
                .willReturn(aResponse().withStatus(401)));
        SERVER.stubFor(WireMock.post(urlEqualTo(SCORES)).withHeader("Authorization", equalTo("Bearer token-2"))
                .willReturn(ok()));
        assertThat(send()).isEqualTo(new ScoreOutcome.Taken());
        assertThat(tokenRequests()).isEqualTo(2);

        scores(aResponse().withStatus(401));
        int before = SERVER.findAll(postRequestedFor(urlEqualTo(SCORES))).size();
        assertThat(send()).isInstanceOfSatisfying(ScoreOutcome.TryLater.class,
                later -> assertThat(later.reason()).isEqualTo("unauthorized"));
        assertThat(SERVER.findAll(postRequestedFor(urlEqualTo(SCORES)))).hasSize(before + 2);
    }

    @ParameterizedTest
    @CsvSource({"200, Taken, ''", "201, Taken, ''", "204, Taken, ''", "409, Superseded, ''",
        "429, TryLater, rate-limited",
        "408, TryLater, timeout", "500, TryLater, http-500", "502, TryLater, platform-down",
        "503, TryLater, platform-down", "400, Refused, http-400", "403, Refused, refused", "404, Refused, refused",
        "410, Refused, refused", "422, Refused, http-422", "302, Refused, http-302"})
    void an_answer_means(int status, String outcome, String reason) {
        scores(aResponse().withStatus(status).withHeader("Location", SERVER.baseUrl() + "/elsewhere"));
        ScoreOutcome got = send();
        assertThat(got.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(reason(got)).isEqualTo(reason);
    }

    private static String reason(ScoreOutcome outcome) {
        return switch (outcome) {
            case ScoreOutcome.TryLater later -> later.reason();
            case ScoreOutcome.Refused refused -> refused.reason();
            default -> "";
        };
    }

    @Test
    void a_rate_limit_by_403_is_a_rate_limit() {
        scores(aResponse().withStatus(403).withBody("403 Forbidden (Rate Limit Exceeded)"));
        assertThat(reason(send())).isEqualTo("rate-limited");
        scores(aResponse().withStatus(403).withHeader("X-Rate-Limit-Remaining", "0.0"));
        assertThat(reason(send())).isEqualTo("rate-limited");
        scores(aResponse().withStatus(403).withHeader("X-Rate-Limit-Remaining", "598.2"));
        assertThat(reason(send())).isEqualTo("refused");
    }

    @Test
    void the_platforms_wish_to_wait_is_understood() {
        scores(aResponse().withStatus(429).withHeader("Retry-After", "90"));
        assertThat(wait(send())).isEqualTo(Duration.ofSeconds(90));
        String date = DateTimeFormatter.RFC_1123_DATE_TIME
                .format(clock.instant().plusSeconds(300).atOffset(ZoneOffset.UTC));
        scores(aResponse().withStatus(503).withHeader("Retry-After", date));
        assertThat(wait(send())).isBetween(Duration.ofSeconds(290), Duration.ofSeconds(300));
        scores(aResponse().withStatus(503).withHeader("Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT"));
        assertThat(wait(send())).isEqualTo(Duration.ZERO);
        scores(aResponse().withStatus(503).withHeader("Retry-After", "999999999"));
        assertThat(wait(send())).isEqualTo(Duration.ofDays(1));
        scores(aResponse().withStatus(503).withHeader("Retry-After", "soon"));
        assertThat(wait(send())).isNull();
    }

    private static @org.jspecify.annotations.Nullable Duration wait(ScoreOutcome outcome) {
        return ((ScoreOutcome.TryLater) outcome).retryAfter();
    }

    @Test
    void a_score_for_somebody_who_does_not_learn_there_is_refused_by_name() {
        scores(aResponse().withStatus(400)
                .withBody("{\"status\":400,\"reason\":\"<b>Incorrect score received</b> for user 12\"}"));
        assertThat(send()).isInstanceOfSatisfying(ScoreOutcome.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo("not-a-learner");
            assertThat(refused.detail()).contains("HTTP 400", "Incorrect score received").doesNotContain("12", "<b>");
        });
    }

    @Test
    void no_token_and_no_connection_are_for_later() {
        SERVER.stubFor(
                WireMock.post(urlEqualTo("/token")).willReturn(aResponse().withStatus(400).withBody("Invalid JWT")));
        assertThat(send()).isEqualTo(new ScoreOutcome.TryLater("unauthorized", "HTTP 400", null));
        SERVER.stubFor(WireMock.post(urlEqualTo("/token")).willReturn(ok("<html>no token here</html>")));
        assertThat(reason(send())).isEqualTo("unauthorized");
        SERVER.stubFor(
                WireMock.post(urlEqualTo("/token")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(send()).isEqualTo(new ScoreOutcome.TryLater("platform-down", "SocketException", null));
        token("token-1", 3600);
        scores(ok().withFixedDelay(3_500));
        assertThat(reason(send())).isEqualTo("timeout");
    }

    @Test
    void an_unknown_platform_and_a_wrong_address_are_refused() {
        assertThat(reason(lti.postScore(UUID.randomUUID(), score()))).isEqualTo("platform-unknown");
        ScorePost wrong = new ScorePost("not an address", "12", Instant.EPOCH, BigDecimal.ONE, BigDecimal.TEN, null);
        assertThat(reason(lti.postScore(moodle(), wrong))).isEqualTo("line-item-address");
    }
}
