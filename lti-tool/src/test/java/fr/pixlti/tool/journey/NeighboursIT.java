package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fr.pixlti.tool.shell.PublicPaths;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.server.PathContainer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Whoever tries another's ids meets nothing and changes nothing, at every handler that is not for everybody. */
@ExtendWith(Journey.class)
class NeighboursIT {

    private static final int NOT_FOUND = 404;
    private static final int REFUSED = 401;
    private static final int FINE = 200;

    /** Everything that a request could change, sessions aside. */
    private static final List<String> TABLES = List.of("campaign_campaign", "campaign_participation",
            "assessment_assessment", "assessment_answer", "assessment_knowledge", "assessment_leaving",
            "assessment_report", "assessment_saved_lesson", "gradebook_score", "campaign_settings",
            "campaign_sending", "campaign_topic_result", "campaign_competence_result", "campaign_badge_result",
            "lti_resource_link", "lti_content", "campaign_link", "campaign_part", "campaign_copy", "people_person",
            "people_enrolment", "people_course", "people_group", "people_group_member", "people_roster");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * How a handler is tried.
     *
     * @param fellow what another learner of the course is answered
     * @param colleague what the teacher of the course is answered, 0 when the request is the teacher's own
     */
    private record Case(Function<Scene, String> path, List<Map.Entry<String, String>> fields, int fellow,
            int colleague) {

        static Case ofLearner(Function<Scene, String> path, String... field) {
            return new Case(path, field.length == 0 ? List.of() : List.of(Map.entry(field[0], field[1])), NOT_FOUND,
                    NOT_FOUND);
        }
    }

    private static final Map<String, Case> CASES = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /participations/{id}", Case.ofLearner(Scene::participation)),
            Map.entry("POST /participations/{id}/test", Case.ofLearner(scene -> scene.participation() + "/test")),
            Map.entry("POST /participations/{id}/fresh-test",
                    Case.ofLearner(scene -> scene.participation() + "/fresh-test")),
            Map.entry("GET /assessments/{id}", Case.ofLearner(Scene::running)),
            Map.entry("POST /assessments/{id}/answers", new Case(scene -> scene.running() + "/answers",
                    List.of(Map.entry("position", "1"), Map.entry("action", "skip")), NOT_FOUND, NOT_FOUND)),
            Map.entry("POST /assessments/{id}/clock", Case.ofLearner(scene -> scene.running() + "/clock")),
            Map.entry("POST /assessments/{id}/leavings",
                    Case.ofLearner(scene -> scene.running() + "/leavings", "position", "1")),
            Map.entry("POST /assessments/{id}/checkpoint",
                    Case.ofLearner(scene -> scene.running() + "/checkpoint", "answered", "5")),
            Map.entry("POST /assessments/{id}/reports",
                    new Case(scene -> scene.finished() + "/reports",
                            List.of(Map.entry("report.position", "1"), Map.entry("report.category", "OTHER")),
                            NOT_FOUND, NOT_FOUND)),
            Map.entry("GET /assessments/{id}/review", Case.ofLearner(scene -> scene.finished() + "/review")),
            Map.entry("GET /campaigns/{id}/results",
                    new Case(scene -> scene.campaign() + "/results", List.of(), NOT_FOUND, 0)),
            // Holds nothing of anybody: open to everyone in the course.
            Map.entry("GET /campaigns/{id}/about", new Case(scene -> scene.campaign() + "/about", List.of(), FINE, 0)),
            Map.entry("POST /campaigns/{id}/preview",
                    new Case(scene -> scene.campaign() + "/preview", List.of(), NOT_FOUND, 0)),
            Map.entry("GET /campaigns/{id}/participations/{participation}",
                    new Case(Scene::work, List.of(), NOT_FOUND, 0)),
            Map.entry("POST /campaigns/{id}/roster",
                    new Case(scene -> scene.campaign() + "/roster", List.of(), NOT_FOUND, 0)),
            Map.entry("POST /campaigns/{id}/copy",
                    new Case(scene -> scene.campaign() + "/copy", List.of(Map.entry("together", "true")), NOT_FOUND,
                            0)),
            Map.entry("GET /courses/{course}/campaigns", new Case(Scene::campaigns, List.of(), NOT_FOUND, 0)),
            Map.entry("GET /courses/{course}/campaigns/new",
                    new Case(scene -> scene.campaigns() + "/new", List.of(), NOT_FOUND, 0)),
            Map.entry("POST /courses/{course}/campaigns/new",
                    new Case(scene -> scene.campaigns() + "/new?id=" + UUID.randomUUID(),
                            List.of(Map.entry("name", "Neuve"), Map.entry("kind", "COLLECTION")), NOT_FOUND, 0)),
            Map.entry("GET /campaigns/{id:[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}}",
                    new Case(Scene::made, List.of(), NOT_FOUND, 0)),
            Map.entry("GET /campaigns/{id}/edit", new Case(scene -> scene.made() + "/edit", List.of(), NOT_FOUND, 0)),
            Map.entry("POST /campaigns/{id}/edit",
                    new Case(scene -> scene.made() + "/edit?version=0", List.of(Map.entry("name", "Autre")), NOT_FOUND,
                            0)),
            Map.entry("POST /campaigns/{id}/archive",
                    new Case(scene -> scene.made() + "/archive", List.of(), NOT_FOUND, 0)),
            Map.entry("POST /campaigns/{id}/restore",
                    new Case(scene -> scene.made() + "/restore", List.of(), NOT_FOUND, 0)),
            Map.entry("GET /campaigns/{id}/export",
                    new Case(scene -> scene.taken() + "/export", List.of(), NOT_FOUND, 0)),
            Map.entry("GET /campaigns/{id}/attestations",
                    new Case(scene -> scene.taken() + "/attestations", List.of(), NOT_FOUND, 0)),
            Map.entry("GET /campaigns/{id}/term", new Case(scene -> scene.made() + "/term", List.of(), NOT_FOUND, 0)),
            Map.entry("GET /participations/{id}/attestation", Case.ofLearner(scene -> scene.path() + "/attestation")),
            Map.entry("POST /participations/{id}/path", Case.ofLearner(scene -> scene.path() + "/path")),
            Map.entry("POST /participations/{id}/fresh-path", Case.ofLearner(scene -> scene.path() + "/fresh-path")),
            Map.entry("POST /participations/{id}/sendings",
                    Case.ofLearner(scene -> scene.path() + "/sendings", "before", "0")),
            Map.entry("GET /courses/{id}/groups", new Case(Scene::groups, List.of(), NOT_FOUND, 0)),
            Map.entry("POST /courses/{id}/groups",
                    new Case(scene -> scene.groups() + "?group=" + scene.group(),
                            List.of(Map.entry("name", "Renommé")), NOT_FOUND, 0)),
            Map.entry("POST /courses/{id}/groups/list",
                    new Case(scene -> scene.groups() + "/list", List.of(Map.entry("text", "3A;nobody")), NOT_FOUND,
                            0)),
            Map.entry("GET /lti/content/{id}", new Case(Scene::content, List.of(), NOT_FOUND, 0)),
            Map.entry("GET /lti/content/{id}/items",
                    new Case(scene -> scene.content() + "/items?target=competence:1.1", List.of(), NOT_FOUND, 0)),
            Map.entry("GET /lti/content/{id}/preview",
                    new Case(scene -> scene.content() + "/preview?show=competence:1.1", List.of(), NOT_FOUND, 0)),
            Map.entry("POST /lti/content/{id}",
                    new Case(Scene::content, List.of(Map.entry("close", "true")), NOT_FOUND, 0)),
            Map.entry("GET /lti/pick/preview",
                    new Case(scene -> scene.pick().replace("/pick?", "/pick/preview?show=competence:1.1&"), List.of(),
                            REFUSED, 0)),
            Map.entry("POST /lti/pick/look", new Case(scene -> scene.pick().replace("/pick?", "/pick/look?"),
                    List.of(Map.entry("q", "mener")), REFUSED, 0)),
            Map.entry("GET /lti/pick", new Case(Scene::pick, List.of(), REFUSED, 0)),
            Map.entry("POST /lti/pick",
                    new Case(Scene::pick, List.of(Map.entry("target", "competence:4.2")), REFUSED, 0))));

    /** What people say of themselves and of nobody else, and codes by which whoever was given one joins: no ids in it. */
    private static final Set<String> OWN = Set.of("GET /needs", "POST /needs", "GET /profile",
            "GET /profile/competences/{code}", "GET /profile/history", "GET /profile/lessons",
            "POST /profile/lessons", "POST /profile/lessons/votes", "GET /profile/introduction",
            "POST /profile/introduction", "GET /campaigns/join", "POST /campaigns/join",
            "GET /campaigns/{code:[A-Za-z]{6}[0-9]{3}}");

    private final PlatformDouble lms;
    private final Tool tool;

    NeighboursIT(PlatformDouble lms, Tool tool) {
        this.lms = lms;
        this.tool = tool;
    }

    @Test
    void every_handler_that_is_not_for_everybody_has_its_case() {
        Set<String> tried = new TreeSet<>(OWN);
        tried.addAll(CASES.keySet());
        tried.addAll(FollowNeighboursIT.handlers());
        assertThat(closedHandlers()).isEqualTo(tried);
    }

    @Test
    void what_people_need_is_theirs_to_say_and_only_theirs_to_read() {
        Scene scene = Scene.set(lms);
        String page = "/needs?back=" + scene.running();
        Visit owner = scene.owner();
        owner.goTo(page).submit("/needs", Map.entry("screenReader", "true"));
        assertThat(owner.path()).isEqualTo(scene.running());

        assertThat(owner.goTo(page).page().select("input[name=screenReader][checked]")).hasSize(1);
        assertThat(scene.fellow().goTo(page).page().select("input[checked]")).isEmpty();
        assertThat(scene.teacher().goTo(page).page().select("input[checked]")).isEmpty();
        assertThat(withoutSession(false, owner, page, List.of())).isIn(401, 403);
        assertThat(withoutSession(true, owner, page, List.of())).isIn(401, 403);
        assertThat(owner.browser().postOnly(owner.inside(page), withToken(scene.fellow(), List.of())).status())
                .isEqualTo(403);
        for (String elsewhere : List.of("https://example.org/", "//example.org/", "/demo",
                scene.running() + "/../..")) {
            assertThat(status(false, owner, "/needs?back=" + elsewhere, List.of())).as(elsewhere).isEqualTo(404);
            assertThat(status(true, owner, "/needs?back=" + elsewhere, List.of())).as(elsewhere).isEqualTo(404);
        }
    }

    @TestFactory
    Stream<DynamicTest> a_neighbour_meets_nothing_and_changes_nothing() {
        return CASES.entrySet().stream().map(entry -> dynamicTest(entry.getKey(),
                () -> tryAll(entry.getKey().startsWith("POST"), entry.getValue(), Scene.set(lms))));
    }

    @Test
    void ids_that_are_none_are_refused_with_a_page() {
        Scene scene = Scene.set(lms);
        for (String path : List.of("/participations/1", "/assessments/%00", "/assessments/' OR 1=1 --/review",
                "/campaigns/../results", "/courses/1/groups", "/courses/" + new java.util.UUID(0, 0) + "/groups",
                "/lti/pick?link=1&grant=x", "/participations/" + new java.util.UUID(0, 0))) {
            Visit owner = scene.owner();
            String address = scene.participationPage().replace(scene.participation(),
                    path.replace(" ", "%20").replace("'", "%27"));
            Reply reply = owner.browser().get(address);
            assertThat(reply.status()).as(path).isIn(400, 404);
            assertThat(reply.body()).as(path).doesNotContain("Exception", "\tat ");
        }
    }

    private void tryAll(boolean post, Case tried, Scene scene) {
        String path = tried.path().apply(scene);
        // Rosters are read behind the scenes; what that changes is not the doing of who is tried here.
        await().atMost(PATIENCE).until(this::noRosterIsBeingRead);
        Map<String, String> before = everything();

        assertThat(status(post, scene.fellow(), path, tried.fields())).as("another learner").isEqualTo(tried.fellow());
        assertThat(status(post, scene.stranger(), path, tried.fields())).as("a teacher of another course")
                .isEqualTo(tried.fellow() == REFUSED ? REFUSED : NOT_FOUND);
        if (tried.colleague() != 0) {
            assertThat(status(post, scene.teacher(), path, tried.fields())).as("the course's teacher")
                    .isEqualTo(tried.colleague());
        }
        assertThat(withoutSession(post, scene.owner(), path, tried.fields())).as("nobody").isIn(401, 403);
        Visit mayDoIt = tried.colleague() == 0 ? scene.teacher() : scene.owner();
        if (post) {
            assertThat(mayDoIt.browser().postOnly(mayDoIt.inside(path), tried.fields()).status()).as("without token")
                    .isEqualTo(403);
            List<Map.Entry<String, String>> foreign = withToken(scene.fellow(), tried.fields());
            assertThat(mayDoIt.browser().postOnly(mayDoIt.inside(path), foreign).status()).as("another's token")
                    .isEqualTo(403);
        }
        assertThat(everything()).isEqualTo(before);

        assertThat(status(post, mayDoIt, path, tried.fields())).as("who may").isLessThan(400);
    }

    private static int status(boolean post, Visit who, String path, List<Map.Entry<String, String>> fields) {
        URI address = who.inside(path);
        return post
                ? who.browser().postOnly(address, withToken(who, fields)).status()
                : who.browser().getOnly(address.toString()).status();
    }

    private static int withoutSession(boolean post, Visit owner, String path,
            List<Map.Entry<String, String>> fields) {
        Browser nobody = Browser.window();
        return post
                ? nobody.postOnly(owner.inside(path), withToken(owner, fields)).status()
                : nobody.getOnly(owner.inside(path).toString()).status();
    }

    static List<Map.Entry<String, String>> withToken(Visit who, List<Map.Entry<String, String>> fields) {
        List<Map.Entry<String, String>> all = new ArrayList<>(fields);
        all.add(Map.entry("_csrf", who.page().select("input[name=_csrf]").attr("value")));
        return all;
    }

    private Set<String> closedHandlers() {
        Set<String> closed = new TreeSet<>();
        tool.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getName().startsWith("fr.pixlti.")) {
                        // The console has accounts of its own, and tests of who may do what.
                        names(mapping).filter(name -> !open(name.substring(name.indexOf(' ') + 1)))
                                .filter(name -> !name.contains(" /admin"))
                                .forEach(closed::add);
                    }
                });
        return closed;
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().flatMap(
                path -> mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + path));
    }

    private static boolean open(String path) {
        return PublicPaths.patterns().stream().anyMatch(pattern -> PathPatternParser.defaultInstance.parse(pattern)
                .matches(PathContainer.parsePath(path)));
    }

    private boolean noRosterIsBeingRead() {
        DSLContext sql = tool.bean(DSLContext.class);
        return Boolean.TRUE.equals(
                new TransactionTemplate(tool.bean(PlatformTransactionManager.class)).execute(status -> sql.fetch("""
                        select 1 from people_roster where next_at <= utc_timestamp(6)
                        union all select 1 from scheduled_tasks where task_name = 'people-roster'""").isEmpty()));
    }

    private Map<String, String> everything() {
        DSLContext sql = tool.bean(DSLContext.class);
        Map<String, String> rows = new TreeMap<>();
        new TransactionTemplate(tool.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> TABLES
                .forEach(table -> rows.put(table,
                        sql.fetch("select * from " + table + " order by 1, 2, 3").formatCSV())));
        return rows;
    }
}
