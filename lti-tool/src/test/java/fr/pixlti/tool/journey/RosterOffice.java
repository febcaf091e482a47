package fr.pixlti.tool.journey;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A platform that tells who is in its courses, with a tool that reads it: launches are the double's, tokens and rosters
 * come from a server beside it.
 */
record RosterOffice(PlatformDouble lms, Tool tool, WireMockServer server) implements AutoCloseable {

    static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    private static final String TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    static RosterOffice open() {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        server.stubFor(post(urlPathEqualTo("/token"))
                .willReturn(okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}")));
        PlatformDouble lms = PlatformDouble.start();
        int port = Tool.freePort();
        String url = "http://localhost:" + port;
        String[] settings = Stream.concat(Arrays.stream(TestDatabase.fresh()),
                Stream.of("pixlti.lti.platforms[0].access-token-url=" + server.baseUrl() + "/token"))
                .toArray(String[]::new);
        Tool tool = Tool.node(lms, port, url, settings);
        lms.toolAt(url);
        return new RosterOffice(lms, tool, server);
    }

    static String path(String course) {
        return "/courses/" + course + "/memberships";
    }

    /** The claim that says where a course's roster is. */
    Map<String, Object> claim(String course) {
        return Map.of("context_memberships_url", server.baseUrl() + path(course), "service_versions", List.of("2.0"));
    }

    /** From now on the roster of the course names its teacher and these pupils. */
    void names(String course, Person... pupils) {
        String members = Stream.concat(Stream.of(lms.teacher()), Arrays.stream(pupils)).map(person -> """
                {"user_id":"%1$s","status":"Active","given_name":"%2$s","family_name":"%3$s","name":"%2$s %3$s",
                "roles":["http://purl.imsglobal.org/vocab/lis/v2/membership#%4$s"]}""".formatted(person.id(),
                person.givenName(), person.familyName(), person.teacher() ? "Instructor" : "Learner"))
                .collect(Collectors.joining(","));
        server.stubFor(WireMock.get(urlPathEqualTo(path(course)))
                .willReturn(okForContentType(TYPE, "{\"id\":\"x\",\"members\":[" + members + "]}")));
    }

    /** From now on the roster of the course names these pupils, over pages that lead to one another. */
    void names(String course, List<String> pupils, int perPage) {
        int pages = (pupils.size() + perPage - 1) / perPage;
        for (int page = 1; page <= pages; page++) {
            String members = pupils.subList((page - 1) * perPage, Math.min(page * perPage, pupils.size())).stream()
                    .map(id -> """
                            {"user_id":"%1$s","status":"Active","given_name":"Élève","family_name":"%1$s",
                            "roles":["Learner"]}""".formatted(id))
                    .collect(Collectors.joining(","));
            ResponseDefinitionBuilder answer = okForContentType(TYPE, "{\"id\":\"x\",\"members\":[" + members + "]}");
            server.stubFor(WireMock.get(page(course, page)).willReturn(page == pages
                    ? answer
                    : answer.withHeader("Link",
                            "<" + server.baseUrl() + path(course) + "?page=" + (page + 1) + ">; rel=\"next\"")));
        }
    }

    /** From now on that page of the roster, the first being 1, cannot be read. */
    void failsAt(String course, int page, int status) {
        server.stubFor(WireMock.get(page(course, page)).willReturn(aResponse().withStatus(status)));
    }

    private static UrlPattern page(String course, int page) {
        return urlEqualTo(page == 1 ? path(course) : path(course) + "?page=" + page);
    }

    /** From now on the roster of the course cannot be read. */
    void fails(String course, int status) {
        server.stubFor(WireMock.get(urlPathEqualTo(path(course))).willReturn(aResponse().withStatus(status)));
    }

    @Override
    public void close() {
        tool.close();
        lms.close();
        server.stop();
    }
}
