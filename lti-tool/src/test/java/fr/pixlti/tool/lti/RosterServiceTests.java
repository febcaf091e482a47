package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import fr.pixlti.tool.lti.RosterReading.Failed;
import fr.pixlti.tool.lti.RosterReading.Member;
import fr.pixlti.tool.lti.RosterReading.Read;
import fr.pixlti.tool.lti.RosterReading.Reason;
import fr.pixlti.tool.lti.RosterReading.Status;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rosters over HTTP (certification suite, NRPS 31 to 35): pages as Canvas makes them, strictness as Moodle's. */
class RosterServiceTests extends PlatformServiceTest {

    private static final String TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final String ROSTER = "/courses/7/memberships";

    private RosterReading read() {
        return lti.readRoster(moodle(), SERVER.baseUrl() + ROSTER);
    }

    private static void page(String path, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(WireMock.get(urlEqualTo(path)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder members(String members) {
        return okForContentType(TYPE, "{\"id\":\"x\",\"context\":{\"id\":\"7\"},\"members\":[" + members + "]}");
    }

    private static String pupils(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "{\"user_id\":\"" + i + "\",\"status\":\"Active\",\"roles\":[\"Learner\"]}")
                .collect(Collectors.joining(","));
    }

    @Test
    void the_request_is_what_the_suite_and_moodle_want() {
        page(ROSTER, members(pupils(0, 30)));

        assertThat(read()).isInstanceOfSatisfying(Read.class, read -> {
            assertThat(read.members()).hasSize(30);
            assertThat(read.differencesUrl()).isNull();
        });
        SERVER.verify(1, getRequestedFor(urlEqualTo(ROSTER)).withHeader("Accept", equalTo(TYPE))
                .withHeader("Authorization", equalTo("Bearer token-1")));
        SERVER.verify(1, postRequestedFor(urlEqualTo("/token")).withRequestBody(
                containing(
                        "scope=https%3A%2F%2Fpurl.imsglobal.org%2Fspec%2Flti-nrps%2Fscope%2Fcontextmembership.readonly")));
    }

    @Test
    void five_thousand_people_over_a_hundred_pages_are_all_read() {
        for (int i = 0; i < 100; i++) {
            String next = i == 99 ? "" : "<" + SERVER.baseUrl() + ROSTER + "?page=" + (i + 1) + ">; rel=\"next\"";
            page(ROSTER + (i == 0 ? "" : "?page=" + i),
                    members(pupils(i * 50, 50)).withHeader("Link",
                            "<" + SERVER.baseUrl() + ROSTER + ">; rel=\"first\""
                                    + (next.isEmpty() ? "" : ", " + next)));
        }

        assertThat(read()).isInstanceOfSatisfying(Read.class,
                read -> assertThat(read.members()).extracting(Member::userId).doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(0, 5_000).mapToObj(String::valueOf).toList()));
        SERVER.verify(100, getRequestedFor(urlPathEqualTo(ROSTER)));
    }

    @Test
    void members_are_understood_as_platforms_write_them() {
        page(ROSTER, members("""
                {"user_id":"1","roles":["http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"],
                 "name":"Ada Byron","given_name":"Ada","family_name":"Byron","email":"ada@example.org"},
                {"user_id":2,"status":"Inactive","roles":["Learner","Alien"]},
                {"user_id":"3","status":"Deleted","roles":["Learner"]},
                {"user_id":"4","status":"Active","roles":["Mentor"],"name":" "},
                {"user_id":"5","status":"Active","roles":["Learner"]},
                {"user_id":"5","status":"Active",
                 "roles":["http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant"]}"""));

        assertThat(read()).isInstanceOfSatisfying(Read.class, read -> assertThat(read.members()).containsExactly(
                new Member("1", LtiRole.INSTRUCTOR, Status.ACTIVE, "Ada", "Byron", "Ada Byron", "ada@example.org"),
                new Member("2", LtiRole.LEARNER, Status.INACTIVE, null, null, null, null),
                new Member("3", LtiRole.LEARNER, Status.DELETED, null, null, null, null),
                new Member("4", LtiRole.OBSERVER, Status.ACTIVE, null, null, null, null),
                new Member("5", LtiRole.INSTRUCTOR, Status.ACTIVE, null, null, null, null)));
    }

    @Test
    void links_on_lines_of_their_own_are_found_and_the_last_differences_count() {
        page(ROSTER, members(pupils(0, 1)).withHeader("Link", "<?since=1>;rel=differences",
                "</courses/7/memberships?p=2>; title=\"a, b\"; rel=\"next last\""));
        page(ROSTER + "?p=2", members(pupils(1, 1)).withHeader("Link",
                "<" + SERVER.baseUrl() + ROSTER + "?since=2>; rel=\"differences\""));

        assertThat(read()).isInstanceOfSatisfying(Read.class, read -> {
            assertThat(read.members()).hasSize(2);
            assertThat(read.differencesUrl()).isEqualTo(SERVER.baseUrl() + ROSTER + "?since=2");
        });
    }

    @Test
    void differences_on_another_site_are_not_kept() {
        page(ROSTER, members(pupils(0, 1)).withHeader("Link", "<https://evil.example/since>; rel=\"differences\""));

        assertThat(read()).isInstanceOfSatisfying(Read.class, read -> assertThat(read.differencesUrl()).isNull());
    }

    @ParameterizedTest
    @CsvSource({"500, UNREACHABLE", "503, UNREACHABLE", "429, BUSY", "404, REFUSED", "403, REFUSED", "302, REFUSED"})
    void a_page_that_fails_throws_the_whole_reading_away(int status, Reason reason) {
        page(ROSTER, members(pupils(0, 50)).withHeader("Link", "<?p=2>; rel=\"next\""));
        page(ROSTER + "?p=2", aResponse().withStatus(status).withHeader("Location", SERVER.baseUrl() + ROSTER));

        assertThat(read()).isEqualTo(new Failed(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"members\":[{\"roles\":[\"Learner\"]}]}", "{\"members\":{}}", "{}", "<html>", "",
        "{\"members\":[{\"user_id\":\"1\",\"roles\":[\"Learner\"]}"})
    void a_page_that_is_no_roster_throws_the_whole_reading_away(String body) {
        page(ROSTER, members(pupils(0, 50)).withHeader("Link", "<?p=2>; rel=\"next\""));
        page(ROSTER + "?p=2", okForContentType(TYPE, body));

        assertThat(read()).isEqualTo(new Failed(Reason.UNREADABLE));
    }

    @Test
    void a_connection_that_breaks_throws_the_whole_reading_away() {
        page(ROSTER, members(pupils(0, 50)).withHeader("Link", "<?p=2>; rel=\"next\""));
        page(ROSTER + "?p=2", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(read()).isEqualTo(new Failed(Reason.UNREACHABLE));
    }

    @Test
    void pages_in_a_circle_are_left() {
        page(ROSTER, members(pupils(0, 1)).withHeader("Link", "<?p=2>; rel=\"next\""));
        page(ROSTER + "?p=2", members(pupils(1, 1)).withHeader("Link", "<" + ROSTER + ">; rel=\"next\""));

        assertThat(read()).isEqualTo(new Failed(Reason.TOO_LONG));
        SERVER.verify(2, getRequestedFor(urlPathEqualTo(ROSTER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/next", "//127.0.0.1:1/next", "https://127.0.0.1/next", "data:x",
        "http://[broken"})
    void a_next_page_elsewhere_is_refused_and_never_asked_for(String next) {
        page(ROSTER, members(pupils(0, 1)).withHeader("Link", "<" + next + ">; rel=\"next\""));

        assertThat(read()).isEqualTo(new Failed(Reason.UNREADABLE));
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(ROSTER)));
    }

    @Test
    void no_token_no_platform_and_no_address_are_failures() {
        SERVER.stubFor(WireMock.post(urlEqualTo("/token")).willReturn(aResponse().withStatus(400)));
        assertThat(read()).isEqualTo(new Failed(Reason.REFUSED));
        assertThat(lti.readRoster(UUID.randomUUID(), SERVER.baseUrl() + ROSTER))
                .isEqualTo(new Failed(Reason.PLATFORM_UNKNOWN));
        assertThat(lti.readRoster(moodle(), "no address")).isEqualTo(new Failed(Reason.UNREADABLE));
    }
}
