package fr.pixlti.tool.lti;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.lti.domain.OneUseSecret;
import fr.pixlti.tool.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What tests of the room over HTTP share: platforms in the settings, a browser's steps. */
@SpringBootTest(classes = LtiRoom.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "pixlti.public-url=https://tool.example", "pixlti.secret=a secret only for tests",
    "pixlti.data-dir=target/lti-test"})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
public abstract class LtiRoomTest {

    protected static final String TARGET = "https://tool.example/lti/launch";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    @LocalServerPort
    int port;

    @Autowired
    protected TestAdmission admission;

    @Autowired
    protected TestActivities activities;

    @Autowired
    protected TestClock clock;

    @DynamicPropertySource
    static void platforms(DynamicPropertyRegistry registry) {
        platform(registry, 0, "https://moodle.example", "client-1", List.of("1", "2"), "/jwks");
        platform(registry, 1, "https://canvas.example", "client-a", List.of("a1"), "/jwks");
        platform(registry, 2, "https://canvas.example", "client-b", List.of("b1", "b2"), "/jwks");
        platform(registry, 3, "https://away.example", "client-1", List.of("1"), "/no-jwks");
        registry.add("pixlti.lti.platforms[0].frame-origins[0]", () -> "https://frames.moodle.example");
    }

    private static void platform(DynamicPropertyRegistry registry, int index, String issuer, String client,
            List<String> deployments, String keys) {
        String at = "pixlti.lti.platforms[" + index + "].";
        registry.add(at + "name", () -> "Platform " + index);
        registry.add(at + "issuer", () -> issuer);
        registry.add(at + "client-id", () -> client);
        for (int i = 0; i < deployments.size(); i++) {
            String deployment = deployments.get(i);
            registry.add(at + "deployment-ids[" + i + "]", () -> deployment);
        }
        registry.add(at + "authentication-request-url", () -> issuer + "/auth?tenant=1");
        registry.add(at + "access-token-url", () -> TestPlatform.SERVER.baseUrl() + "/token");
        registry.add(at + "key-set-url", () -> TestPlatform.SERVER.baseUrl() + keys);
        registry.add(at + "allow-private-addresses", () -> "true");
    }

    @BeforeEach
    void startAfresh() {
        admission.reset();
        activities.openings.clear();
        activities.copies.clear();
        clock.reset();
    }

    /** What a browser holds after a login. */
    protected record Login(HttpResponse<String> response, Map<String, String> query, String cookie) {

        String state() {
            return query.getOrDefault("state", "");
        }

        String nonce() {
            return query.getOrDefault("nonce", "");
        }
    }

    protected static Map<String, String> loginParameters() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("iss", "https://moodle.example");
        form.put("login_hint", "12");
        form.put("target_link_uri", TARGET);
        form.put("client_id", "client-1");
        form.put("lti_deployment_id", "1");
        form.put("lti_message_hint", "{\"cmid\":4,\"launchid\":\"é+ &\"}");
        return form;
    }

    protected Login login() {
        return login(loginParameters());
    }

    protected Login login(Map<String, String> form) {
        HttpResponse<String> response = post("/lti/login", form, Map.of());
        assertThat(response.statusCode()).isEqualTo(302);
        String location = response.headers().firstValue("Location").orElseThrow();
        Map<String, String> query = new HashMap<>();
        for (String pair : URI.create(location).getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        return new Login(response, query, cookie.substring(0, cookie.indexOf(';')));
    }

    /** Posts a launch as the browser that began the login. */
    protected HttpResponse<String> launch(Login login, String idToken) {
        return launch(idToken, login.state(), Map.of("Cookie", login.cookie()));
    }

    protected HttpResponse<String> launch(String idToken, String state, Map<String, String> headers) {
        return post("/lti/launch", Map.of("id_token", idToken, "state", state), headers);
    }

    protected HttpResponse<String> post(String path, Map<String, String> form, Map<String, String> headers) {
        return post(port, path, form, headers);
    }

    protected static HttpResponse<String> post(int port, String path, Map<String, String> form,
            Map<String, String> headers) {
        String body = form.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(port, path, headers).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Posts a form that may name a field several times. */
    protected HttpResponse<String> send(String path, String body, String cookies) {
        return send(request(port, path, Map.of("Cookie", cookies))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    protected HttpResponse<String> get(String path, Map<String, String> headers) {
        return send(request(port, path, headers).GET());
    }

    private static HttpRequest.Builder request(int port, String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", headers.getOrDefault("Accept-Language", "fr"));
        headers.forEach((name, value) -> {
            if (!name.equals("Accept-Language")) {
                request.header(name, value);
            }
        });
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The cookie of the session that an answer set, as the browser sends it back. */
    protected static @Nullable String sessionCookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(TestAdmission.COOKIE + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';'))).findFirst().orElse(null);
    }

    protected static void assertOpened(HttpResponse<String> response, String path) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains(path);
    }

    /** An error page in French, with the code, and nothing opened. */
    protected void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.body()).contains("<code>" + code + "</code>").contains("L’activité ne s’est pas ouverte")
                .doesNotContain("??", "Exception");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(sessionCookie(response)).isNull();
        assertThat(admission.arrivals).isEmpty();
        assertThat(activities.openings).isEmpty();
    }

    protected static String loginId(Login login) {
        return OneUseSecret.parse(login.state()).orElseThrow().id().toString();
    }
}
