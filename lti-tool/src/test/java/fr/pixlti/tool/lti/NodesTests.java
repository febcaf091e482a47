package fr.pixlti.tool.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import fr.pixlti.tool.lti.domain.ToolKeyRing;
import fr.pixlti.tool.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Several nodes, several starts: keys, secrets, platforms of the settings, launches. */
class NodesTests extends LtiRoomTest {

    @TempDir
    Path data;

    private ConfigurableApplicationContext node(String[] database, String... properties) {
        String[] all = Stream.of(database, new String[]{"pixlti.data-dir=" + data, "server.port=0"}, properties)
                .flatMap(Stream::of).map(property -> "--" + property).toArray(String[]::new);
        return new SpringApplicationBuilder(LtiRoom.class).web(WebApplicationType.SERVLET).run(all);
    }

    private static String kid(ConfigurableApplicationContext node) {
        return node.getBean(ToolKeyRing.class).signingKey().getKeyID();
    }

    @Test
    void the_key_set_is_public_and_may_be_cached() throws ParseException {
        HttpResponse<String> response = get("/.well-known/jwks.json", Map.of());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=300, public");
        JWK key = JWKSet.parse(response.body()).getKeys().getFirst();
        assertThat(key.isPrivate()).isFalse();
        assertThat(key.toJSONObject()).containsEntry("alg", "RS256").containsEntry("use", "sig")
                .containsEntry("kty", "RSA").containsOnlyKeys("alg", "use", "kty", "kid", "n", "e");
        assertThat(response.body()).doesNotContain("\"d\"");
    }

    @Test
    void nodes_that_start_at_once_agree_on_one_key_and_one_secret() throws Exception {
        String[] database = TestDatabase.fresh();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<ConfigurableApplicationContext> one = threads.submit(() -> node(database));
            Future<ConfigurableApplicationContext> two = threads.submit(() -> node(database));
            try (ConfigurableApplicationContext first = one.get(); ConfigurableApplicationContext second = two.get()) {
                assertThat(kid(first)).isEqualTo(kid(second));
            }
        }
    }

    @Test
    void a_key_survives_a_restart_and_a_wrong_secret_stops_it() throws IOException {
        String[] database = TestDatabase.fresh();
        String kid;
        try (ConfigurableApplicationContext first = node(database)) {
            kid = kid(first);
            byte[] stored = first.getBean(DSLContext.class)
                    .fetchSingle("SELECT private_key_encrypted FROM lti_tool_key")
                    .get(0, byte[].class);
            assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("RSA");
        }
        Path secret = data.resolve("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))).isEqualTo("rw-------");
        assertThat(Files.readString(secret).strip()).matches("[0-9a-f]{64}");
        try (ConfigurableApplicationContext again = node(database)) {
            assertThat(kid(again)).isEqualTo(kid);
        }
        assertThatThrownBy(() -> node(database, "pixlti.secret=quite another secret").close()).rootCause()
                .isInstanceOf(javax.crypto.AEADBadTagException.class);
        assertThatThrownBy(() -> node(database, "pixlti.secret=quite another secret").close())
                .hasStackTraceContaining("pixlti.secret is not the one");
        try (ConfigurableApplicationContext same = node(database,
                "pixlti.secret=" + Files.readString(secret).strip())) {
            assertThat(kid(same)).isEqualTo(kid);
        }
    }

    @Test
    void of_a_launch_posted_to_two_nodes_at_once_one_gets_in(@Autowired Environment environment) throws Exception {
        String[] database = Stream.of("url", "username", "password")
                .map(name -> "spring.datasource." + name + "=" + environment.getProperty("spring.datasource." + name))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext node = node(database, "pixlti.secret=a secret only for tests",
                "pixlti.public-url=https://tool.example"); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            int there = Integer.parseInt(String.valueOf(node.getEnvironment().getProperty("local.server.port")));
            for (int round = 0; round < 5; round++) {
                Login login = login();
                Map<String, String> form = Map.of("state", login.state(), "id_token",
                        TestPlatform.sign(TestPlatform.claims(login.nonce(), "Learner")));
                List<Callable<Integer>> posts = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    int to = i % 2 == 0 ? there : port;
                    posts.add(() -> post(to, "/lti/launch", form, Map.of("Cookie", login.cookie())).statusCode());
                }
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> answer : threads.invokeAll(posts)) {
                    statuses.add(answer.get());
                }
                assertThat(statuses).containsOnlyOnce(303).containsOnly(303, 401);
            }
            assertThat(admission.arrivals.size() + node.getBean(TestAdmission.class).arrivals.size()).isEqualTo(5);
        }
    }

    @Test
    void platforms_of_the_settings_are_applied_at_each_start_without_duplicates() {
        String[] database = TestDatabase.fresh();
        String at = "pixlti.lti.platforms[0].";
        String[] settings = {at + "name=Moodle", at + "issuer=https://m.example", at + "client-id=c",
            at + "deployment-ids=1,2", at + "authentication-request-url=https://m.example/auth",
            at + "access-token-url=https://m.example/token", at + "key-set-url=https://m.example/jwks"};
        node(database, settings).close();
        settings[0] = at + "name=Moodle du lycée";
        settings[3] = at + "deployment-ids=2,3";
        settings[6] = at + "key-set-url=https://m.example/other";
        try (ConfigurableApplicationContext second = node(database, settings)) {
            DSLContext db = second.getBean(DSLContext.class);
            assertThat(db.fetchSingle("SELECT name, key_set_url, frame_origins FROM lti_platform").intoList())
                    .isEqualTo(List.of("Moodle du lycée", "https://m.example/other", "https://m.example"));
            assertThat(db.fetch("SELECT deployment_id, status FROM lti_deployment ORDER BY deployment_id")
                    .map(row -> row.get(0, String.class) + row.get(1, String.class)))
                    .isEqualTo(List.of("1APPROVED", "2APPROVED", "3APPROVED"));
        }
    }
}
