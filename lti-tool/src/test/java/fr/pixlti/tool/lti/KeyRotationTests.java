package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import fr.pixlti.tool.lti.domain.Registrations;
import fr.pixlti.tool.lti.domain.RotateKeys;
import fr.pixlti.tool.lti.domain.RotateKeys.Shown;
import fr.pixlti.tool.lti.domain.RotateKeys.State;
import fr.pixlti.tool.lti.domain.ToolKeyRing;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.testing.TestDatabase;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The tool's keys follow one another on two nodes, before a platform that remembers the key set. */
@NullMarked
class KeyRotationTests {

    private static final Duration OVERLAP = Duration.ofHours(48);
    private static final CurrentOperator OPERATOR = new CurrentOperator(new UUID(0, 9), "Nadia",
            Set.of(CurrentOperator.Role.OPERATOR));
    private static final Pattern ASSERTION = Pattern.compile("client_assertion=([^&]+)");

    private final WireMockServer platform = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private JWKSet remembered = new JWKSet();

    @BeforeEach
    void start() {
        platform.start();
        platform.stubFor(WireMock.post(urlEqualTo("/token"))
                .willReturn(ok("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
        platform.stubFor(WireMock.post(urlPathEqualTo("/item/scores")).willReturn(ok()));
        String[] database = TestDatabase.fresh();
        String at = "pixlti.lti.platforms[0].";
        String[] settings = {"server.port=0", "pixlti.secret=a secret only for tests",
            "pixlti.data-dir=target/lti-test",
            at + "issuer=" + platform.baseUrl(), at + "client-id=c", at + "deployment-ids=1",
            at + "authentication-request-url=" + platform.baseUrl() + "/auth",
            at + "access-token-url=" + platform.baseUrl() + "/token",
            at + "key-set-url=" + platform.baseUrl() + "/jwks", at + "allow-private-addresses=true"};
        for (int i = 0; i < 2; i++) {
            nodes.add(new SpringApplicationBuilder(LtiRoom.class).web(WebApplicationType.SERVLET).run(
                    Stream.of(database, settings).flatMap(Stream::of).map(each -> "--" + each).toArray(String[]::new)));
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(ConfigurableApplicationContext::close);
        platform.stop();
    }

    @Test
    void no_token_is_lost_while_keys_follow_one_another_before_a_platform_that_reads_them_every_two_days()
            throws Exception {
        List<String> signers = new ArrayList<>();
        Duration sinceRead = OVERLAP;
        for (int hours = 0; hours <= 200 * 24; hours += 8) {
            if (sinceRead.compareTo(OVERLAP) >= 0) {
                remembered = read(nodes.get(hours / 8 % 2));
                sinceRead = Duration.ZERO;
            }
            for (ConfigurableApplicationContext node : nodes) {
                // As the job does, on both nodes.
                node.getBean(RotateKeys.class).whenDue();
                signers.add(kid(node));
                assertThat(remembered.getKeyByKeyId(kid(node))).as("after %s hours", hours).isNotNull();
            }
            if (hours % 240 == 0) {
                nodes.forEach(this::sendsAScore);
            }
            pass(Duration.ofHours(8));
            sinceRead = sinceRead.plusHours(8);
        }

        assertThat(signers.stream().distinct()).hasSize(3);
        assertThat(all(0)).hasSize(3).extracting(Shown::state).containsExactly(State.SIGNS, State.RETIRED,
                State.RETIRED);
        assertThat(read(nodes.get(1)).getKeys()).hasSize(1);
    }

    @Test
    void of_nodes_that_rotate_and_operators_who_press_at_once_one_makes_the_key() throws Exception {
        for (int round = 1; round <= 4; round++) {
            int seen = round;
            List<Callable<Boolean>> presses = IntStream.range(0, 6).<Callable<Boolean>>mapToObj(
                    i -> () -> nodes.get(i % 2).getBean(RotateKeys.class).rotate(OPERATOR, seen)).toList();
            assertThat(answers(presses)).containsOnlyOnce(true);
            assertThat(all(0)).hasSize(round + 1).extracting(Shown::generation).doesNotHaveDuplicates();
        }
        pass(Duration.ofDays(200));
        List<Callable<Boolean>> jobs = IntStream.range(0, 6).<Callable<Boolean>>mapToObj(i -> () -> {
            nodes.get(i % 2).getBean(RotateKeys.class).whenDue();
            return true;
        }).toList();
        answers(jobs);
        assertThat(all(1)).hasSize(6).first().extracting(Shown::madeBy).isNull();
        List<String> deeds = nodes.stream().flatMap(node -> node.getBean(TestAuditLog.class).deeds.stream()).toList();
        assertThat(deeds).hasSize(4).allMatch(deed -> deed.startsWith("Nadia lti.key-made "));
    }

    @Test
    void a_new_key_is_published_before_it_signs_and_the_old_one_after_it_has() throws Exception {
        String old = kid(nodes.get(0));
        nodes.get(0).getBean(RotateKeys.class).rotate(OPERATOR, 1);
        String next = all(0).getFirst().kid();
        pass(Duration.ofMinutes(1));
        for (ConfigurableApplicationContext node : nodes) {
            assertThat(kid(node)).isEqualTo(old);
            assertThat(read(node).getKeys()).extracting(JWK::getKeyID).containsExactlyInAnyOrder(old, next);
        }
        pass(OVERLAP);
        for (ConfigurableApplicationContext node : nodes) {
            assertThat(kid(node)).isEqualTo(next);
            assertThat(read(node).getKeys()).extracting(JWK::getKeyID).containsExactlyInAnyOrder(old, next);
        }
        pass(OVERLAP);
        assertThat(read(nodes.get(1)).getKeys()).extracting(JWK::getKeyID).containsExactly(next);
    }

    @Test
    void a_leaked_key_is_gone_at_once_whichever_it_is() throws Exception {
        RotateKeys rotateKeys = nodes.get(0).getBean(RotateKeys.class);
        Shown signing = all(0).getFirst();
        assertThat(kid(nodes.get(1))).isEqualTo(signing.kid());
        rotateKeys.retireAtOnce(OPERATOR, signing.id());
        assertThat(kid(nodes.get(1))).as("the other node, which remembers the keys").isNotEqualTo(signing.kid());
        String spare = kid(nodes.get(0));
        assertThat(kid(nodes.get(1))).isEqualTo(spare);
        assertThat(read(nodes.get(0)).getKeys()).extracting(JWK::getKeyID).containsExactly(spare);
        pass(Duration.ofSeconds(31));
        assertThat(kid(nodes.get(1))).isEqualTo(spare);
        assertThatThrownBy(() -> rotateKeys.retireAtOnce(OPERATOR, signing.id())).isInstanceOf(DomainError.class);

        rotateKeys.rotate(OPERATOR, 2);
        Shown next = all(0).getFirst();
        rotateKeys.retireAtOnce(OPERATOR, next.id());
        assertThat(kid(nodes.get(0))).isEqualTo(spare);
        assertThat(all(0)).first().extracting(Shown::state).isEqualTo(State.NEXT);

        Shown coming = all(0).getFirst();
        rotateKeys.retireAtOnce(OPERATOR, all(0).stream().filter(key -> key.kid().equals(spare)).findFirst()
                .orElseThrow().id());
        assertThat(kid(nodes.get(0))).isEqualTo(coming.kid());
        pass(Duration.ofDays(300));
        assertThat(read(nodes.get(1)).getKeys()).hasSize(1);
    }

    @Test
    void nothing_is_signed_with_a_leaked_key_on_a_node_whose_clock_is_late() throws Exception {
        nodes.get(0).getBean(TestClock.class).advance(Duration.ofSeconds(40));
        Shown leaked = all(0).getFirst();
        remembered = read(nodes.get(1));
        sendsAScore(nodes.get(1));

        nodes.get(0).getBean(RotateKeys.class).retireAtOnce(OPERATOR, leaked.id());
        remembered = read(nodes.get(0));
        assertThat(remembered.getKeys()).extracting(JWK::getKeyID).doesNotContain(leaked.kid());
        nodes.get(1).getBean(TestClock.class).advance(Duration.ofSeconds(20));
        assertThat(kid(nodes.get(1))).isEqualTo(all(0).getFirst().kid());
        // Past the life of its access token, so that another one has to be signed for.
        nodes.forEach(node -> node.getBean(TestClock.class).advance(Duration.ofMinutes(10)));
        sendsAScore(nodes.get(1));
    }

    /** The platform checks the assertion with what it remembers of the key set. */
    private void sendsAScore(ConfigurableApplicationContext node) {
        platform.resetRequests();
        UUID id = node.getBean(Registrations.class).ofIssuer(platform.baseUrl()).getFirst().platform().id();
        LtiApi.ScoreOutcome outcome = node.getBean(LtiApi.class).postScore(id,
                new LtiApi.ScorePost(platform.baseUrl() + "/item", "u", Instant.now(), BigDecimal.ONE, BigDecimal.TEN,
                        null));
        assertThat(outcome).isInstanceOf(LtiApi.ScoreOutcome.Taken.class);
        String form = platform.findAll(postRequestedFor(urlEqualTo("/token"))).getFirst().getBodyAsString();
        try {
            SignedJWT assertion = SignedJWT.parse(ASSERTION.matcher(form).results().findFirst().orElseThrow().group(1));
            JWK key = Objects.requireNonNull(remembered.getKeyByKeyId(assertion.getHeader().getKeyID()));
            assertThat(assertion.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<Shown> all(int node) {
        return nodes.get(node).getBean(RotateKeys.class).all(OPERATOR);
    }

    private void pass(Duration time) {
        nodes.forEach(node -> {
            node.getBean(TestClock.class).advance(time);
            // The half minute for which a node remembers the keys passes with the machine's clock, not with the test's.
            forget(node);
        });
    }

    private static void forget(ConfigurableApplicationContext node) {
        node.getBean(ToolKeyRing.class).refresh();
    }

    private static String kid(ConfigurableApplicationContext node) {
        return node.getBean(ToolKeyRing.class).signingKey().getKeyID();
    }

    private JWKSet read(ConfigurableApplicationContext node) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + node.getEnvironment().getProperty("local.server.port")
                + "/.well-known/jwks.json");
        return JWKSet.parse(
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    private static List<Boolean> answers(List<Callable<Boolean>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Boolean> answers = new ArrayList<>();
            for (Future<Boolean> each : threads.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
