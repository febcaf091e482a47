package fr.pixlti.tool.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The roster of the demo LMS is what Moodle's is. */
class DemoRosterTests {

    private static final String SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    private static final String FORMAT = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private static PlatformDouble lms;
    private PretendTool tool;
    private String token = "";
    private String roster = "";

    @BeforeAll
    static void start() {
        lms = PlatformDouble.start("demo.roster=true");
    }

    @AfterAll
    static void stop() {
        lms.close();
    }

    @BeforeEach
    void pretend() throws IOException {
        lms.reset();
        tool = new PretendTool(lms);
        token = tool.token(SCOPE);
        roster = lms.url() + "/lti/services/2/bindings/1/memberships";
    }

    @AfterEach
    void end() {
        tool.close();
    }

    private HttpResponse<String> get(String url) {
        return PretendTool.call("GET", url, token, FORMAT, "", "");
    }

    private JsonNode read(String url) {
        HttpResponse<String> answer = get(url);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(FORMAT);
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private static List<String> ids(JsonNode roster) {
        return roster.path("members").valueStream().map(member -> member.path("user_id").asString()).toList();
    }

    @Test
    void launches_say_where_it_is() throws ParseException {
        Browser browser = Browser.framed();
        String idToken = lms.launch(browser, lms.pupil(0), lms.activity("competence:1.1")).answer().fields()
                .getOrDefault("id_token", "");
        assertThat(SignedJWT.parse(idToken).getPayload().toJSONObject())
                .extractingByKey("https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice")
                .isEqualTo(Map.of("context_memberships_url", roster, "service_versions", List.of("2.0")));
    }

    @Test
    void without_a_limit_everybody_comes_at_once_as_moodle_names_them() {
        JsonNode read = read(roster);
        assertThat(read.path("id").asString()).isEqualTo(roster);
        assertThat(read.at("/context/id").asString()).isEqualTo("2");
        assertThat(ids(read)).containsExactly("3", "4", "5", "6");
        JsonNode pupil = read.at("/members/1");
        assertThat(pupil.path("status").asString()).isEqualTo("Active");
        assertThat(pupil.path("roles").valueStream().map(JsonNode::asString)).containsExactly("Learner");
        assertThat(pupil.path("name").asString()).isEqualTo("Inès Benali");
        assertThat(pupil.path("given_name").asString()).isEqualTo("Inès");
        assertThat(pupil.path("lis_person_sourcedid").asString()).isEqualTo("E2024-017");
        assertThat(pupil.has("message")).isFalse();
        assertThat(read.at("/members/0/roles/0").asString()).isEqualTo("Instructor");
        assertThat(get(roster).headers().firstValue("Link")).isEmpty();
    }

    @Test
    void pages_lead_to_one_another_until_everybody_was_named_once() {
        for (int i = 0; i < 9; i++) {
            lms.addPupil();
        }
        List<String> all = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String url = roster + "?limit=5";
        while (!url.isEmpty()) {
            HttpResponse<String> page = get(url);
            List<String> ids = ids(JsonMapper.builder().build().readTree(page.body()));
            all.addAll(ids);
            sizes.add(ids.size());
            Matcher next = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
            url = next.matches() ? next.group(1) : "";
        }
        assertThat(sizes).containsExactly(5, 5, 3);
        assertThat(all).doesNotHaveDuplicates().containsExactlyElementsOf(ids(read(roster)));
    }

    @ParameterizedTest
    @CsvSource({"Learner, 3", "Instructor, 1", "http://purl.imsglobal.org/vocab/lis/v2/membership%23Learner, 3",
        "Mentor, 4", "'', 4"})
    void a_role_is_a_filter_where_it_is_known(String role, int people) {
        assertThat(ids(read(roster + "?role=" + role))).hasSize(people);
    }

    @Test
    void further_pages_forget_the_role() {
        HttpResponse<String> page = get(roster + "?role=Learner&limit=2");
        assertThat(page.headers().firstValue("Link")).contains("<" + roster + "?limit=2&from=2>; rel=\"next\"");
    }

    @Test
    void a_link_brings_what_its_launches_would_say() {
        JsonNode message = read(roster + "?rlid=1").at("/members/1/message/0");
        assertThat(message.path(CLAIM + "message_type").asString()).isEqualTo("LtiResourceLinkRequest");
        assertThat(message.path(CLAIM + "custom").path("pixlti_target").asString()).isEqualTo("competence:1.1");
        assertThat(get(roster + "?rlid=99").statusCode()).isEqualTo(404);
        assertThat(get(roster + "?rlid=1&limit=1").headers().firstValue("Link"))
                .contains("<" + roster + "?limit=1&from=1&rlid=1>; rel=\"next\"");
    }

    @Test
    void a_token_of_its_scope_and_of_the_deployments_client_is_needed() {
        assertThat(PretendTool.call("GET", roster, "", FORMAT, "", "").statusCode()).isEqualTo(401);
        assertThat(PretendTool.call("GET", roster, "made-up", FORMAT, "", "").statusCode()).isEqualTo(401);
        String grades = tool.token(PretendTool.SCORE);
        assertThat(PretendTool.call("GET", roster, grades, FORMAT, "", "").statusCode()).isEqualTo(401);
        assertThat(PretendTool.call("GET", lms.url() + "/lti/services/2/lineitems", token,
                "application/vnd.ims.lis.v2.lineitemcontainer+json", "", "").statusCode()).isEqualTo(401);
        lms.addDeployment("77", "another-client");
        assertThat(get(roster.replace("/bindings/1/", "/bindings/77/")).statusCode()).isEqualTo(401);
        assertThat(get(roster.replace("/bindings/1/", "/bindings/78/")).statusCode()).isEqualTo(401);
        assertThat(get(roster.replace("/services/2/", "/services/9/")).statusCode()).isEqualTo(404);
        lms.revokeTokens();
        assertThat(get(roster).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", FORMAT + ", application/json"})
    void another_type_is_refused(String accept) {
        assertThat(PretendTool.call("GET", roster, token, accept, "", "").statusCode()).isEqualTo(400);
    }

    @Test
    void it_is_only_read() {
        assertThat(PretendTool.call("PUT", roster, token, "", FORMAT, "{}").statusCode()).isEqualTo(405);
    }
}
