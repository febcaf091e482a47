package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Grade;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.Endpoint;
import fr.pixlti.tool.testing.Fault;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Received;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The certification suite's AGS cases (facts/lti.md §2, 36 and after) as a platform sees them, and what becomes of the
 * columns on a platform as strict as Moodle.
 */
@ExtendWith(Journey.class)
class ColumnsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PlatformDouble lms;
    private final Activity activity;
    private final Person pupil;

    ColumnsIT(PlatformDouble lms, Tool tool) {
        this.lms = lms;
        assertThat(tool.url()).isNotEmpty();
        this.activity = activity("competences");
        this.pupil = lms.addPupil();
    }

    private Activity activity(String columns) {
        return lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1", "pixlti_columns", columns),
                "1");
    }

    @BeforeEach
    @AfterEach
    void platformIsWell() {
        lms.heal();
    }

    private Visit finish(Activity where, Person person, boolean... pattern) {
        Visit visit = Visit.open(lms, person, where).submit("/test");
        visit.play(pattern);
        return visit;
    }

    private LineItem levelColumn(Activity where, Person person) {
        await().atMost(PATIENCE).until(() -> lms.columns(where).size() > 1
                && lms.grade(lms.columns(where).getLast(), person).isPresent());
        return lms.columns(where).getLast();
    }

    private List<Received> requests(Endpoint endpoint, String method) {
        return lms.received().stream()
                .filter(request -> request.endpoint() == endpoint && request.method().equals(method)).toList();
    }

    @Test
    void case_36_and_after_a_learners_launch_leads_to_a_line_item_a_score_and_results() {
        lms.forgetReceived();
        lms.revokeTokens();
        finish(activity, pupil, true);
        LineItem column = levelColumn(activity, pupil);

        assertThat(lms.received()).filteredOn(request -> request.endpoint() == Endpoint.TOKEN)
                .extracting(Received::body)
                .anySatisfy(form -> assertThat(form).contains("grant_type=client_credentials",
                        "lti-ags%2Fscope%2Flineitem"));
        Received made = requests(Endpoint.LINE_ITEMS, "POST").getLast();
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers()).containsEntry("content-type", "application/vnd.ims.lis.v2.lineitem+json");
        JsonNode asked = JsonMapper.shared().readTree(made.body());
        assertThat(asked.get("scoreMaximum").asDouble()).isEqualTo(7);
        assertThat(asked.get("label").asString()).endsWith(" – niveau").startsWith("1.1 ");
        assertThat(asked.get("resourceId").asString()).isEqualTo("competence:1.1");
        assertThat(asked.get("tag").asString()).isEqualTo("competence-1.1");
        assertThat(asked.get("resourceLinkId").asString()).isEqualTo(activity.id());
        assertThat(column.label()).isEqualTo(asked.get("label").asString());

        assertThat(lms.grade(column, pupil).orElseThrow()).satisfies(grade -> {
            assertThat(grade.value()).isEqualTo(7.0);
            assertThat(grade.comment()).isEqualTo("Niveau 7 (56 pix)");
        });
        await().atMost(PATIENCE).until(() -> lms.grade(activity, pupil).map(Grade::given).filter(given -> given == 56)
                .isPresent());

        teachersPage(activity);
        assertThat(requests(Endpoint.RESULTS, "GET").getLast().status()).isEqualTo(200);
        assertThat(requests(Endpoint.RESULTS, "GET")).allSatisfy(read -> {
            assertThat(read.uri()).doesNotContain("limit");
            assertThat(read.headers()).containsEntry("accept", "application/vnd.ims.lis.v2.resultcontainer+json");
        });
    }

    private Visit teachersPage(Activity where) {
        return Visit.open(lms, Browser.framed(), lms.teacher(), where);
    }

    @Test
    void every_pupil_of_the_class_lands_in_the_one_column_and_a_lost_answer_makes_no_second() {
        // The first look fails, the second finds nothing; the column is made, but the tool does not hear of it.
        lms.fail(Endpoint.LINE_ITEMS, 1, Fault.status(503));
        lms.fail(Endpoint.LINE_ITEMS, 1, new Fault.SlowAnswer(Duration.ZERO));
        lms.fail(Endpoint.LINE_ITEMS, 1, new Fault.AnswerLost());
        finish(activity, pupil, false);
        Person other = lms.addPupil();
        finish(activity, other, true);
        levelColumn(activity, pupil);
        levelColumn(activity, other);

        assertThat(lms.columns(activity)).hasSize(2);
        assertThat(requests(Endpoint.LINE_ITEMS, "POST"))
                .filteredOn(made -> made.body().contains("\"resourceLinkId\":\"" + activity.id() + "\"")).hasSize(1);
        assertThat(lms.grade(lms.columns(activity).getLast(), pupil).map(Grade::value)).contains(0.0);
        assertThat(lms.grade(lms.columns(activity).getLast(), other).map(Grade::value)).contains(7.0);
    }

    @Test
    void a_launch_that_names_no_column_any_more_still_ends_in_the_links_own() {
        finish(activity, pupil, true);
        levelColumn(activity, pupil);
        Person late = lms.addPupil();
        finish(activity, late, true);
        await().atMost(PATIENCE).until(() -> lms.grade(activity, late).isPresent());
    }

    @Test
    void a_copied_course_is_at_home_in_the_columns_it_brought_along_before_its_first_launch() {
        LineItem copied = lms.addColumn(activity, "Ancien nom", 8, "campaign-of-last-year", "competence-1.1");
        LineItem again = lms.addColumn(activity, "Ancien nom", 8, "campaign-of-last-year", "competence-1.1");
        finish(activity, pupil, true);
        await().atMost(PATIENCE).until(() -> lms.grade(copied, pupil).isPresent()
                && lms.grade(activity, pupil).isPresent());

        assertThat(lms.columns(activity)).hasSize(3);
        assertThat(lms.grade(again, pupil)).isEmpty();
        LineItem kept = lms.columns(activity).get(1);
        assertThat(kept.label()).endsWith(" – niveau");
        assertThat(kept.maximum()).isEqualTo(7);
        assertThat(kept.tag()).isEqualTo("competence-1.1");
        assertThat(kept.resourceId()).isEqualTo("competence:1.1");
        assertThat(kept.linkId()).isEqualTo(activity.id());
        assertThat(teachersPage(activity).text()).contains("une autre colonne de ce nom");
    }

    @Test
    void an_area_has_a_column_with_its_mean_level() {
        Activity areas = activity("areas");
        finish(areas, pupil, true);
        LineItem column = levelColumn(areas, pupil);
        assertThat(column.tag()).isEqualTo("area-1");
        assertThat(column.label()).startsWith("1. ").endsWith(" – niveau moyen");
        assertThat(lms.grade(column, pupil).map(Grade::value)).contains(7.0);
    }

    @Test
    void a_teachers_own_grade_stays_and_is_shown_beside_ours() {
        finish(activity, pupil, true);
        LineItem levels = levelColumn(activity, pupil);
        await().atMost(PATIENCE).until(() -> lms.grade(activity, pupil).isPresent());
        LineItem own = lms.columns(activity).getFirst();
        lms.override(own, pupil, 75);
        lms.override(levels, pupil, 6);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(teachersPage(activity).text())
                .contains("Modifié par l'enseignant : 75/100 (Pix avait envoyé 56/56)")
                .contains("niveau, modifié par l'enseignant : 6/7 (Pix avait envoyé 7/7)"));
        assertThat(Objects.requireNonNull(lms.grade(own, pupil).orElseThrow().value())).isEqualTo(75.0);
    }
}
