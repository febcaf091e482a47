package fr.pixlti.tool.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launch side of the demo LMS does what a Moodle 4.5 was seen to do. */
class DemoLaunchTests {

    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

    private static PlatformDouble lms;
    private PretendTool tool;
    private final Browser browser = Browser.framed();

    @BeforeAll
    static void start() {
        lms = PlatformDouble.start();
    }

    @AfterAll
    static void stop() {
        lms.close();
    }

    @BeforeEach
    void pretend() throws IOException {
        lms.reset();
        tool = new PretendTool(lms);
    }

    @AfterEach
    void end() {
        tool.close();
    }

    @Test
    void a_launch_goes_from_the_course_to_the_tool() {
        Reply page = open(lms.pupil(0));

        assertThat(page.body()).contains("launched");
        assertThat(tool.logins.getFirst()).containsOnlyKeys("iss", "target_link_uri", "login_hint", "lti_message_hint",
                "client_id", "lti_deployment_id").containsEntry("iss", lms.url())
                .containsEntry("login_hint", lms.pupil(0).id()).containsEntry("lti_deployment_id", "1")
                .containsEntry("target_link_uri", tool.url() + "/lti/launch")
                .hasEntrySatisfying("lti_message_hint",
                        hint -> assertThat(hint).contains("\"launchid\":\"ltilaunch1_"));
        assertThat(tool.launches.getFirst()).containsKey("id_token").containsEntry("state", "state-1");
    }

    @Test
    void the_token_has_the_shape_of_moodles() throws Exception {
        open(lms.pupil(0));
        SignedJWT token = SignedJWT.parse(tool.launches.getFirst().get("id_token"));
        Map<String, Object> claims = token.getPayload().toJSONObject();

        JWKSet keys = JWKSet.load(URI.create(lms.keySetUrl()).toURL());
        assertThat(token.verify(new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        assertThat(keys.getKeys().getFirst().toJSONObject()).containsEntry("alg", "RS256").containsEntry("use", "sig")
                .doesNotContainKey("d");
        assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant())
                .isEqualTo(token.getJWTClaimsSet().getIssueTime().toInstant().plusSeconds(60));
        assertThat(claims).containsEntry("aud", PlatformDouble.CLIENT_ID).containsEntry("iss", lms.url())
                .containsEntry("sub", "4").containsEntry("nonce", "nonce-1").containsEntry("name", "Inès Benali")
                .containsEntry(LTI + "deployment_id", "1").containsEntry(LTI + "version", "1.3.0")
                .containsEntry(LTI + "message_type", "LtiResourceLinkRequest")
                .containsEntry(LTI + "target_link_uri", tool.url() + "/lti/launch")
                .containsEntry(LTI + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"))
                .containsEntry(LTI + "context", Map.of("id", "2", "label", "NUM", "title", "Découverte du numérique",
                        "type", List.of("CourseSection")))
                .containsEntry(LTI + "lis", Map.of("person_sourcedid", "E2024-017", "course_section_sourcedid", ""))
                .containsEntry(LTI + "ext", Map.of("user_username", "i.benali", "lms", "moodle-2"))
                .containsEntry(LTI + "custom", Map.of("context_history", "", "link_history",
                        "$ResourceLink.id.history", "pixlti_target", "competence:1.1"));
        assertThat(claims.get(LTI + "resource_link")).asString().contains("id=1", "title=Mener une recherche");
        assertThat(claims.get(LTI + "launch_presentation")).asString().contains("locale=fr", "document_target=iframe",
                "return_url=" + lms.url() + "/as/4/return", "sesskey=");
        assertThat(claims.get(LTI + "tool_platform")).asString().contains("product_family_code=moodle",
                "version=2024100706", "guid=");
        assertThat(claims.get("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint")).asString().contains(
                "scope=[https://purl.imsglobal.org/spec/lti-ags/scope/lineitem, ",
                "lineitems=" + lms.url() + "/lti/services/2/lineitems?type_id=1",
                "lineitem=" + lms.url() + "/lti/services/2/lineitems/1/lineitem?type_id=1");
    }

    @Test
    void a_teacher_is_an_instructor_and_a_link_without_target_says_none() throws Exception {
        lms.launch(browser, lms.teacher(), lms.unsetActivity()).open();
        Map<String, Object> claims = claims();

        assertThat(claims).containsEntry(LTI + "roles",
                List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"));
        assertThat(claims.get(LTI + "custom")).asString().doesNotContain("pixlti_target");
    }

    @Test
    void custom_keys_are_also_sent_in_lower_case() throws Exception {
        Activity activity = lms.addActivity("Test", Map.of("Pixlti-Target", "profile"), "1");
        lms.launch(browser, lms.pupil(0), activity).open();

        assertThat(claims().get(LTI + "custom")).asString().contains("Pixlti-Target=profile", "pixlti_target=profile");
    }

    @Test
    void a_new_window_is_announced_as_one() throws Exception {
        Reply start = browser.get(lms.startUrl(lms.pupil(0), lms.activity("competence:1.1")) + "?in=WINDOW");
        browser.submit(browser.submit(start.form()).form());

        assertThat(claims().get(LTI + "launch_presentation")).asString().contains("document_target=window");
    }

    @ParameterizedTest
    @CsvSource({"scope, openid profile", "scope, ''", "response_type, code", "nonce, ''", "redirect_uri, ''",
        "redirect_uri, http://localhost:1/elsewhere", "lti_message_hint, 17",
        "lti_message_hint, '{\"launchid\":\"ltilaunch1_1\"}'", "lti_message_hint, ''"})
    void a_question_that_leads_to_no_launch_gets_moodles_page(String parameter, String value) {
        tool.question = change(parameter, value);
        Reply reply = browser.follow(lms.launch(browser, lms.pupil(0), lms.activity("competence:1.1")).login());

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).contains("Rouvrez l&#39;activité").doesNotContain("id_token", "<form");
        assertThat(tool.launches).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"client_id, other, unauthorized_client", "login_hint, 5, access_denied",
        "response_mode, query, invalid_request", "response_mode, '', invalid_request",
        "prompt, login, invalid_request"})
    void other_faults_are_posted_back_to_the_tool(String parameter, String value, String error) {
        tool.question = change(parameter, value);
        open(lms.pupil(0));

        assertThat(tool.launches.getFirst()).containsEntry("error", error).containsEntry("state", "state-1")
                .doesNotContainKey("id_token");
    }

    @Test
    void prompt_may_be_left_empty() {
        tool.question = change("prompt", "");
        open(lms.pupil(0));

        assertThat(tool.launches.getFirst()).containsKey("id_token");
    }

    @Test
    void a_message_hint_is_good_for_one_question() {
        URI question = lms.launch(browser, lms.pupil(0), lms.activity("competence:1.1")).login().redirect()
                .orElseThrow();

        assertThat(browser.getOnly(question.toString()).status()).isEqualTo(200);
        assertThat(browser.getOnly(question.toString()).status()).isEqualTo(404);
    }

    @Test
    void the_question_must_come_by_get() {
        assertThat(PretendTool.post(lms.authUrl(), "application/x-www-form-urlencoded", "scope=openid").statusCode())
                .isEqualTo(405);
    }

    @Test
    void several_deployments_and_clients_live_side_by_side() throws Exception {
        lms.addDeployment("7", "another-client");
        tool.question = change("client_id", "another-client");
        lms.launch(browser, lms.pupil(1), lms.addActivity("Autre", Map.of(), "7")).open();

        assertThat(claims()).containsEntry("aud", "another-client").containsEntry(LTI + "deployment_id", "7");
    }

    @Test
    void a_token_can_be_altered_and_forged() throws Exception {
        var stranger = PretendTool.newKey();
        lms.launch(browser, lms.pupil(0), lms.activity("competence:1.1")).claims(claims -> claims.remove("sub"))
                .keyId(null).signedBy(stranger).open();
        SignedJWT token = SignedJWT.parse(tool.launches.getFirst().get("id_token"));

        assertThat(token.getJWTClaimsSet().getSubject()).isNull();
        assertThat(token.getHeader().getKeyID()).isNull();
        assertThat(token.verify(new RSASSAVerifier(stranger))).isTrue();
    }

    @Test
    void only_partitioned_cookies_reach_a_frame() {
        open(lms.pupil(0));

        assertThat(tool.launches.getFirst()).containsEntry("cookies", "chips=1");
    }

    @Test
    void a_cross_site_post_in_a_window_drops_lax_cookies() {
        lms.launch(Browser.window(), lms.pupil(0), lms.activity("competence:1.1")).open();

        assertThat(tool.launches.getFirst()).containsEntry("cookies", "none=1; chips=1");
    }

    @Test
    void a_login_may_begin_by_get() {
        lms.launch(browser, lms.pupil(0), lms.activity("competence:1.1")).loginByGet().open();

        assertThat(tool.launches.getFirst()).containsKey("id_token");
    }

    private Reply open(Person person) {
        return lms.launch(browser, person, lms.activity("competence:1.1")).open();
    }

    private Map<String, Object> claims() throws Exception {
        return SignedJWT.parse(tool.launches.getFirst().get("id_token")).getPayload().toJSONObject();
    }

    private static UnaryOperator<Map<String, String>> change(String name, String value) {
        return query -> {
            query.put(name, value);
            return query;
        };
    }
}
