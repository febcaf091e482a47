package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.wire.IdTokens;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a teacher's choice in the platform's dialogue to pupils' grades and their work looked at, as strictly as Moodle. */
@ExtendWith(Journey.class)
class ContentIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PlatformDouble lms;

    ContentIT(PlatformDouble lms) {
        this.lms = lms;
    }

    @Test
    void three_items_become_three_activities_that_work() {
        List<Activity> added = choose(List.of("competence:1.1", "competence:4.2", "competence:1.2"), false,
                "competences");

        assertThat(added).extracting(activity -> activity.custom().get("pixlti_target"))
                .containsExactly("competence:1.1", "competence:4.2", "competence:1.2");
        assertThat(added).allSatisfy(activity -> {
            assertThat(activity.custom()).containsEntry("pixlti_columns", "competences");
            assertThat(activity.reviewable()).isTrue();
        });
        Person pupil = lms.addPupil();
        Visit visit = Visit.open(lms, pupil, added.getLast());
        visit.submit("/test").play(false);
        await().atMost(PATIENCE).until(() -> lms.grade(added.getLast(), pupil).isPresent());
        assertThat(lms.grade(added.getLast(), pupil).orElseThrow().maximum()).isEqualTo(56);
    }

    @Test
    void a_test_of_several_competences_is_taken_one_after_another_and_each_end_is_scored() {
        Activity activity = choose(List.of("competence:4.2", "competence:1.1"), true, "areas").getFirst();
        assertThat(activity.custom().get("pixlti_target")).startsWith("campaign:");
        Person pupil = lms.addPupil();
        Visit visit = Visit.open(lms, pupil, activity);
        assertThat(visit.text()).contains("Test de 2 compétences", "Aucune compétence terminée sur 2",
                "Continuer avec 1.1");

        visit.submit("/test").play(true);
        assertThat(visit.text()).contains("1 compétence terminée sur 2", "Continuer avec 4.2");
        await().atMost(PATIENCE).until(() -> lms.grade(activity, pupil).isPresent());
        double first = lms.grade(activity, pupil).orElseThrow().given();
        assertThat(first).isPositive();
        assertThat(lms.grade(activity, pupil).orElseThrow().maximum()).isEqualTo(112);

        visit.submit("/test").play(true);
        assertThat(visit.text()).contains("2 compétences terminées sur 2").doesNotContain("Continuer avec");
        await().atMost(PATIENCE).until(() -> lms.grade(activity, pupil).orElseThrow().given() > first);
        assertThat(lms.grade(activity, pupil).orElseThrow().comment()).contains("1.1 : ", "4.2 : ");

        Visit teacher = Visit.open(lms, lms.teacher(), activity);
        assertThat(teacher.path()).matches("/campaigns/[^/]+/results");
        assertThat(teacher.text()).contains(pupil.fullName(), "1.1", "4.2", "terminé");
        // Not the teacher's own course: nothing of anybody.
        assertThat(stranger(activity).goTo(teacher.path()).reply().status()).isEqualTo(404);
    }

    @Test
    void a_link_to_the_profile_has_no_grade_and_opens_each_persons_own() {
        Activity activity = choose(List.of("profile"), false, "score").getFirst();

        assertThat(activity.title()).isEqualTo("Mon profil Pix");
        assertThat(activity.custom()).containsExactly(Map.entry("pixlti_target", "profile"));
        assertThat(activity.reviewable()).isFalse();
        Visit pupil = Visit.open(lms, lms.addPupil(), activity);
        assertThat(pupil.path()).isEqualTo("/profile");
        assertThat(pupil.text()).contains("0 pix sur 896", "16 compétences à tester", "pas encore certifiable");
        assertThat(Visit.open(lms, lms.teacher(), activity).path()).isEqualTo("/profile");
    }

    @Test
    void a_link_copied_to_another_course_has_a_campaign_of_its_own() {
        Activity activity = choose(List.of("competence:1.1", "competence:4.2"), true, "score").getFirst();
        Person pupil = lms.addPupil();
        Visit.open(lms, pupil, activity);
        String own = Visit.open(lms, lms.teacher(), activity).path();

        Visit copied = stranger(activity);
        assertThat(copied.path()).matches("/campaigns/[^/]+/results").isNotEqualTo(own);
        assertThat(copied.text()).contains("Aucun élève").doesNotContain(pupil.fullName());
        assertThat(stranger(activity).path()).isEqualTo(copied.path());
    }

    @Test
    void a_link_never_set_up_may_become_a_test_of_several_competences() {
        Activity unset = lms.addActivity("À régler", Map.of(), "1");
        Visit teacher = Visit.open(lms, lms.teacher(), unset);
        teacher.submit("/lti/pick", Map.entry("target", "competence:1.1"), Map.entry("target", "competence:4.2"));

        assertThat(teacher.path()).matches("/campaigns/[^/]+/results");
        assertThat(teacher.text()).contains("À régler");
        assertThat(Visit.open(lms, lms.addPupil(), unset).text()).contains("Aucune compétence terminée sur 2");
    }

    @Test
    void a_teacher_opens_one_pupils_work_from_the_grader_report() {
        Activity activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        Person pupil = lms.addPupil();
        Visit own = Visit.open(lms, pupil, activity);
        own.submit("/test").play(true, false);

        Visit work = review(lms.teacher(), activity, pupil);
        assertThat(work.path()).matches("/campaigns/[^/]+/participations/[^/]+");
        assertThat(work.text()).contains(pupil.fullName(), "Niveau", "sur 56");
        String review = work.page().select("a[href*=/review]").attr("href");
        Reply answers = work.browser().get(work.reply().uri().resolve(review).toString());
        assertThat(answers.status()).isEqualTo(200);
        assertThat(answers.body()).contains("Réponses de l&#39;élève", "Juste", "Explication")
                .doesNotContain("Vos réponses", "Votre réponse<");

        Visit other = stranger(lms.addActivity("Ailleurs", Map.of("pixlti_target", "competence:1.1"), "1"));
        assertThat(other.goTo(work.path()).reply().status()).isEqualTo(404);
        assertThat(other.goTo(review.replaceFirst("^/~[^/]+", "")).reply().status()).isEqualTo(404);
        Visit fellow = Visit.open(lms, lms.addPupil(), activity);
        assertThat(fellow.goTo(review.replaceFirst("^/~[^/]+", "")).reply().status()).isEqualTo(404);
    }

    @Test
    void nothing_to_look_at_is_said_in_words() {
        Activity activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        assertThat(review(lms.teacher(), activity, lms.addPupil()).text()).contains("Rien à voir pour le moment");
        Visit.open(lms, lms.teacher(), activity);
        assertThat(review(lms.teacher(), activity, lms.addPupil()).text()).contains("Rien à voir pour le moment");
    }

    @Test
    void closing_the_dialogue_adds_nothing() {
        Browser browser = Browser.framed();
        Reply page = lms.content(browser, lms.teacher()).open();
        Reply form = browser.submitOnly(form(page, "/lti/content/[^/]+$", Map.of("close", "true")));
        Reply returned = browser.submit(form.form());
        assertThat(returned.status()).as(returned.body()).isEqualTo(200);
        assertThat(lms.saveContent(browser, returned)).isEmpty();
    }

    /** The tool's dialogue from end to end. */
    private List<Activity> choose(List<String> targets, boolean together, String columns) {
        Browser browser = Browser.framed();
        Reply page = lms.content(browser, lms.teacher()).open();
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        StringBuilder items = new StringBuilder(page.uri() + "/items?together=" + together);
        targets.forEach(target -> items.append("&target=").append(target));
        Reply chosen = browser.get(items.toString());
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        Visit visit = Visit.at(browser, chosen);
        List<Map.Entry<String, String>> fields = new java.util.ArrayList<>(
                visit.fields(page.uri().getPath().replaceFirst(".*/", "/")));
        fields.replaceAll(field -> field.getKey().equals("columns") ? Map.entry("columns", columns) : field);
        Reply posting = browser.postOnly(page.uri(), fields);
        assertThat(posting.status()).as(posting.body()).isEqualTo(200);
        Reply returned = browser.submit(posting.form());
        assertThat(returned.status()).as(returned.body()).isEqualTo(200);
        Reply again = browser.submitOnly(posting.form());
        assertThat(again.status()).as("a response used twice").isIn(400, 403);
        return lms.saveContent(browser, returned);
    }

    private static Reply.Form form(Reply page, String action, Map<String, String> more) {
        org.jsoup.nodes.Document document = org.jsoup.Jsoup.parse(page.body(), page.uri().toString());
        org.jsoup.nodes.FormElement form = (org.jsoup.nodes.FormElement) document.select("form[method=post]").stream()
                .filter(each -> each.absUrl("action").matches(".*" + action)).findFirst().orElseThrow();
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(more);
        return new Reply.Form(java.net.URI.create(form.absUrl("action")), fields);
    }

    private Visit review(Person teacher, Activity activity, Person pupil) {
        Browser browser = Browser.framed();
        return Visit.of(browser, lms.review(browser, teacher, activity, pupil));
    }

    /** A teacher of another course, in which the same link was copied. */
    private Visit stranger(Activity activity) {
        Browser browser = Browser.framed();
        return Visit.of(browser, lms.launch(browser, lms.teacher(), activity).claims(claims -> {
            claims.put("sub", "prof-" + activity.id());
            claims.put(IdTokens.LTI + "context", Map.of("id", "other-" + activity.id(), "title", "Ailleurs"));
            claims.put(IdTokens.LTI + "resource_link", Map.of("id", "other-" + activity.id(), "title", "Copie"));
            claims.remove(IdTokens.AGS);
        }));
    }
}
