package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection test of a platform's page: what works, and in plain words what does not. */
class ConnectionTests extends ConsoleTest {

    private static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    private static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/";
    private String client = "";
    private String path = "";

    @BeforeEach
    void everythingWorks() {
        client = agrees();
        register("/lti/register", describes(LISTED, LISTED), "t");
        path = page(known(LISTED, client).orElseThrow().platform().id());
        answers("/token", ok("{\"access_token\":\"token-9\",\"expires_in\":3600}"));
        answers("/columns?type_id=1", okJson("[]"));
        answers("/people?limit=1", okJson("{\"id\":\"x\",\"members\":[{\"user_id\":\"3\"}]}"));
    }

    private static void answers(String url, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(WireMock.any(urlEqualTo(url)).willReturn(answer));
    }

    private void launched(List<String> scopes) {
        Map<String, String> parameters = loginParameters();
        parameters.put("iss", LISTED);
        parameters.put("client_id", client);
        parameters.put("lti_deployment_id", "7");
        Login login = login(parameters);
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Instructor");
        claims.putAll(Map.of("iss", LISTED, "aud", client, TestPlatform.CLAIM + "deployment_id", "7", TestPlatform.AGS,
                Map.of("scope", scopes, "lineitems", LISTED + "/columns?type_id=1"), NRPS,
                Map.of("context_memberships_url", LISTED + "/people", "service_versions", List.of("2.0"))));
        assertOpened(launch(login, TestPlatform.sign(claims)), "/~test/opened/1.1/INSTRUCTOR");
    }

    private String test() {
        String page = operate(path, path + "/test", Map.of()).body();
        assertThat(page).doesNotContain("??");
        return page.replaceAll("\\s+", " ");
    }

    private void assertFound(String part, String verdict, String words) {
        assertThat(test()).containsPattern(">" + verdict + "</span> <span>" + part + "</span></dt> <dd>[^<]*" + words);
    }

    @Test
    void all_parts_of_a_platform_that_works_are_good() {
        launched(List.of(SCOPE + "lineitem", SCOPE + "score"));
        String page = test();
        assertThat(page.split(">Bien</span>", -1)).hasSize(6);
        assertThat(page).contains("1 clé(s) utilisable(s)", "Les colonnes du cours se lisent",
                "dernier cours ouvert : Numérique");
        SERVER.verify(getRequestedFor(urlEqualTo("/columns?type_id=1"))
                .withHeader("Accept", equalTo("application/vnd.ims.lis.v2.lineitemcontainer+json"))
                .withHeader("Authorization", equalTo("Bearer token-9")));
        SERVER.verify(getRequestedFor(urlEqualTo("/people?limit=1"))
                .withHeader("Accept", equalTo("application/vnd.ims.lti-nrps.v2.membershipcontainer+json")));
    }

    @Test
    void before_the_first_launch_the_courses_services_are_not_tried() {
        String page = test();
        assertThat(page.split(">Bien</span>", -1)).hasSize(4);
        assertThat(page).contains("Personne n’a encore ouvert d’activité depuis cette plateforme");
    }

    @Test
    void a_course_without_the_right_to_columns_is_told_so() {
        launched(List.of(SCOPE + "score"));
        assertFound("Colonnes du carnet de notes", "Pas testé", "mais pas de lire les colonnes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /config?x=1        | 503 | x                | La plateforme répond        | Problème  | Sa description répond par le code 503
            /config?x=1        | 200 | <html>           | La plateforme répond        | Problème  | Sa description ne se lit plus
            /jwks              | 404 | x                | Ses clés publiques          | Problème  | répond par le code 404
            /jwks              | 302 | x                | Ses clés publiques          | Problème  | répond par le code 302
            /jwks              | 200 | <html>           | Ses clés publiques          | Problème  | autre chose que des clés
            /jwks              | 200 | {"keys":[]}      | Ses clés publiques          | Problème  | Aucune clé publiée ne convient
            /token             | 400 | invalid_client   | Jeton d’accès               | Problème  | ne connaît pas cet identifiant de client
            /token             | 400 | No public keyset | Jeton d’accès               | Problème  | vérifier la signature de l’outil
            /token             | 503 | {"error":"busy"} | Jeton d’accès               | Problème  | Sa réponse : HTTP 503: busy
            /token             | 200 | <html>           | Jeton d’accès               | Problème  | mais sans jeton
            /token             | 403 | x                | Liste des élèves            | Pas testé | faut d’abord un jeton
            /columns?type_id=1 | 401 | x                | Colonnes du carnet de notes | Problème  | malgré son jeton
            /columns?type_id=1 | 500 | x                | Colonnes du carnet de notes | Problème  | HTTP 500
            /columns?type_id=1 | 200 | {}               | Colonnes du carnet de notes | Problème  | pas une liste de colonnes
            /people?limit=1    | 403 | Rate Limit       | Liste des élèves            | Problème  | HTTP 403: Rate Limit
            /people?limit=1    | 200 | []               | Liste des élèves            | Problème  | pas une liste de personnes
            """)
    void what_is_wrong_is_said(String url, int status, String body, String part, String verdict, String words) {
        launched(List.of(SCOPE + "lineitem"));
        answers(url, aResponse().withStatus(status).withBody(body));
        assertFound(part, verdict, words);
    }

    @Test
    void a_platform_that_moved_is_noticed() {
        SERVER.stubFor(WireMock.get(urlEqualTo("/config?x=1"))
                .willReturn(okJson(description(LISTED, LISTED).replace("/token\"", "/new-token\""))));
        assertFound("La plateforme répond", "Problème", "corrigez : token_endpoint");
    }

    @Test
    void a_platform_out_of_reach_is_told_from_one_that_refuses() {
        answers("/token", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        answers("/jwks", aResponse().withFixedDelay(4_000));
        String page = test();
        assertThat(page).contains("Le serveur ne répond pas à cette adresse", "Le serveur a mis trop de temps");
    }

    @Test
    void one_entered_by_hand_may_not_lead_into_the_tools_own_network() {
        String issuer = "https://hand" + System.nanoTime() + ".example";
        Map<String, String> form = new HashMap<>(Map.of("name", "Main", "issuer", issuer, "clientId", "c",
                "authenticationRequestUrl", "https://127.0.0.1:" + SERVER.port() + "/auth", "accessTokenUrl",
                "https://no-such-host.invalid/token", "keySetUrl", "https://localhost/jwks"));
        operate("/admin/platforms/new", "/admin/platforms/new", form);
        path = page(known(issuer, "c").orElseThrow().platform().id());
        SERVER.resetRequests();
        assertThat(test()).contains("réseau privé", "Aucun serveur ne porte ce nom");
        SERVER.verify(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
    }
}
