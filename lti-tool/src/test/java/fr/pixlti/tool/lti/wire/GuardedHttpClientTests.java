package fr.pixlti.tool.lti.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outgoing calls cannot be turned against this machine or its network (facts/lti.md §3 rule 5). */
class GuardedHttpClientTests {

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));
    private final GuardedHttpClient http = new GuardedHttpClient(Duration.ofMillis(800));

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok("{}")));
    }

    @AfterEach
    void stop() throws IOException {
        server.stop();
        http.close();
    }

    private HttpAnswer get(String address, boolean allowPrivate) throws IOException {
        return http.send(HttpCall.get(URI.create(address), Map.of()), allowPrivate, 1_000);
    }

    private String own() {
        return "http://127.0.0.1:" + server.port();
    }

    @Test
    void private_addresses_are_refused_without_a_connection() {
        int port = server.httpsPort();
        for (String host : new String[]{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0",
            "2130706433"}) {
            assertThatThrownBy(() -> get("https://" + host + ":" + port + "/", false)).as(host)
                    .isInstanceOf(UnknownHostException.class);
        }
        server.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void only_https_is_called_unless_the_platform_may_be_private() throws IOException {
        assertThatThrownBy(() -> get("http://example.org/", false)).isInstanceOf(IOException.class)
                .hasMessageContaining("https");
        for (String address : new String[]{"ftp://example.org/", "file:///etc/passwd", "https://user@127.0.0.1/",
            "/x"}) {
            assertThatThrownBy(() -> get(address, true)).isInstanceOf(IOException.class).hasMessageContaining("https");
        }
        assertThat(get(own() + "/", true).status()).isEqualTo(200);
        server.verify(getRequestedFor(urlEqualTo("/")).withHeader("User-Agent", matching("PixLTI/.+")));
    }

    @Test
    void a_redirect_is_not_followed() throws IOException {
        server.stubFor(any(urlEqualTo("/moved"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", own() + "/secret")));
        assertThat(get(own() + "/moved", true).status()).isEqualTo(302);
        server.verify(0, getRequestedFor(urlEqualTo("/secret")));
    }

    @Test
    void an_answer_may_not_be_too_long() {
        server.stubFor(any(urlEqualTo("/long")).willReturn(ok("x".repeat(1_001))));
        assertThatThrownBy(() -> get(own() + "/long", true)).isInstanceOf(IOException.class)
                .hasMessageContaining("longer than 1000");
    }

    @Test
    void an_answer_may_not_drip_for_ever() {
        server.stubFor(any(urlEqualTo("/slow")).willReturn(ok("x".repeat(500)).withChunkedDribbleDelay(100, 60_000)));
        assertThatThrownBy(() -> get(own() + "/slow", true)).isInstanceOf(java.io.InterruptedIOException.class)
                .hasMessageContaining("No whole answer");
    }

    @Test
    void cookies_of_platforms_are_not_kept() throws IOException {
        server.stubFor(any(urlEqualTo("/cookie")).willReturn(ok().withHeader("Set-Cookie", "a=b; Path=/")));
        assertThat(get(own() + "/cookie", true).status()).isEqualTo(200);
        assertThat(get(own() + "/again", true).status()).isEqualTo(200);
        server.verify(getRequestedFor(urlEqualTo("/again")).withoutHeader("Cookie"));
    }
}
