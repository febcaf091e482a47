package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Grade;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.wire.IdTokens;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.Endpoint;
import fr.pixlti.tool.testing.Fault;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.ReceivedScore;
import fr.pixlti.tool.testing.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the activity in the course to the grade in the gradebook. */
@ExtendWith(Journey.class)
class LaunchToGradeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PLATFORM_DOWN = "La plateforme ne répond pas";
    private static final String NOT_A_LEARNER = "La plateforme n’accepte de note que pour un élève inscrit";

    private final PlatformDouble lms;
    private final Activity activity;
    private final Person pupil;

    LaunchToGradeIT(PlatformDouble lms, Tool tool) {
        this.lms = lms;
        assertThat(tool.url()).isNotEmpty();
        this.activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        this.pupil = lms.addPupil();
    }

    @BeforeEach
    @AfterEach
    void platformIsWell() {
        lms.heal();
    }

    @Test
    void plain_html_leads_from_launch_to_grade_and_a_better_run_raises_it() {
        Visit visit = Visit.open(lms, pupil, activity);
        assertThat(visit.path()).startsWith("/participations/");
        assertThat(visit.text()).contains("Commencer le test").contains(pupil.fullName());

        visit.submit("/test");
        assertThat(visit.path()).startsWith("/assessments/");
        assertThat(visit.play(false)).isBetween(4, 40);
        assertThat(visit.path()).startsWith("/participations/");
        assertThat(visit.page().select("svg[role=img]").attr("aria-label")).isEqualTo("Niveau 0 sur 7, 0 pix sur 56");
        assertThat(gradeOnceSent(0)).satisfies(grade -> {
            assertThat(grade.value()).isEqualTo(0.0);
            assertThat(grade.comment()).isEqualTo("Niveau 0 (0 pix)");
        });

        visit.submit("/test").play(true, true, false);
        int better = pix(visit);
        assertThat(better).isBetween(1, 55);
        assertThat(gradeOnceSent(better).value()).isEqualTo(onPlatform(better));

        visit.submit("/test").play(true);
        assertThat(visit.page().select("svg[role=img]").attr("aria-label")).isEqualTo("Niveau 7 sur 7, 56 pix sur 56");
        assertThat(gradeOnceSent(56).value()).isEqualTo(100);

        assertThat(scores()).allSatisfy(score -> {
            assertThat(score.maximum()).isEqualByComparingTo("56");
            assertThat(score.activityProgress()).isEqualTo("Completed");
            assertThat(score.gradingProgress()).isEqualTo("FullyGraded");
            assertThat(score.timestamp()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)");
            assertThat(score.status()).isEqualTo(200);
        });
        assertThat(given()).containsExactly("0", String.valueOf(better), "56");
        assertThat(scores()).extracting(ReceivedScore::timestamp).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void htmx_takes_in_screen_after_screen_and_leaves_at_the_end() {
        Visit visit = Visit.open(lms, pupil, activity).submit("/test").withScripts().toQuestion();
        String page = visit.reply().uri().getPath();

        visit.answer(true);
        assertThat(visit.reply().status()).isEqualTo(200);
        assertThat(visit.reply().body()).startsWith("<main id=\"main\"").doesNotContain("<html");
        assertThat(visit.reply().uri().getPath()).as("the window stays").isEqualTo(page);
        assertThat(visit.toQuestion().question()).isEqualTo(2);

        assertThat(visit.play(true)).isPositive();
        assertThat(visit.path()).as("the window left by HX-Redirect").startsWith("/participations/");
        assertThat(visit.reply().body()).contains("<html");
        assertThat(gradeOnceSent(56).value()).isEqualTo(100);
        assertThat(given()).containsExactly("56");
    }

    @Test
    void starting_over_begins_at_zero_and_its_result_takes_the_place_of_the_last() {
        Visit visit = Visit.open(lms, pupil, activity).submit("/test");
        visit.play(true);
        gradeOnceSent(56);
        assertThat(visit.has("/test")).as("nothing left to improve").isFalse();

        visit.submit("/fresh-test").toQuestion();
        assertThat(visit.question()).isEqualTo(1);
        visit.play(false);

        assertThat(pix(visit)).isZero();
        assertThat(gradeOnceSent(0).value()).isEqualTo(0.0);
        assertThat(given()).containsExactly("56", "0");
    }

    @Test
    void the_teacher_sees_what_was_sent_what_waits_and_what_was_refused() {
        Visit.open(lms, pupil, activity).submit("/test").play(false);
        gradeOnceSent(0);
        openAs("ghost", "Learner", "Fantôme").submit("/test").play(false);
        Visit teacher = Visit.open(lms, lms.teacher(), activity);
        assertThat(teacher.path()).matches("/campaigns/[^/]+/results");
        await().atMost(PATIENCE).until(() -> row(teacher.reload(), "Fantôme").contains("Refusé"));
        lms.fail(Endpoint.SCORES, 100_000, Fault.status(503));
        Person late = lms.addPupil();
        Visit.open(lms, late, activity).submit("/test").play(false);

        await().atMost(PATIENCE).until(() -> row(teacher.reload(), late.fullName()).contains(PLATFORM_DOWN));
        assertThat(row(teacher, pupil.fullName())).contains("terminé", "Envoyé");
        assertThat(row(teacher, "Fantôme")).contains("Refusé par la plateforme", NOT_A_LEARNER);
        assertThat(row(teacher, late.fullName())).contains("En attente d’envoi", PLATFORM_DOWN);
        assertThat(teacher.page().select(".figures").text()).contains("1notes en attente", "1notes refusées");

        lms.heal();
        await().atMost(PATIENCE).until(() -> row(teacher.reload(), late.fullName()).contains("Envoyé"));
        assertThat(lms.grade(activity, late)).isPresent();
    }

    @Test
    void a_teacher_who_tries_the_test_has_no_grade() {
        Visit teacher = Visit.open(lms, lms.teacher(), activity);
        teacher.submit("/preview").submit("/test").play(true);
        assertThat(pix(teacher)).isEqualTo(56);

        Visit.open(lms, pupil, activity).submit("/test").play(false);
        gradeOnceSent(0);
        assertThat(given()).as("the pupil's only").containsExactly("0");
    }

    @Test
    void who_has_no_known_role_may_only_look() {
        Visit observer = openAs("mentor", "Mentor", "Parent");

        assertThat(observer.path()).matches("/campaigns/[^/]+/about");
        assertThat(observer.text()).contains("Mener une recherche", "permet de consulter cette activité");
        assertThat(observer.page().select("form")).isEmpty();
        assertThat(observer.goTo(observer.path().replace("/about", "/results")).reply().status()).isEqualTo(404);
    }

    @Test
    void a_link_that_says_nothing_is_set_up_by_a_teacher_before_pupils_get_in() {
        Activity unset = lms.addActivity("À régler", Map.of(), "1");
        Visit early = Visit.open(lms, pupil, unset);
        assertThat(early.reply().status()).isEqualTo(200);
        assertThat(early.text()).contains("Cette activité n’est pas encore prête");

        Visit teacher = Visit.open(lms, lms.teacher(), unset);
        assertThat(teacher.page().select("input[name=target]").eachAttr("value")).contains("competence:1.1",
                "competence:4.2");
        teacher.submit("/lti/pick");
        assertThat(teacher.reply().status()).isEqualTo(400);
        assertThat(teacher.page().selectFirst("#nothing-chosen")).isNotNull();
        teacher.submit("/lti/pick", Map.entry("target", "competence:4.2"));
        assertThat(teacher.path()).matches("/campaigns/[^/]+/results");
        assertThat(teacher.text()).contains("4.2");

        Visit visit = Visit.open(lms, pupil, unset);
        assertThat(visit.text()).contains("4.2");
        visit.submit("/test").play(false);
        await().atMost(PATIENCE).until(() -> lms.grade(unset, pupil).isPresent());
        assertThat(Visit.open(lms, lms.teacher(), unset).text()).contains(pupil.fullName());
    }

    @Test
    void a_competence_without_content_says_so() {
        Activity empty = lms.addActivity("Pas encore écrite", Map.of("pixlti_target", "competence:9.9"), "1");
        for (Person person : List.of(pupil, lms.teacher())) {
            Reply refused = lms.launch(Browser.framed(), person, empty).open();

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("competence:9.9", "target-unknown", "pixlti_target");
        }
    }

    @Test
    void an_answer_that_did_not_arrive_whole_keeps_the_learner_on_the_question() {
        Visit visit = Visit.open(lms, pupil, activity).submit("/test").toQuestion();
        visit.submit("/answers", Map.entry("action", "answer"));
        assertThat(visit.reply().status()).isEqualTo(422);
        assertThat(visit.page().select("#problem").text()).contains("Je passe");
        assertThat(visit.question()).isEqualTo(1);

        visit.submit("/answers", Map.entry("action", "answer"), Map.entry("choice", "9999"),
                Map.entry("field.nowhere", "x"));
        assertThat(visit.reply().status()).isEqualTo(422);
        assertThat(visit.page().select("#problem").text()).contains("pas arrivée entière");
        assertThat(visit.answer(true).toQuestion().question()).isEqualTo(2);
    }

    /** Somebody of whom the course itself knows nothing. */
    private Visit openAs(String id, String role, String name) {
        Browser browser = Browser.framed();
        return Visit.of(browser, lms.launch(browser, pupil, activity).claims(claims -> {
            claims.put("sub", id + activity.id());
            claims.put("name", name);
            claims.put(IdTokens.LTI + "roles",
                    List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#" + role));
        }));
    }

    private static String row(Visit teacher, String name) {
        return Optional.ofNullable(teacher.page().selectFirst("tr:has(th:containsOwn(" + name + "))"))
                .map(Element::text).orElse("");
    }

    private Grade gradeOnceSent(int pix) {
        await().atMost(PATIENCE).until(() -> lms.grade(activity, pupil).filter(grade -> grade.given() == pix)
                .isPresent());
        return lms.grade(activity, pupil).orElseThrow();
    }

    /** Scores that came for the activity, whatever was answered. */
    private List<ReceivedScore> scores() {
        String column = lms.grade(activity, pupil).orElseThrow().lineItemId();
        return lms.scores().stream().filter(score -> score.uri().contains("/lineitems/" + column + "/")).toList();
    }

    private List<String> given() {
        return scores().stream().map(ReceivedScore::given).map(BigDecimal.class::cast)
                .map(value -> value.stripTrailingZeros().toPlainString()).toList();
    }

    private static int pix(Visit visit) {
        String label = visit.page().select("svg[role=img]").attr("aria-label");
        return Integer.parseInt(label.replaceAll(".*, (\\d+) pix.*", "$1"));
    }

    private static double onPlatform(int pix) {
        return Math.round(pix * 100 / 56.0 * 100_000) / 100_000.0;
    }
}
