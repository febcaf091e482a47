package fr.pixlti.tool.lti.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import fr.pixlti.tool.lti.TestPlatform;
import fr.pixlti.tool.lti.domain.Fault;
import fr.pixlti.tool.lti.domain.LaunchRefused;
import fr.pixlti.tool.lti.domain.Platform;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Key sets of platforms, the requests counted (facts/lti.md §3 rule 4). */
class PlatformKeySetsTests {

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final GuardedHttpClient http = new GuardedHttpClient(Duration.ofSeconds(10));
    private final PlatformKeySets keys = new PlatformKeySets(http);

    @BeforeEach
    void start() {
        server.start();
        publish("/jwks", TestPlatform.KEY);
    }

    @AfterEach
    void stop() throws IOException {
        server.stop();
        keys.close();
        http.close();
    }

    private void publish(String path, JWK... published) {
        server.stubFor(get(urlEqualTo(path)).willReturn(ok(new JWKSet(List.of(published)).toString(true))));
    }

    private Platform platform(String path) {
        return platform(server.baseUrl() + path, true);
    }

    private static Platform platform(String keySet, boolean allowPrivate) {
        URI address = URI.create("https://moodle.example/");
        return new Platform(new UUID(1, 2), "Moodle", Platform.Status.APPROVED, "https://moodle.example", "client",
                address, address, null,
                URI.create(keySet), List.of(), allowPrivate);
    }

    private Fault fault(Platform platform, String kid) {
        LaunchRefused refused = catchThrowableOfType(LaunchRefused.class, () -> keys.key(platform, kid));
        assertThat(refused).isNotNull();
        return refused.fault();
    }

    @Test
    void a_key_set_is_read_once_for_many_launches_at_once() throws Exception {
        List<Callable<Object>> launches = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            launches.add(() -> keys.key(platform("/jwks"), "platform-key"));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var key : threads.invokeAll(launches)) {
                assertThat(key.get()).isEqualTo(TestPlatform.KEY.toRSAPublicKey());
            }
        }
        server.verify(1, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void a_hundred_launches_with_unknown_kids_cause_two_requests_at_most() throws Exception {
        List<Callable<Fault>> launches = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String kid = "unknown-" + i;
            launches.add(() -> fault(platform("/jwks"), kid));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var fault : threads.invokeAll(launches)) {
                assertThat(fault.get()).isEqualTo(Fault.KID_UNKNOWN);
            }
        }
        assertThat(server.findAll(getRequestedFor(urlEqualTo("/jwks")))).hasSizeBetween(1, 2);
        assertThat(keys.key(platform("/jwks"), "platform-key")).isNotNull();
    }

    @Test
    void a_new_key_is_found_at_its_first_use() {
        assertThat(keys.key(platform("/jwks"), "platform-key")).isNotNull();
        publish("/jwks", TestPlatform.KEY, TestPlatform.key("rotated"));
        assertThat(keys.key(platform("/jwks"), "rotated")).isNotNull();
        server.verify(2, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void while_the_platform_is_away_known_keys_stay_good() {
        assertThat(keys.key(platform("/jwks"), "platform-key")).isNotNull();
        server.stubFor(get(urlEqualTo("/jwks")).willReturn(aResponse().withStatus(503)));
        assertThat(fault(platform("/jwks"), "other")).isEqualTo(Fault.KID_UNKNOWN);
        server.verify(2, getRequestedFor(urlEqualTo("/jwks")));
        assertThat(keys.key(platform("/jwks"), "platform-key")).isNotNull();
    }

    @Test
    void key_sets_are_kept_by_address_not_by_issuer() throws Exception {
        publish("/other", TestPlatform.OTHER_KEY);
        assertThat(keys.key(platform("/jwks"), "platform-key")).isEqualTo(TestPlatform.KEY.toRSAPublicKey());
        assertThat(keys.key(platform("/other"), "platform-key")).isEqualTo(TestPlatform.OTHER_KEY.toRSAPublicKey());
    }

    @Test
    void a_key_set_that_cannot_be_read_is_not_an_unknown_key() {
        server.stubFor(get(urlEqualTo("/broken")).willReturn(ok("<html>")));
        server.stubFor(get(urlEqualTo("/moved"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", server.baseUrl() + "/jwks")));
        server.stubFor(get(urlEqualTo("/huge")).willReturn(ok("x".repeat(300_000))));
        for (String path : new String[]{"/broken", "/moved", "/huge", "/missing"}) {
            assertThat(fault(platform(path), "platform-key")).as(path).isEqualTo(Fault.KEYS_UNREACHABLE);
        }
        server.verify(0, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void a_private_address_is_not_called_for_keys() {
        assertThat(fault(platform(server.baseUrl().replace("http:", "https:") + "/jwks", false), "platform-key"))
                .isEqualTo(Fault.KEYS_UNREACHABLE);
        server.verify(0, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void keys_that_do_not_sign_are_not_used() throws Exception {
        RSAKey encrypts = new RSAKey.Builder(TestPlatform.KEY).keyID("encrypts").keyUse(KeyUse.ENCRYPTION).build();
        java.security.KeyPairGenerator generator = java.security.KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        RSAKey weak = new RSAKey.Builder(
                (java.security.interfaces.RSAPublicKey) generator.generateKeyPair().getPublic())
                .keyID("weak").build();
        publish("/unfit", encrypts.toPublicJWK(), weak);
        assertThat(fault(platform("/unfit"), "encrypts")).isEqualTo(Fault.KID_UNKNOWN);
        assertThat(fault(platform("/unfit"), "weak")).isEqualTo(Fault.KID_UNKNOWN);
    }
}
