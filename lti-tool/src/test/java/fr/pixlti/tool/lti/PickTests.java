package fr.pixlti.tool.lti;

import static fr.pixlti.tool.lti.TestPlatform.CLAIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A link that says nothing: its teacher picks once, nobody else may. */
class PickTests extends LtiRoomTest {

    @Autowired
    LtiApi lti;

    private HttpResponse<String> launchUnset(String link, String role, String subject) {
        Login login = login();
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), role);
        claims.remove(CLAIM + "custom");
        claims.put("sub", subject);
        claims.put(CLAIM + "resource_link", Map.of("id", link, "title", "Un lien"));
        return launch(login, TestPlatform.sign(claims));
    }

    private record Teacher(String cookie, String pickPath, UUID link, String grant) {}

    private Teacher teacher(String link, String subject) {
        HttpResponse<String> response = launchUnset(link, "Instructor", subject);
        assertThat(response.statusCode()).isEqualTo(303);
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/~test/lti/pick?link=");
        Matcher parts = Pattern.compile("link=([0-9a-f-]+)&grant=([A-Za-z0-9_-]+)").matcher(location);
        assertThat(parts.find()).isTrue();
        return new Teacher(String.valueOf(sessionCookie(response)), location.substring("/~test".length()),
                UUID.fromString(parts.group(1)), parts.group(2));
    }

    private HttpResponse<String> page(Teacher teacher) {
        return get(teacher.pickPath(), Map.of("Cookie", teacher.cookie()));
    }

    /** Fills in the form of the page as a browser does. */
    private HttpResponse<String> pick(Teacher teacher, UUID link, String grant, String target) {
        HttpResponse<String> page = get("/lti/pick?link=" + teacher.link() + "&grant=" + teacher.grant(),
                Map.of("Cookie", teacher.cookie()));
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        Map<String, String> form = new HashMap<>(Map.of("link", link.toString(), "grant", grant));
        if (!target.isEmpty()) {
            form.put("target", target);
        }
        String cookies = teacher.cookie();
        if (csrf.find()) {
            form.put("_csrf", csrf.group(1));
            String own = page.headers().firstValue("Set-Cookie").orElseThrow();
            cookies += "; " + own.substring(0, own.indexOf(';'));
        }
        return post("/lti/pick", form, Map.of("Cookie", cookies));
    }

    private static void assertLedTo(HttpResponse<String> response, String path) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith(path);
    }

    @Test
    void the_teacher_sees_everything_on_offer_picks_and_everybody_goes_there() {
        Teacher teacher = teacher("pick-1", "7");
        HttpResponse<String> page = page(teacher);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("1. Information et données", "1.1 Mener une recherche",
                "Chercher &lt;et&gt; trouver", "4.2 Protéger", "value=\"competence:4.2\"").doesNotContain("??");
        assertOpened(launchUnset("pick-1", "Learner", "12"), "/~test/lti/not-ready");

        assertLedTo(pick(teacher, teacher.link(), teacher.grant(), "competence:4.2"), "/opened/4.2/INSTRUCTOR");

        assertThat(activities.openings).singleElement().satisfies(opening -> {
            assertThat(opening.linkId()).isEqualTo(teacher.link());
            assertThat(opening.courseId()).isEqualTo(new UUID(7, 7));
            assertThat(opening.role()).isEqualTo(LtiRole.INSTRUCTOR);
        });
        assertThat(lti.link(teacher.link()).orElseThrow().pickedTarget()).isEqualTo(new Target("competence", "4.2"));
        assertOpened(launchUnset("pick-1", "Learner", "12"), "/~test/opened/4.2/LEARNER");
        assertOpened(launchUnset("pick-1", "Instructor", "7"), "/~test/opened/4.2/INSTRUCTOR");
        // Reloading the page of choices leads on too.
        assertLedTo(page(teacher), "/opened/4.2/INSTRUCTOR");
    }

    @Test
    void of_two_teachers_the_first_decides_for_both() {
        Teacher first = teacher("pick-2", "7");
        Teacher second = teacher("pick-2", "8");
        assertThat(second.link()).isEqualTo(first.link());
        HttpResponse<String> page = page(second);
        assertThat(page.statusCode()).isEqualTo(200);
        lti.pickTarget(first.link(), new Target("competence", "1.1"));

        assertLedTo(page(second), "/opened/1.1/INSTRUCTOR");
        lti.pickTarget(first.link(), new Target("competence", "1.1"));
        assertThat(org.assertj.core.api.Assertions
                .catchThrowable(() -> lti.pickTarget(first.link(), new Target("competence", "4.2"))))
                .hasMessage("lti.already-picked");
        assertThat(org.assertj.core.api.Assertions
                .catchThrowable(() -> lti.pickTarget(UUID.randomUUID(), new Target("competence", "4.2"))))
                .hasMessage("lti.link-unknown");
    }

    @Test
    void nobody_picks_for_anothers_link_or_with_anothers_grant() {
        Teacher mine = teacher("pick-mine", "7");
        Teacher neighbour = teacher("pick-neighbour", "8");
        assertThat(pick(mine, neighbour.link(), mine.grant(), "competence:1.1").body()).contains("pick-refused");
        assertThat(pick(mine, neighbour.link(), neighbour.grant(), "competence:1.1").statusCode()).isEqualTo(401);
        assertThat(pick(mine, mine.link(), "AAAA", "competence:1.1").statusCode()).isEqualTo(401);
        assertThat(pick(mine, mine.link(), "%", "competence:1.1").statusCode()).isEqualTo(401);
        String changed = (mine.grant().charAt(0) == 'B' ? "C" : "B") + mine.grant().substring(1);
        assertThat(pick(mine, mine.link(), changed, "competence:1.1").statusCode()).isEqualTo(401);
        assertThat(get(neighbour.pickPath(), Map.of("Cookie", mine.cookie())).statusCode()).isEqualTo(401);
        assertThat(get(mine.pickPath(), Map.of()).statusCode()).isIn(401, 403);
        assertThat(lti.link(mine.link()).orElseThrow().pickedTarget()).isNull();
        assertThat(lti.link(neighbour.link()).orElseThrow().pickedTarget()).isNull();
        assertThat(activities.openings).isEmpty();
    }

    @Test
    void a_grant_ends() {
        Teacher teacher = teacher("pick-3", "7");
        clock.advance(Duration.ofHours(9));
        HttpResponse<String> page = page(teacher);
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("pick-refused");
    }

    @Test
    void a_form_needs_its_token_and_a_choice() {
        Teacher teacher = teacher("pick-4", "7");
        HttpResponse<String> forged = post("/lti/pick",
                Map.of("link", teacher.link().toString(), "grant", teacher.grant(), "target", "competence:1.1"),
                Map.of("Cookie", teacher.cookie()));
        assertThat(forged.statusCode()).isEqualTo(403);
        for (String target : new String[]{"", "competence:9.9", "<script>"}) {
            HttpResponse<String> page = pick(teacher, teacher.link(), teacher.grant(), target);
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).contains("Cochez au moins une activité");
        }
        assertThat(lti.link(teacher.link()).orElseThrow().pickedTarget()).isNull();
    }

    @Test
    void pupils_are_told_that_it_is_not_ready() {
        HttpResponse<String> response = launchUnset("pick-5", "Learner", "12");
        HttpResponse<String> page = get("/lti/not-ready", Map.of("Cookie", String.valueOf(sessionCookie(response))));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("pas encore prête");
    }

    @Test
    void a_link_is_remembered_as_the_latest_launch_shows_it() {
        Login login = login();
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Instructor");
        claims.put(CLAIM + "resource_link", Map.of("id", "kept", "title", "Avant"));
        launch(login, TestPlatform.sign(claims));
        UUID id = activities.openings.getFirst().linkId();
        LtiApi.Link before = lti.link(id).orElseThrow();
        assertThat(before.lineItemUrl()).isEqualTo("https://moodle.example/lineitems/5/lineitem?type_id=1");
        assertThat(before.takesScores()).isTrue();

        Login second = login();
        claims = TestPlatform.claims(second.nonce(), "Learner");
        claims.put(CLAIM + "resource_link", Map.of("id", "kept", "title", "Après"));
        claims.remove(TestPlatform.AGS);
        launch(second, TestPlatform.sign(claims));
        LtiApi.Link after = lti.link(id).orElseThrow();
        assertThat(after.title()).isEqualTo("Après");
        assertThat(after.lineItemUrl()).isEqualTo(before.lineItemUrl());
        assertThat(lti.frameOrigins(after.platformId())).containsExactly("https://moodle.example",
                "https://frames.moodle.example");
        assertThat(lti.frameOrigins(UUID.randomUUID())).isEmpty();
        assertThat(lti.link(UUID.randomUUID())).isEmpty();
    }
}
