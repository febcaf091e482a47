package fr.pixlti.tool.lti;

import static fr.pixlti.tool.lti.TestPlatform.CLAIM;
import static fr.pixlti.tool.lti.TestPlatform.MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The certification suite's cases 13 to 22 (facts/lti.md §2), and what a good launch hands on. */
class GoodLaunchTests extends LtiRoomTest {

    private static final List<String> BOTH = List.of("Instructor", "Learner");

    private HttpResponse<String> launch(String role, Consumer<Map<String, Object>> change) {
        Login login = login();
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), role);
        change.accept(claims);
        return launch(login, TestPlatform.sign(claims));
    }

    static Stream<Arguments> validPayloads() {
        List<String> personal = List.of("given_name", "family_name", "name", "email");
        Map<String, Consumer<Map<String, Object>>> changes = new HashMap<>();
        changes.put("13 standard", c -> {});
        changes.put("18 only email", c -> personal.stream().filter(p -> !p.equals("email")).forEach(c::remove));
        changes.put("19 only names", c -> c.remove("email"));
        changes.put("20 no personal data", c -> personal.forEach(c::remove));
        changes.put("21 email without context", c -> {
            personal.stream().filter(p -> !p.equals("email")).forEach(c::remove);
            c.remove(CLAIM + "context");
        });
        changes.put("audience as a list of one", c -> c.put("aud", List.of("client-1")));
        changes.put("audience as a list with azp", c -> {
            c.put("aud", List.of("client-1", "else"));
            c.put("azp", "client-1");
        });
        changes.put("issued half a minute ahead", c -> c.put("iat", Instant.now().getEpochSecond() + 30));
        changes.put("expired half a minute ago", c -> c.put("exp", Instant.now().getEpochSecond() - 30));
        changes.put("empty lists where PHP had no values", c -> c.put(CLAIM + "launch_presentation", List.of()));
        changes.put("a title too long to keep", c -> c.put(CLAIM + "resource_link",
                Map.of("id", "long-title", "title", "é".repeat(2_000))));
        return changes.entrySet().stream().flatMap(
                change -> BOTH.stream().map(role -> Arguments.of(change.getKey(), role, change.getValue())));
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("validPayloads")
    void a_valid_payload_opens_the_activity(String name, String role, Consumer<Map<String, Object>> change) {
        assertOpened(launch(role, change), "/~test/opened/1.1/" + role.toUpperCase(Locale.ROOT));
        assertThat(admission.arrivals).hasSize(1);
    }

    static Stream<Arguments> roles() {
        return Stream.of(
                Arguments.of("14 multiple roles", List.of(MEMBERSHIP + "Instructor", MEMBERSHIP + "Learner"),
                        "INSTRUCTOR"),
                Arguments.of("14 multiple roles of a student", List.of(MEMBERSHIP + "Learner", MEMBERSHIP + "Mentor"),
                        "LEARNER"),
                Arguments.of("15 short role", List.of("Learner"), "LEARNER"),
                Arguments.of("15 short role of a teacher", List.of("Instructor"), "INSTRUCTOR"),
                Arguments.of("16 unknown role beside a known one",
                        List.of("urn:unknown#Wizard", MEMBERSHIP + "Learner"), "LEARNER"),
                Arguments.of("16 of a teacher", List.of("urn:unknown#Wizard", MEMBERSHIP + "Instructor"), "INSTRUCTOR"),
                Arguments.of("17 no role", List.of(), "OBSERVER"),
                Arguments.of("17 an empty role", List.of(""), "OBSERVER"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roles")
    void roles_are_understood(String name, List<String> roles, String expected) {
        assertOpened(launch("Learner", claims -> claims.put(CLAIM + "roles", roles)), "/~test/opened/1.1/" + expected);
    }

    @Test
    void suite_22_a_student_may_come_with_a_resource_link_alone() {
        HttpResponse<String> response = launch("Learner", claims -> claims.keySet()
                .retainAll(List.of("iss", "aud", "sub", "nonce", "iat", "exp", CLAIM + "deployment_id",
                        CLAIM + "version",
                        CLAIM + "message_type", CLAIM + "target_link_uri", CLAIM + "roles", CLAIM + "resource_link")));
        assertOpened(response, "/~test/lti/not-ready");
    }

    @Test
    void the_person_the_course_and_the_way_back_are_handed_on() {
        Login login = login();
        assertOpened(launch(login, TestPlatform.sign(TestPlatform.claims(login.nonce(), "Learner"))),
                "/~test/opened/1.1/LEARNER");

        assertThat(admission.arrivals).singleElement().satisfies(arrival -> {
            assertThat(arrival.loginId()).hasToString(loginId(login));
            assertThat(arrival.subject()).isEqualTo("12");
            assertThat(arrival.givenName()).isEqualTo("Léa");
            assertThat(arrival.fullName()).isEqualTo("Léa Martin");
            assertThat(arrival.contextId()).isEqualTo("3");
            assertThat(arrival.contextTitle()).isEqualTo("Numérique");
            assertThat(arrival.locale()).isEqualTo(Locale.FRENCH);
            assertThat(arrival.returnUrl()).isEqualTo("https://moodle.example/back?sesskey=SECRET");
            assertThat(arrival.platformName()).isEqualTo("Platform 0");
            assertThat(arrival.role()).isEqualTo(LtiRole.LEARNER);
        });
        assertThat(activities.openings).singleElement().satisfies(opening -> {
            assertThat(opening.linkTitle()).isEqualTo("Rechercher");
            assertThat(opening.courseId()).isEqualTo(new UUID(7, 7));
        });
    }

    @Test
    void variables_that_the_platform_did_not_fill_in_count_as_absent() {
        for (Object value : new Object[]{"$ResourceLink.pixlti", "", " "}) {
            Map<String, Object> custom = new HashMap<>();
            custom.put("pixlti_target", value);
            assertOpened(launch("Learner", claims -> {
                claims.put(CLAIM + "custom", custom);
                claims.put(CLAIM + "resource_link", Map.of("id", "unset"));
            }), "/~test/lti/not-ready");
        }
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("pixlti_target", null);
        assertOpened(launch("Learner", claims -> {
            claims.put(CLAIM + "custom", nothing);
            claims.put(CLAIM + "resource_link", Map.of("id", "unset"));
        }), "/~test/lti/not-ready");
    }

    @Test
    void registrations_that_share_an_issuer_are_told_apart() {
        Map<String, String> form = loginParameters();
        form.put("iss", "https://canvas.example");
        form.put("client_id", "client-b");
        form.put("lti_deployment_id", "b2");
        Login login = login(form);
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Learner");
        claims.put("iss", "https://canvas.example");
        claims.put("aud", List.of("client-b"));
        claims.put(CLAIM + "deployment_id", "b2");
        assertOpened(launch(login, TestPlatform.sign(claims)), "/~test/opened/1.1/LEARNER");
        admission.reset();
        activities.openings.clear();

        Login another = login(form);
        claims.put("nonce", another.nonce());
        claims.put("aud", "client-a");
        assertRefused(launch(another, TestPlatform.sign(claims)), 401, "login-of-other-platform");
    }

    @Test
    void what_a_room_refuses_to_open_is_said_in_its_words() {
        HttpResponse<String> response = launch("Learner",
                claims -> claims.put(CLAIM + "custom", Map.of("pixlti_target", "competence:refused")));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Quelqu’un a déjà choisi", "lti.already-picked");
        assertThat(sessionCookie(response)).isNull();
    }

    @Test
    void a_login_does_not_last_for_ever() {
        Login login = login();
        clock.advance(Duration.ofMinutes(11));
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Learner");
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("exp", clock.instant().getEpochSecond() + 60);
        assertRefused(launch(login, TestPlatform.sign(claims)), 401, "login-expired");
    }
}
