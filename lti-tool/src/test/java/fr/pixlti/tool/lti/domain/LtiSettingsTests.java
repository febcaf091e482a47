package fr.pixlti.tool.lti.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A fault in the settings stops the start and names the setting. */
class LtiSettingsTests {

    private static final Map<String, String> RIGHT = Map.of("name", "Moodle du lycée", "issuer",
            "https://moodle.example",
            "client-id", "abc", "deployment-ids[0]", "1", "authentication-request-url",
            "https://moodle.example/mod/lti/auth.php", "access-token-url", "https://moodle.example/mod/lti/token.php",
            "key-set-url", "https://moodle.example/mod/lti/certs.php");

    @EnableConfigurationProperties(LtiSettings.class)
    static class Bound {}

    private static ApplicationContextRunner with(Map<String, String> changes) {
        List<String> properties = new ArrayList<>();
        RIGHT.forEach((name, value) -> properties.add("pixlti.lti.platforms[0]." + name + "=" + value));
        changes.forEach((name, value) -> properties.add("pixlti.lti." + name + "=" + value));
        return new ApplicationContextRunner().withUserConfiguration(Bound.class)
                .withPropertyValues(properties.toArray(String[]::new));
    }

    private static void assertFault(Map<String, String> changes, String... said) {
        with(changes).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure()).rootCause().message().contains(said);
        });
    }

    @Test
    void right_settings_are_read() {
        with(Map.of()).run(context -> {
            LtiSettings settings = context.getBean(LtiSettings.class);
            assertThat(settings.loginLifetime()).hasMinutes(10);
            assertThat(settings.platforms()).singleElement().satisfies(platform -> {
                assertThat(platform.name()).isEqualTo("Moodle du lycée");
                assertThat(platform.deploymentIds()).containsExactly("1");
                assertThat(platform.accessTokenAudience()).isNull();
                assertThat(platform.allowPrivateAddresses()).isFalse();
            });
        });
    }

    @Test
    void no_platform_at_all_is_right_too() {
        new ApplicationContextRunner().withUserConfiguration(Bound.class)
                .run(context -> assertThat(context.getBean(LtiSettings.class).platforms()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"issuer,''", "client-id,''", "authentication-request-url,''", "access-token-url,''", "key-set-url,''",
        "key-set-url,http://moodle.example/certs", "access-token-url,moodle.example/token",
        "access-token-url,https://user:pass@moodle.example/token", "authentication-request-url,ftp://moodle.example",
        "key-set-url,https://moodle example/", "key-set-url,https:///certs", "issuer,https://lycée.example",
        "'deployment-ids[0]',' '", "'frame-origins[0]',https://moodle.example/path",
        "'frame-origins[0]',http://moodle.example"})
    void a_fault_names_the_setting(String name, String value) {
        assertFault(Map.of("platforms[0]." + name, value), "pixlti.lti.platforms[0]." + name);
    }

    @Test
    void a_fault_in_the_second_platform_is_counted_right() {
        assertFault(Map.of("platforms[1].issuer", "https://other.example", "platforms[1].client-id", "x",
                "platforms[1].authentication-request-url", "https://other.example/auth",
                "platforms[1].access-token-url",
                "https://other.example/token"), "pixlti.lti.platforms[1].key-set-url is missing");
    }

    @Test
    void one_client_is_given_once() {
        Map<String, String> twice = new java.util.HashMap<>();
        RIGHT.forEach((name, value) -> twice.put("platforms[1]." + name, value));
        assertFault(twice, "pixlti.lti.platforms[1].client-id", "twice");
    }

    @Test
    void other_settings_are_named_too() {
        assertFault(Map.of("login-lifetime", "5s"), "pixlti.lti.login-lifetime");
        for (String host : new String[]{"https://moodle.example", "moodle.example/path", "*", "moodle example"}) {
            assertFault(Map.of("open-registration-hosts[0]", host), "pixlti.lti.open-registration-hosts[0]", host);
        }
        assertFault(Map.of("platforms[0].issuer", "https://" + "x".repeat(300)), "pixlti.lti.platforms[0].issuer");
    }

    @Test
    void http_is_for_platforms_that_may_be_private() {
        with(Map.of("platforms[0].key-set-url", "http://127.0.0.1:9/certs", "platforms[0].allow-private-addresses",
                "true")).run(context -> assertThat(context).hasNotFailed());
    }
}
