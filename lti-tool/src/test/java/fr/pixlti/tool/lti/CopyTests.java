package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static fr.pixlti.tool.lti.TestPlatform.CLAIM;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.nimbusds.jose.jwk.RSAKey;
import fr.pixlti.tool.lti.domain.HandleNotices;
import fr.pixlti.tool.lti.domain.RegisterHandlers;
import fr.pixlti.tool.lti.domain.ResourceLinks;
import fr.pixlti.tool.shared.Transactions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Copied courses: links that say which they were copied from, and notices that say it of courses (PNS 1.0). */
class CopyTests extends PlatformServiceTest {

    private static final String COPY = "LtiContextCopyNotice";

    @Autowired
    ResourceLinks links;

    @Autowired
    Transactions transactions;

    @Autowired
    HandleNotices handleNotices;

    @Autowired
    RegisterHandlers registerHandlers;

    private String unique = "";

    @BeforeEach
    void now() {
        // Tokens are dated by the real clock.
        clock.reset();
        unique = UUID.randomUUID().toString();
    }

    private String id(String name) {
        return name + "-" + unique;
    }

    private HttpResponse<String> open(String link, String course, @Nullable String role, Map<String, String> custom,
            Consumer<Map<String, Object>> change) {
        Login login = login();
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), role == null ? "Learner" : role);
        claims.put(CLAIM + "resource_link", Map.of("id", id(link), "title", "Rechercher"));
        claims.put(CLAIM + "context", Map.of("id", id(course)));
        claims.put(CLAIM + "custom", custom);
        change.accept(claims);
        return launch(login, TestPlatform.sign(claims));
    }

    private HttpResponse<String> open(String link, String course, Map<String, String> custom) {
        return open(link, course, null, custom, claims -> {});
    }

    private LtiApi.Link link(String link) {
        return lti.link(transactions.call(() -> links.ofPlatform(moodle(), List.of(id(link)))).getFirst().id())
                .orElseThrow();
    }

    private LtiApi.Link picked(String link, String course, String competence) {
        open(link, course, Map.of());
        lti.pickTarget(link(link).id(), new Target("competence", competence));
        return link(link);
    }

    @Test
    void a_copied_link_points_where_its_origin_does() {
        LtiApi.Link origin = picked("old", "2025", "4.2");
        assertThat(open("new", "2026", Map.of("link_history", id("older") + ", " + id("old"))).headers()
                .firstValue("Location")).contains("/~test/opened/4.2/LEARNER");
        assertThat(activities.copies).singleElement().satisfies(copy -> {
            assertThat(copy.originLinkId()).isEqualTo(origin.id());
            assertThat(copy.linkId()).isEqualTo(link("new").id());
            assertThat(copy.target()).isEqualTo(new Target("competence", "4.2"));
        });
        open("new", "2026", Map.of("link_history", id("old")));
        assertThat(activities.copies).as("asked for once").hasSize(1);
    }

    @Test
    void what_a_copied_link_says_itself_goes_first_and_columns_come_along() {
        open("old", "2025", Map.of("pixlti_target", "competence:4.2", "pixlti_columns", "areas"));
        open("new", "2026", Map.of("pixlti_target", "competence:1.1", "link_history", id("old")));
        assertThat(link("new").columns()).isEqualTo(Columns.SCORE);
        open("bare", "2026", Map.of("link_history", id("old")));
        open("bare", "2026", Map.of("link_history", id("old")));
        assertThat(link("bare").columns()).isEqualTo(Columns.AREAS);
    }

    @Test
    void without_a_history_or_with_an_unknown_one_a_link_is_new() {
        picked("old", "2025", "4.2");
        open("new", "2026", Map.of());
        open("other", "2026", Map.of("link_history", "$ResourceLink.id.history"));
        open("third", "2026", Map.of("link_history", id("nobody")));
        assertThat(activities.copies).isEmpty();
        assertThat(link("new").pickedTarget()).isNull();
    }

    private Map<String, Object> notice(String type, String course, String... origins) {
        Map<String, Object> claims = new LinkedHashMap<>(TestPlatform.claims(UUID.randomUUID().toString(), "Learner"));
        claims.keySet().removeAll(List.of("sub", CLAIM + "resource_link", CLAIM + "message_type", CLAIM + "roles"));
        claims.put("jti", UUID.randomUUID().toString());
        claims.put(CLAIM + "notice", Map.of("id", UUID.randomUUID().toString(), "type", type, "timestamp", "x"));
        claims.put(CLAIM + "context", Map.of("id", id(course)));
        claims.put(CLAIM + "origin_contexts", Arrays.stream(origins).map(this::id).toList());
        return claims;
    }

    private int notify(String... tokens) {
        return send(Arrays.stream(tokens).map(token -> "{\"jwt\":\"" + token + "\"}")
                .collect(Collectors.joining(",", "{\"notices\":[", "]}")));
    }

    private int send(String body) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/lti/notices"))
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_notice_says_where_a_course_was_copied_from_before_anybody_comes() {
        LtiApi.Link origin = picked("old", "2025", "4.2");
        assertThat(notify(TestPlatform.sign(notice(COPY, "2026", "2025")))).isEqualTo(202);
        handleNotices.run();
        assertThat(open("new", "2026", Map.of()).headers().firstValue("Location"))
                .contains("/~test/opened/4.2/LEARNER");
        assertThat(activities.copies).singleElement()
                .satisfies(copy -> assertThat(copy.originLinkId()).isEqualTo(origin.id()));
    }

    @Test
    void two_links_of_one_title_are_not_guessed() {
        picked("old", "2025", "4.2");
        picked("old-too", "2025", "1.1");
        notify(TestPlatform.sign(notice(COPY, "2026", "2025")));
        handleNotices.run();
        open("new", "2026", Map.of());
        assertThat(activities.copies).isEmpty();
    }

    @Test
    void greetings_unknown_types_and_repetitions_are_accepted() {
        String hello = TestPlatform.sign(notice("LtiHelloWorldNotice", "2026"));
        assertThat(notify(hello)).isEqualTo(202);
        assertThat(notify(hello)).isEqualTo(202);
        assertThat(notify(TestPlatform.sign(notice("LtiSomethingNewNotice", "2026")))).isEqualTo(202);
        handleNotices.run();
    }

    @Test
    void what_is_not_right_is_refused_and_not_kept() {
        picked("old", "2025", "4.2");
        RSAKey stranger = TestPlatform.OTHER_KEY;
        assertThat(notify(TestPlatform.sign(notice(COPY, "2026", "2025"), stranger,
                header -> header.keyID(TestPlatform.KEY.getKeyID())))).isEqualTo(401);
        assertThat(notify(TestPlatform.sign(notice(COPY, "2026", "2025"), TestPlatform.KEY, header -> {})))
                .isEqualTo(401);
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of("aud", "somebody", "iss", "https://x.example",
                "exp", 22222, "iat", 11111, CLAIM + "deployment_id", "unheard-of", CLAIM + "version", "11.3",
                CLAIM + "notice", Map.of("id", "1")).entrySet()) {
            Map<String, Object> claims = notice(COPY, "2026", "2025");
            claims.put(wrong.getKey(), wrong.getValue());
            assertThat(notify(TestPlatform.sign(claims))).as(wrong.getKey()).isEqualTo(401);
        }
        for (String missing : List.of("nonce", "exp", "iat", CLAIM + "notice", CLAIM + "context")) {
            Map<String, Object> claims = notice(COPY, "2026", "2025");
            claims.remove(missing);
            assertThat(notify(TestPlatform.sign(claims))).as(missing).isEqualTo(401);
        }
        assertThat(notify("rubbish")).isEqualTo(401);
        assertThat(notify(TestPlatform.sign(TestPlatform.claims("n", "Learner")))).as("a launch").isEqualTo(401);
        for (String body : List.of("", "{", "{}", "{\"notices\":[]}", "[]")) {
            assertThat(send(body)).as(body).isEqualTo(400);
        }
        handleNotices.run();
        open("new", "2026", Map.of());
        assertThat(activities.copies).isEmpty();
    }

    @Test
    void of_several_the_right_ones_are_kept() {
        picked("old", "2025", "4.2");
        assertThat(notify("rubbish", TestPlatform.sign(notice(COPY, "2026", "2025")))).isEqualTo(202);
        handleNotices.run();
        open("new", "2026", Map.of());
        assertThat(activities.copies).hasSize(1);
    }

    @Test
    void handlers_are_registered_where_a_launch_offers_the_service_until_they_are_taken() {
        String service = "/notice-handlers/" + unique;
        Map<String, Object> offer = new HashMap<>(Map.of("service_versions", List.of("1.0"),
                "platform_notification_service_url", SERVER.baseUrl() + service, "notice_types_supported",
                List.of("LtiHelloWorldNotice", COPY, "LtiAssetProcessorSubmissionNotice")));
        SERVER.stubFor(WireMock.put(urlEqualTo(service)).willReturn(aResponse().withStatus(503)));
        for (int i = 0; i < 2; i++) {
            open("old", "2025", null, Map.of(), claims -> claims.put(CLAIM + "platformnotificationservice", offer));
        }
        registerHandlers.run();
        registerHandlers.run();
        SERVER.verify(1, putRequestedFor(urlEqualTo(service)));

        SERVER.stubFor(WireMock.put(urlEqualTo(service)).willReturn(aResponse().withStatus(200)));
        clock.advance(Duration.ofMinutes(6));
        registerHandlers.run();
        registerHandlers.run();
        SERVER.verify(3, putRequestedFor(urlEqualTo(service)));
        for (String type : List.of("LtiHelloWorldNotice", COPY)) {
            SERVER.verify(putRequestedFor(urlEqualTo(service)).withHeader("Content-Type", equalTo("application/json"))
                    .withRequestBody(equalToJson("{\"notice_type\":\"" + type
                            + "\",\"handler\":\"https://tool.example/lti/notices\"}")));
        }
    }
}
