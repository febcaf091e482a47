package fr.pixlti.tool.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.pixlti.tool.testing.PlatformDouble;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The token endpoint of the demo LMS is as strict as Moodle's, and as loose in how it answers. */
class DemoTokenTests {

    private static PlatformDouble lms;
    private PretendTool tool;

    @BeforeAll
    static void start() {
        lms = PlatformDouble.start();
    }

    @AfterAll
    static void stop() {
        lms.close();
    }

    @BeforeEach
    void pretend() throws IOException {
        lms.reset();
        tool = new PretendTool(lms);
    }

    @AfterEach
    void end() {
        tool.close();
    }

    @Test
    void a_good_assertion_gets_a_token_for_an_hour_in_a_page() {
        HttpResponse<String> answer = tool.askToken(tool.assertion(), PretendTool.SCORE);
        JsonNode json = JsonMapper.builder().build().readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/html"));
        assertThat(json.get("expires_in").asInt()).isEqualTo(3600);
        assertThat(json.get("token_type").asString()).isEqualTo("Bearer");
    }

    @Test
    void scopes_that_are_not_offered_are_dropped() {
        HttpResponse<String> answer = tool.askToken(tool.assertion(), "https://example.org/other", PretendTool.SCORE);

        assertThat(answer.body()).contains("\"scope\" : \"" + PretendTool.SCORE + "\"");
    }

    @Test
    void no_scope_left_is_refused() {
        assertRefused(tool.askToken(tool.assertion(), "https://example.org/other"), "invalid_scope");
    }

    @Test
    void an_assertion_without_kid_is_refused() {
        assertRefused(ask(UnaryOperator.identity(), null), "kid must be provided");
    }

    @Test
    void an_unknown_kid_is_refused_in_something_that_is_not_json() {
        HttpResponse<String> answer = ask(UnaryOperator.identity(), "unknown");

        assertRefused(answer, "\"\"kid\" invalid");
    }

    @Test
    void one_second_in_the_future_is_too_much() {
        Date soon = Date.from(lms.clock().instant().plusSeconds(2));

        assertRefused(ask(claims -> claims.issueTime(soon), tool.key.getKeyID()), "iat prior to");
    }

    @Test
    void now_is_not_the_future() {
        Date now = Date.from(lms.clock().instant());

        assertThat(ask(claims -> claims.issueTime(now), tool.key.getKeyID()).statusCode()).isEqualTo(200);
    }

    @Test
    void an_expired_assertion_is_refused() {
        Date past = Date.from(lms.clock().instant().minusSeconds(1));

        assertRefused(ask(claims -> claims.expirationTime(past), tool.key.getKeyID()), "Expired token");
        assertRefused(ask(claims -> claims.expirationTime(null), tool.key.getKeyID()), "Expired token");
    }

    @Test
    void the_audience_is_the_token_endpoint() {
        assertRefused(ask(claims -> claims.audience(lms.url()), tool.key.getKeyID()), "audience");
    }

    @Test
    void an_assertion_is_good_once() {
        String assertion = tool.assertion();

        assertThat(tool.askToken(assertion, PretendTool.SCORE).statusCode()).isEqualTo(200);
        assertRefused(tool.askToken(assertion, PretendTool.SCORE), "jti");
        assertRefused(ask(claims -> claims.jwtID(null), tool.key.getKeyID()), "jti");
    }

    @Test
    void an_unknown_client_is_refused() {
        assertRefused(ask(claims -> claims.subject("nobody"), tool.key.getKeyID()), "invalid_client");
    }

    @Test
    void another_key_under_a_known_kid_is_refused() {
        assertThat(tool.askToken(tool.assertion(), PretendTool.SCORE).statusCode()).isEqualTo(200);
        var published = tool.key;
        tool.key = new com.nimbusds.jose.jwk.RSAKey.Builder(PretendTool.newKey()).keyID(published.getKeyID()).build();
        String forged = tool.assertion();
        tool.key = published;

        assertRefused(tool.askToken(forged, PretendTool.SCORE), "Signature verification failed");
    }

    @Test
    void the_form_must_be_whole_and_a_form() {
        assertRefused(PretendTool.post(lms.tokenUrl(), "application/x-www-form-urlencoded", "scope=x"),
                "invalid_request");
        assertRefused(PretendTool.post(lms.tokenUrl(), "application/json", "{}"), "invalid_request");
        assertRefused(PretendTool.post(lms.tokenUrl(), "application/x-www-form-urlencoded",
                "scope=x&grant_type=password&client_assertion=x&client_assertion_type=x"), "unsupported_grant_type");
        assertRefused(tool.askToken("not.a.jwt", PretendTool.SCORE), "invalid_request");
    }

    @Test
    void keys_with_alg_are_fetched_once_and_again_after_a_rotation() {
        tool.token(PretendTool.SCORE);
        int before = tool.keyFetches.get();
        tool.token(PretendTool.SCORE);
        tool.token(PretendTool.SCORE);
        assertThat(tool.keyFetches.get()).isEqualTo(before);

        tool.key = PretendTool.newKey();
        tool.token(PretendTool.SCORE);
        assertThat(tool.keyFetches.get()).isEqualTo(before + 1);
    }

    @Test
    void keys_without_alg_are_fetched_every_time() {
        tool.key = PretendTool.newKey();
        tool.keysSayAlgorithm = false;
        tool.token(PretendTool.SCORE);
        tool.token(PretendTool.SCORE);

        assertThat(tool.keyFetches.get()).isEqualTo(2);
    }

    @Test
    void a_token_ends_after_an_hour() {
        String token = tool.token(PretendTool.RESULT_READ);
        String results = lms.url() + "/lti/services/2/lineitems/1/lineitem/results?type_id=1";
        assertThat(PretendTool.call("GET", results, token, "", "", "").statusCode()).isEqualTo(200);

        lms.clock().advance(Duration.ofMinutes(60));
        assertThat(PretendTool.call("GET", results, token, "", "", "").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> ask(UnaryOperator<JWTClaimsSet.Builder> change, @Nullable String keyId) {
        return tool.askToken(tool.assertion(change, keyId), PretendTool.SCORE);
    }

    private static void assertRefused(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).contains(words);
    }
}
