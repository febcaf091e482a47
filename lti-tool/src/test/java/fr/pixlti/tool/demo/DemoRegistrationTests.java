package fr.pixlti.tool.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A tool registers with the demo LMS by itself (LTI Dynamic Registration 1.0), as strictly as with Moodle. */
class DemoRegistrationTests {

    private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;
    private static PlatformDouble lms;
    private PretendTool tool;
    private final Browser administrator = Browser.window();

    @BeforeAll
    static void start() {
        lms = PlatformDouble.start("demo.data-file=" + folder.resolve("lms.json"));
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

    private Document tools() {
        return Jsoup.parse(administrator.get(lms.url() + "/tools").body(), lms.url());
    }

    private List<String> names() {
        return tools().select("li.card h2").eachText();
    }

    /** The administrator pastes an address; the page that follows. */
    private Reply paste(String address) {
        return administrator.submit(administrator.get(lms.url() + "/tools").form().with("address", address));
    }

    /** Where the LMS sends the browser, in a frame of its page. */
    private URI frame() {
        Elements frame = Jsoup.parse(paste(tool.url() + "/lti/register?lang=fr").body()).select("iframe");
        assertThat(frame.attr("data-closes-from")).isEqualTo(tool.url());
        assertThat(frame.attr("data-closes-to")).isEqualTo("/demo/tools");
        return URI.create(frame.attr("src"));
    }

    private static String parameter(URI address, String name) {
        return UriComponentsBuilder.fromUri(address).build(true).getQueryParams().getOrDefault(name, List.of(""))
                .getFirst();
    }

    private String token() {
        return parameter(frame(), "registration_token");
    }

    private ObjectNode document(Consumer<ObjectNode> change) {
        ObjectNode document = JSON.createObjectNode();
        document.put("application_type", "web").put("client_name", "Outil <b>essai</b>")
                .put("initiate_login_uri", tool.url() + "/lti/login")
                .put("jwks_uri", tool.url() + "/.well-known/jwks.json")
                .put("token_endpoint_auth_method", "private_key_jwt");
        document.putArray("response_types").add("id_token");
        document.putArray("redirect_uris").add(tool.url() + "/lti/launch");
        document.putObject(TOOL).put("domain", URI.create(tool.url()).getAuthority()).put("target_link_uri",
                tool.url() + "/lti/launch");
        change.accept(document);
        return document;
    }

    private HttpResponse<String> register(String token, String body) {
        return PretendTool.send(HttpRequest.newBuilder(URI.create(lms.url() + "/lti/registration"))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private HttpResponse<String> register(String token) {
        return register(token, document(same -> {}).toString());
    }

    @Test
    void the_platform_describes_itself_on_its_own_host() {
        Reply answer = Browser.window().get(lms.url() + "/openid-configuration");
        JsonNode said = JSON.readTree(answer.body());
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(said.path("issuer").asString()).isEqualTo(lms.url());
        assertThat(List.of("authorization_endpoint", "token_endpoint", "jwks_uri"))
                .extracting(name -> said.path(name).asString())
                .containsExactly(lms.authUrl(), lms.tokenUrl(), lms.keySetUrl());
        assertThat(said.path("registration_endpoint").asString()).startsWith(lms.url());
        assertThat(said.path("scopes_supported").toString()).contains("lti-nrps", "lti-ags/scope/score");
        assertThat(said.path("https://purl.imsglobal.org/spec/lti-platform-configuration").toString())
                .contains("LtiResourceLinkRequest", "LtiDeepLinkingRequest");
    }

    @Test
    void a_tool_registers_once_by_the_address_that_is_pasted_and_is_listed_for_good() {
        URI frame = frame();
        assertThat(frame.toString()).startsWith(tool.url() + "/lti/register?lang=fr&openid_configuration=");
        assertThat(parameter(frame, "openid_configuration")).isEqualTo(
                lms.url().replace(":", "%3A").replace("/", "%2F") + "%2Fopenid-configuration");
        String token = parameter(frame, "registration_token");
        HttpResponse<String> answer = register(token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode agreed = JSON.readTree(answer.body());
        String client = agreed.path("client_id").asString();
        assertThat(client).isNotBlank().isNotEqualTo(PlatformDouble.CLIENT_ID);
        assertThat(agreed.path(TOOL).path("deployment_id").asString()).isEqualTo("2");

        HttpResponse<String> twice = register(token);
        assertThat(twice.statusCode()).isEqualTo(401);
        assertThat(twice.body()).contains("token_already_used");
        assertThat(names()).containsExactly("Pix LTI, déclaré d'avance", "Outil <b>essai</b>");
        assertThat(tools().select("li.card").eachText().getLast()).contains(client);
        assertThat(register(token()).body()).as("another, by a right of its own").contains("\"deployment_id\":\"3\"");

        stop();
        start();
        lms.toolAt(tool.url());
        assertThat(names()).hasSize(3);
        String start = Jsoup.parse(administrator.get(tools().select("li.card a").getFirst().attr("abs:href")).body(),
                lms.url()).select("iframe").attr("abs:src");
        Reply.Form login = Browser.framed().get(start).form();
        assertThat(login.fields()).containsEntry("client_id", client).containsEntry("lti_deployment_id", "2");
    }

    @Test
    void of_two_requests_with_one_right_at_once_one_registers() throws Exception {
        String token = token();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                answers.add(threads.submit(() -> register(token).statusCode()));
            }
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
        assertThat(names()).hasSize(2);
    }

    @Test
    void without_a_right_or_after_its_hour_nothing_is_registered() {
        assertThat(register("").statusCode()).isEqualTo(401);
        assertThat(register("made-up").body()).contains("invalid_token");
        String token = token();
        lms.clock().advance(Duration.ofMinutes(61));
        assertThat(register(token).statusCode()).isEqualTo(401);
        assertThat(names()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_name", "initiate_login_uri", "jwks_uri", "response_types", "redirect_uris",
        "token_endpoint_auth_method", TOOL})
    void a_document_without_what_is_required_is_refused_and_leaves_the_right(String missing) {
        String token = token();
        HttpResponse<String> answer = register(token, document(document -> document.remove(missing)).toString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(names()).hasSize(1);
        assertThat(register(token).statusCode()).isEqualTo(200);
    }

    @Test
    void another_domain_another_tool_and_no_document_are_refused() {
        String token = token();
        assertThat(register(token, document(document -> document.withObjectProperty(TOOL).put("domain",
                "other.example")).toString()).body()).contains("domain");
        assertThat(register(token, document(document -> document.put("jwks_uri", "https://other.example/jwks"))
                .toString()).body()).contains("only the tool at");
        assertThat(register(token, "[]").statusCode()).isEqualTo(400);
        assertThat(register(token, "{").statusCode()).isEqualTo(400);
        assertThat(names()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://other.example/lti/register", "@other.example/", ".other.example/",
        "/lti/register\"><script>"})
    void an_address_of_another_site_is_marked_and_leads_nowhere(String address) {
        String pasted = address.startsWith("https") || address.isEmpty() ? address : tool.url() + address;
        Reply page = paste(pasted);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("aria-invalid=\"true\"", "role=\"alert\"").doesNotContain("<iframe",
                "<script>");
        assertThat(Jsoup.parse(page.body()).select("#address").attr("value")).isEqualTo(pasted);
    }

    @Test
    void a_form_on_another_site_gets_no_right_and_an_unknown_right_leads_back() {
        Reply.Form form = administrator.get(lms.url() + "/tools").form();
        Browser elsewhere = Browser.window();
        elsewhere.get(tool.url() + "/.well-known/jwks.json");
        assertThat(elsewhere.submitOnly(form).status()).isEqualTo(403);
        assertThat(administrator.get(lms.url() + "/tools/register/made-up").uri().getPath()).isEqualTo("/demo/tools");
        assertThat(administrator.get(lms.url() + "/as/3/add?deployment=99").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void the_page_around_the_frame_speaks_both_languages(String language) {
        administrator.speaking(language);
        Reply page = paste(tool.url() + "/lti/register");
        assertThat(page.body()).contains("lang=\"" + language + "\"",
                language.equals("fr") ? "Voici la page de l&#39;outil" : "This is the tool&#39;s page")
                .doesNotContain("??demo.", "style=", "onclick");
        register(parameter(URI.create(Jsoup.parse(page.body()).select("iframe").attr("src")), "registration_token"));
        assertThat(tools().text()).contains(language.equals("fr") ? "S'est déclaré le" : "Registered itself on")
                .doesNotContain("??demo.");
        assertThat(administrator.get(lms.url() + "/as/3/messages").body())
                .contains(language.equals("fr") ? "se déclare auprès du LMS" : "registers with the LMS");
    }
}
