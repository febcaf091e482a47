package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a test to the pupil's own profile and lessons, which nobody else sees. */
@ExtendWith(Journey.class)
class OwnPagesIT {

    private static final List<String> ELSEWHERE = List.of("https://example.org/", "//example.org/", "/\\example.org",
            "/~0123456789/profile", "/../admin", "/profile/..", "/admin", "/demo/as/3", "javascript:alert(1)",
            "profile", "",
            "/profile?back=https://example.org");

    private final PlatformDouble lms;

    OwnPagesIT(PlatformDouble lms) {
        this.lms = lms;
    }

    @Test
    void what_a_test_showed_stands_in_the_pupils_own_profile_only() {
        Activity activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        Visit pupil = Visit.open(lms, lms.addPupil(), activity);
        pupil.submit("/test").play(true);

        pupil.goTo("/profile");
        assertThat(pupil.page().select("header a").attr("href")).endsWith("/profile");
        assertThat(pupil.text()).contains("56 pix sur 896", "Il vous reste 15 compétences à tester sur 16",
                "1 compétence au niveau 1 ou plus. Il en faut 5.", "Niveau 7 sur 7, 56 pix");
        pupil.goTo("/profile/competences/1.1");
        assertThat(pupil.text()).contains("Niveau 7 sur 7", "validé").doesNotContain("Pour atteindre");
        assertThat(pupil.goTo("/profile/competences/9.9").reply().status()).isEqualTo(404);

        Visit fellow = Visit.open(lms, lms.addPupil(), activity);
        assertThat(fellow.goTo("/profile").text()).contains("0 pix sur 896", "Vous avez 16 compétences à tester");
        assertThat(fellow.goTo("/profile/competences/1.1").text()).contains("pas encore testé cette compétence");
        assertThat(Browser.window().getOnly(pupil.inside("/profile").toString()).status()).isEqualTo(401);
    }

    @Test
    void lessons_of_a_checkpoint_and_of_a_review_are_kept() {
        Activity activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        Visit pupil = Visit.open(lms, lms.addPupil(), activity);
        pupil.submit("/test").toQuestion();
        while (!pupil.has("/checkpoint")) {
            pupil.answer(false);
            if (pupil.has("/clock")) {
                pupil.submit("/clock");
            }
        }
        String test = pupil.path();
        pupil.submit("/profile/lessons", Map.entry("keep", "true"));
        assertThat(pupil.path()).as("back at the checkpoint").isEqualTo(test);
        assertThat(pupil.text()).contains("Dans mes leçons", "Retirer");
        pupil.submit("/checkpoint").play(false);
        pupil.goTo(test + "/review");
        int lessons = pupil.page().select("button[name=keep]").size();
        assertThat(pupil.page().select("button[name=keep][value=false]")).hasSize(1);
        for (int i = 1; i < lessons; i++) {
            String topic = pupil.page().select("form:has(button[value=true]) input[name=topic]").attr("value");
            keep(pupil, topic, "true");
        }
        assertThat(pupil.goTo("/profile/lessons").page().select("article")).hasSize(lessons);

        String topic = pupil.page().select("article input[name=topic]").attr("value");
        vote(pupil, topic);
        assertThat(pupil.goTo("/profile/lessons").page().select("button[aria-pressed=true]")).hasSize(1);
        keep(pupil, topic, "false");
        keep(pupil, topic, "false");
        assertThat(pupil.goTo("/profile/lessons").page().select("article")).hasSize(lessons - 1);

        Visit fellow = Visit.open(lms, lms.addPupil(), activity);
        assertThat(fellow.goTo("/profile/lessons").page().select("article")).isEmpty();
    }

    @Test
    void a_teacher_who_reads_a_pupils_answers_is_offered_no_list_of_lessons() {
        Activity activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        Visit pupil = Visit.open(lms, lms.addPupil(), activity);
        String review = pupil.submit("/test").path() + "/review";
        pupil.play(false);
        Visit teacher = Visit.open(lms, lms.teacher(), activity).goTo(review);
        assertThat(teacher.reply().status()).isEqualTo(200);
        assertThat(teacher.page().select(".lesson")).isNotEmpty();
        assertThat(teacher.page().select("button[name=keep]")).isEmpty();
    }

    @Test
    void no_page_leads_out_of_the_tool() {
        Visit pupil = Visit.open(lms, lms.addPupil(),
                lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1"));
        pupil.goTo("/profile/introduction?continue=" + pupil.path());
        assertThat(pupil.reply().status()).isEqualTo(200);
        assertThat(pupil.page().select("form input[name=continue]").attr("value")).startsWith("/participations/");
        for (String elsewhere : ELSEWHERE) {
            String encoded = URLEncoder.encode(elsewhere, StandardCharsets.UTF_8);
            if (!elsewhere.isEmpty()) {
                assertThat(pupil.browser().getOnly(
                        pupil.inside("/profile/introduction?continue=" + encoded).toString()).status()).as(elsewhere)
                        .isEqualTo(404);
                assertThat(post(pupil, "/profile/introduction", List.of(Map.entry("continue", elsewhere))))
                        .as(elsewhere)
                        .isEqualTo(404);
            }
            assertThat(post(pupil, "/profile/lessons", List.of(Map.entry("topic", "adresses-web"),
                    Map.entry("keep", "true"), Map.entry("back", elsewhere)))).as(elsewhere).isEqualTo(404);
        }
        assertThat(pupil.goTo("/profile/lessons").page().select("article")).isEmpty();
        assertThat(post(pupil.goTo("/profile/introduction"), "/profile/lessons", List.of(Map.entry("topic", "none"),
                Map.entry("keep", "true"), Map.entry("back", "/profile")))).isEqualTo(404);
    }

    @Test
    void what_was_done_is_found_behind_much_that_was_only_opened() {
        Person who = lms.addPupil();
        Activity done = lms.addActivity("Faite il y a longtemps", Map.of("pixlti_target", "competence:1.1"), "1");
        Visit pupil = Visit.open(lms, who, done);
        pupil.submit("/test").play(true);
        for (int i = 0; i < 25; i++) {
            Visit.open(lms, who, lms.addActivity("Ouverte " + i, Map.of("pixlti_target", "competence:1.2"), "1"));
        }
        pupil.goTo("/profile");
        assertThat(pupil.page().select(".history li")).hasSize(1);
        assertThat(pupil.page().select(".history").text()).contains("Niveau 7");
        assertThat(pupil.goTo("/profile/history").page().select(".history li")).hasSize(1);
        assertThat(pupil.goTo("/profile/competences/1.1").page().select(".banner")).hasSize(1);
    }

    @Test
    void forms_are_taken_from_ones_own_pages_only() {
        Activity activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        Visit pupil = Visit.open(lms, lms.addPupil(), activity);
        Visit fellow = Visit.open(lms, lms.addPupil(), activity);
        List<Map.Entry<String, String>> lesson = List.of(Map.entry("topic", "adresses-web"),
                Map.entry("keep", "true"), Map.entry("useful", "true"), Map.entry("back", "/profile"));
        for (String path : List.of("/profile/lessons", "/profile/lessons/votes", "/profile/introduction")) {
            assertThat(pupil.browser().postOnly(pupil.inside(path), lesson).status()).as(path).isEqualTo(403);
            assertThat(pupil.browser().postOnly(pupil.inside(path), NeighboursIT.withToken(fellow, lesson)).status())
                    .as(path).isEqualTo(403);
            assertThat(Browser.window().postOnly(pupil.inside(path), NeighboursIT.withToken(pupil, lesson)).status())
                    .as(path).isIn(401, 403);
        }
        assertThat(pupil.goTo("/profile/lessons").page().select("article")).isEmpty();
    }

    private static void keep(Visit who, String topic, String keep) {
        assertThat(post(who, "/profile/lessons", List.of(Map.entry("topic", topic), Map.entry("keep", keep),
                Map.entry("back", "/profile/lessons")))).isEqualTo(302);
        who.reload();
    }

    private static void vote(Visit who, String topic) {
        assertThat(post(who, "/profile/lessons/votes",
                List.of(Map.entry("topic", topic), Map.entry("useful", "true")))).isEqualTo(302);
    }

    private static int post(Visit who, String path, List<Map.Entry<String, String>> fields) {
        return who.browser().postOnly(who.inside(path), NeighboursIT.withToken(who, fields)).status();
    }
}
