package fr.pixlti.tool.lti;

import static fr.pixlti.tool.lti.TestPlatform.CLAIM;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The certification suite's cases 1 to 12 (facts/lti.md §2) and the probe's rows about tokens (§3): none opens anything. */
@ExtendWith(OutputCaptureExtension.class)
class BadLaunchTests extends LtiRoomTest {

    private static final List<String> BOTH = List.of("Instructor", "Learner");

    static Stream<Arguments> badPayloads() {
        Map<String, Consumer<Map<String, Object>>> changes = new HashMap<>();
        changes.put("400 version: 3 wrong version", c -> c.put(CLAIM + "version", "11.3"));
        changes.put("400 claim-missing: 4 no version", c -> c.remove(CLAIM + "version"));
        changes.put("400 claim-missing: 6 missing claims", c -> List
                .of("aud", "iss", "sub", CLAIM + "deployment_id", CLAIM + "roles").forEach(c::remove));
        changes.put("401 expired: 7 timestamps incorrect", c -> {
            c.put("iat", 11111);
            c.put("exp", 22222);
        });
        changes.put("400 claim-missing: 8 no message type", c -> c.remove(CLAIM + "message_type"));
        changes.put("400 claim-missing: 9 no roles", c -> c.remove(CLAIM + "roles"));
        changes.put("400 claim-missing: 10 no deployment", c -> c.remove(CLAIM + "deployment_id"));
        changes.put("400 claim-missing: 11 no resource link id",
                c -> c.put(CLAIM + "resource_link", Map.of("title", "x")));
        changes.put("400 claim-missing: no resource link", c -> c.remove(CLAIM + "resource_link"));
        changes.put("400 claim-missing: 12 no sub", c -> c.remove("sub"));
        changes.put("400 claim-missing: empty sub", c -> c.put("sub", " "));
        changes.put("400 claim-missing: no aud", c -> c.remove("aud"));
        changes.put("400 claim-missing: no iss", c -> c.remove("iss"));
        changes.put("400 claim-missing: no exp", c -> c.remove("exp"));
        changes.put("400 claim-missing: no iat", c -> c.remove("iat"));
        changes.put("400 claim-missing: no nonce", c -> c.remove("nonce"));
        changes.put("400 claim-missing: no target_link_uri", c -> c.remove(CLAIM + "target_link_uri"));
        changes.put("401 nonce: another nonce", c -> c.put("nonce", "0123456789012345678901"));
        changes.put("401 clock: issued in an hour", c -> {
            c.put("iat", Instant.now().getEpochSecond() + 3600);
            c.put("exp", Instant.now().getEpochSecond() + 3660);
        });
        changes.put("401 clock: issued an hour ago, lasting two", c -> {
            c.put("iat", Instant.now().getEpochSecond() - 3600);
            c.put("exp", Instant.now().getEpochSecond() + 3600);
        });
        changes.put("401 clock: not valid before tomorrow", c -> c.put("nbf", Instant.now().getEpochSecond() + 86_400));
        changes.put("401 expired: two minutes ago", c -> c.put("exp", Instant.now().getEpochSecond() - 120));
        changes.put("401 audience: another client", c -> c.put("aud", "client-2"));
        changes.put("401 audience: several audiences without azp", c -> c.put("aud", List.of("client-1", "else")));
        changes.put("401 audience: another azp", c -> {
            c.put("aud", List.of("client-1", "else"));
            c.put("azp", "else");
        });
        changes.put("401 audience: one audience, another azp", c -> c.put("azp", "else"));
        changes.put("400 platform-unknown: another issuer", c -> c.put("iss", "https://evil.example"));
        changes.put("401 deployment-pending: another deployment than any approved",
                c -> c.put(CLAIM + "deployment_id", "77"));
        changes.put("401 login-of-other-deployment: another than the login's",
                c -> c.put(CLAIM + "deployment_id", "2"));
        changes.put("401 login-of-other-target: another target",
                c -> c.put(CLAIM + "target_link_uri", "https://evil.example/"));
        changes.put("400 message-type: unknown message", c -> c.put(CLAIM + "message_type", "LtiSomethingRequest"));
        changes.put("400 claim-malformed: roles are text", c -> c.put(CLAIM + "roles", "Learner"));
        changes.put("400 claim-malformed: link id is a number", c -> c.put(CLAIM + "resource_link", Map.of("id", 5)));
        changes.put("400 claim-malformed: sub of 300 characters", c -> c.put("sub", "x".repeat(300)));
        changes.put("400 claim-malformed: context is text", c -> c.put(CLAIM + "context", "3"));
        changes.put("400 target-unknown: no such competence",
                c -> c.put(CLAIM + "custom", Map.of("pixlti_target", "competence:9.9")));
        changes.put("400 target-unknown: no such kind",
                c -> c.put(CLAIM + "custom", Map.of("pixlti_target", "thing:1")));
        changes.put("400 target-unknown: no form", c -> c.put(CLAIM + "custom", Map.of("pixlti_target", "<b>../../x")));
        return changes.entrySet().stream().flatMap(
                change -> BOTH.stream().map(role -> Arguments.of(change.getKey(), role, change.getValue())));
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("badPayloads")
    void a_bad_payload_gets_an_error_page(String expected, String role, Consumer<Map<String, Object>> change) {
        Login login = login("77".equals(deployment(change)) ? withoutDeployment() : loginParameters());
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), role);
        change.accept(claims);

        HttpResponse<String> response = launch(login, TestPlatform.sign(claims));

        String[] statusAndCode = expected.substring(0, expected.indexOf(':')).split(" ");
        assertRefused(response, Integer.parseInt(statusAndCode[0]), statusAndCode[1]);
    }

    private static Object deployment(Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = TestPlatform.claims("n", "Learner");
        change.accept(claims);
        return claims.getOrDefault(CLAIM + "deployment_id", "");
    }

    private static Map<String, String> withoutDeployment() {
        Map<String, String> form = loginParameters();
        form.remove("lti_deployment_id");
        return form;
    }

    @Test
    void suite_1_a_token_without_kid_is_refused() {
        Login login = login();
        String token = TestPlatform.sign(TestPlatform.claims(login.nonce(), "Learner"), TestPlatform.KEY, header -> {});
        assertRefused(launch(login, token), 401, "kid-missing");
    }

    @Test
    void suite_2_an_incorrect_kid_is_refused() {
        Login login = login();
        String token = TestPlatform.sign(TestPlatform.claims(login.nonce(), "Instructor"), TestPlatform.KEY,
                header -> header.keyID("imstester_66067"));
        assertRefused(launch(login, token), 401, "kid-unknown");
    }

    @Test
    void suite_5_an_invalid_message_is_refused() {
        Login login = login();
        String token = TestPlatform.sign(new HashMap<>(Map.of("name", "badltilaunch")));
        assertRefused(launch(login, token), 400, "claim-missing");
    }

    @Test
    void a_key_that_is_not_the_platforms_is_refused() {
        Login login = login();
        String token = TestPlatform.sign(TestPlatform.claims(login.nonce(), "Learner"), TestPlatform.OTHER_KEY,
                header -> header.keyID(TestPlatform.KEY.getKeyID()));
        assertRefused(launch(login, token), 401, "signature");
    }

    @Test
    void a_token_that_brings_its_own_key_is_refused() {
        Map<String, Consumer<JWSHeader.Builder>> headers = Map.of("jku",
                h -> h.jwkURL(URI.create("https://evil.example/jwks")), "x5u",
                h -> h.x509CertURL(URI.create("https://evil.example/cert")), "jwk",
                h -> h.jwk(TestPlatform.OTHER_KEY.toPublicJWK()));
        headers.values().forEach(header -> {
            Login login = login();
            String token = TestPlatform.sign(TestPlatform.claims(login.nonce(), "Learner"), TestPlatform.OTHER_KEY,
                    header.andThen(h -> h.keyID(TestPlatform.KEY.getKeyID())));
            assertRefused(launch(login, token), 401, "header-forbidden");
        });
    }

    @Test
    void only_rs256_signs() throws JOSEException, ParseException {
        Login login = login();
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Learner");
        String unsigned = new PlainJWT(JWTClaimsSet.parse(claims)).serialize();
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(TestPlatform.KEY.getKeyID()).build(),
                JWTClaimsSet.parse(claims));
        symmetric.sign(new MACSigner(TestPlatform.KEY.toRSAPublicKey().getEncoded()));
        String longer = TestPlatform.sign(claims, TestPlatform.KEY, header -> {});

        assertRefused(launch(login, unsigned), 400, "token-malformed");
        assertRefused(launch(login, symmetric.serialize()), 401, "algorithm");
        assertRefused(launch(login, longer.substring(0, longer.length() - 5)), 401, "kid-missing");
        assertRefused(launch(login, "not.a.token"), 400, "token-malformed");
        assertRefused(launch(login, "x".repeat(200_000)), 400, "token-malformed");
    }

    @Test
    void incomplete_posts_get_an_error_page() {
        Login login = login();
        Map<String, String> cookie = Map.of("Cookie", login.cookie());
        String token = TestPlatform.sign(TestPlatform.claims(login.nonce(), "Learner"));
        assertRefused(post("/lti/launch", Map.of(), cookie), 400, "token-missing");
        assertRefused(post("/lti/launch", Map.of("state", login.state()), cookie), 400, "token-missing");
        assertRefused(post("/lti/launch", Map.of("id_token", token), cookie), 400, "state-missing");
        assertRefused(post("/lti/launch", Map.of("id_token", token, "state", "x"), cookie), 400, "state-missing");
        assertRefused(get("/lti/launch", Map.of()), 400, "not-from-course");
    }

    @Test
    void the_platforms_own_error_is_explained() {
        Login login = login();
        assertRefused(post("/lti/launch", Map.of("error", "login_required", "state", login.state()), Map.of()), 401,
                "platform-login");
        HttpResponse<String> odd = post("/lti/launch",
                Map.of("error", "<script>", "error_description", "<script>", "state", login.state()), Map.of());
        assertRefused(odd, 400, "platform-error");
        assertThat(odd.body()).doesNotContain("<script>");
    }

    @Test
    void a_key_set_out_of_reach_is_explained() {
        Map<String, String> form = loginParameters();
        form.put("iss", "https://away.example");
        Login login = login(form);
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Learner");
        claims.put("iss", "https://away.example");
        assertRefused(launch(login, TestPlatform.sign(claims)), 401, "keys-unreachable");
    }

    @Test
    void error_pages_speak_english_too() {
        Login login = login();
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Learner");
        claims.remove("sub");
        HttpResponse<String> response = launch(TestPlatform.sign(claims), login.state(),
                Map.of("Cookie", login.cookie(), "Accept-Language", "en-GB"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The activity did not open", "Required information is missing", ": sub",
                "claim-missing");
    }

    @Test
    void a_failure_is_one_line_in_the_log_without_anything_of_the_token(CapturedOutput output) {
        Login login = login();
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Learner");
        claims.put(CLAIM + "custom", Map.of("pixlti_target", "competence:9.9"));
        String token = TestPlatform.sign(claims);
        int before = output.getAll().length();
        assertRefused(launch(login, token), 400, "target-unknown");

        String logged = output.getAll().substring(before);
        assertThat(logged.strip().lines()).singleElement().asString().contains("target-unknown", "competence:9.9");
        assertThat(logged).doesNotContain("SECRET", "Martin", "lea@", token.substring(0, 40), login.state(),
                login.nonce());

        claims.put("iss", "https://evil.example\nforged line");
        assertRefused(launch(login(), TestPlatform.sign(claims)), 400, "platform-unknown");
        assertThat(output.getAll()).contains("platform-unknown https://evil.example?forged?line");
    }
}
