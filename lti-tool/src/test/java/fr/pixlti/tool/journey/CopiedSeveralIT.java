package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.wire.IdTokens;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;

/** A test of several competences in a copied course: its teacher is asked what a test of one competence asks. */
class CopiedSeveralIT {

    /** Not those of other tests: without a gradebook, what is owed here waits without an end. */
    private static PlatformDouble lms;
    private static Tool tool;

    private final String course = UUID.randomUUID().toString();
    private final String copied = "copy-" + course;
    private String language = "fr";
    private Activity origin;
    private Activity copy;
    private Person ada;
    private Person bob;

    @BeforeAll
    static void start() {
        lms = PlatformDouble.start();
        tool = Tool.start(lms);
    }

    @AfterAll
    static void stop() {
        tool.close();
        lms.close();
    }

    private static Activity activity() {
        return lms.addActivity("Recherche et sécurité", Map.of(), "1");
    }

    /** Ada has done one competence of two in the course that was copied. */
    @BeforeEach
    void begin() {
        origin = activity();
        copy = activity();
        ada = lms.addPupil();
        bob = lms.addPupil();
        open(lms.teacher(), lms.teacher().id(), origin, course, Map.of()).submit("/lti/pick",
                Map.entry("target", "competence:1.1"), Map.entry("target", "competence:4.2"));
        open(ada, ada.id(), origin, course, Map.of()).submit("/test").play(true);
    }

    private Visit open(Person person, String sub, Activity activity, String where, Map<String, String> custom) {
        Browser browser = Browser.framed();
        return Visit.of(browser, lms.launch(browser, person, activity).claims(claims -> {
            claims.put("sub", sub);
            claims.put(IdTokens.LTI + "custom", new HashMap<>(custom));
            claims.put(IdTokens.LTI + "context", Map.of("id", where, "title", "Cours " + where));
            claims.put(IdTokens.LTI + "launch_presentation", Map.of("locale", language, "document_target", "iframe"));
            claims.remove(IdTokens.AGS);
        }));
    }

    private Visit origin() {
        return open(lms.teacher(), lms.teacher().id(), origin, course, Map.of());
    }

    /** What the copied link says: the platform's history of links, or only the campaign it names. */
    private Map<String, String> says(boolean history) {
        return history
                ? Map.of("link_history", origin.id())
                : Map.of("pixlti_target", "campaign:" + campaign(origin()));
    }

    private Visit teacher(Map<String, String> custom) {
        return open(lms.teacher(), lms.teacher().id(), copy, copied, custom);
    }

    private static UUID campaign(Visit teacher) {
        return UUID.fromString(teacher.path().split("/")[2]);
    }

    private String say(String key, Object... args) {
        return tool.bean(MessageSource.class).getMessage(key, args, Locale.of(language)).replaceAll("\\s+", " ");
    }

    private static Element panel(Visit visit, String labelledBy) {
        return Objects.requireNonNull(
                visit.page().selectFirst("section[aria-labelledby=" + labelledBy + "]"),
                () -> labelledBy + " is not on the page: " + visit.text());
    }

    private static int count(String table, String condition) {
        return tool.bean(Transactions.class).call(() -> tool.bean(DSLContext.class)
                .fetchSingle("select count(*) from " + table + " where " + condition).into(int.class));
    }

    @ParameterizedTest
    @CsvSource({"fr, true", "fr, false", "en, true", "en, false"})
    void its_teacher_is_asked_and_each_answer_has_its_effect(String spoken, boolean history) {
        language = spoken;
        Map<String, String> custom = says(history);
        Visit own = origin();
        Visit teacher = teacher(custom);
        open(bob, bob.id(), copy, copied, custom);
        assertThat(campaign(teacher)).as("never one campaign for two courses").isNotEqualTo(campaign(own));
        assertThat(panel(teacher.reload(), "copy").text()).contains(say("campaign.copy.title"),
                say("campaign.copy.choice.ASKED"));
        assertThat(panel(teacher, "copy").select("button").eachText()).containsExactly(say("campaign.copy.fresh"),
                say("campaign.copy.together"));
        assertThat(teacher.text()).contains(bob.fullName()).doesNotContain(ada.fullName());

        teacher.submit("/copy", Map.entry("together", "true"));
        assertThat(panel(teacher, "copy").text()).contains(say("campaign.copy.choice.TOGETHER"));
        Element other = panel(teacher, "origin");
        assertThat(other.select("h2").text()).isEqualTo(say("campaign.copy.origin-named", "Cours " + course));
        assertThat(other.select("tbody th").eachText()).containsExactly(ada.fullName());
        assertThat(other.select("td").eachText()).as("one competence of two is done")
                .containsExactly(say("campaign.progress.RUNNING"), "–", "56");
        assertThat(own.reload().text()).as("results stay where they are").contains(ada.fullName())
                .doesNotContain(bob.fullName());
        assertThat(own.page().select("#copy, #origin")).as("the original is no copy").isEmpty();

        teacher.submit("/copy", Map.entry("together", "false"));
        assertThat(panel(teacher, "copy").text()).contains(say("campaign.copy.choice.FRESH"));
        assertThat(teacher.page().select("#origin")).isEmpty();
        assertThat(teacher.text()).doesNotContain(ada.fullName());
    }

    @Test
    void the_other_course_is_shown_to_those_only_who_teach_there() {
        Map<String, String> custom = says(true);
        teacher(custom).submit("/copy", Map.entry("together", "true"));
        Visit colleague = open(lms.teacher(), "colleague-" + course, copy, copied, custom);
        assertThat(panel(colleague, "copy").text()).contains(say("campaign.copy.not-visible"));
        assertThat(colleague.page().select("form[action$=/copy], #origin")).isEmpty();
        assertThat(colleague.text()).doesNotContain(ada.fullName());
        String token = colleague.page().select("input[name=_csrf]").attr("value");
        for (String together : List.of("true", "false")) {
            int status = colleague.browser().postOnly(colleague.inside(colleague.path().replace("/results", "/copy")),
                    List.of(Map.entry("together", together), Map.entry("_csrf", token))).status();
            assertThat(status).isEqualTo(together.equals("true") ? 404 : 302);
        }
        assertThat(open(bob, bob.id(), copy, copied, custom).goTo(colleague.path()).reply().status()).isEqualTo(404);
    }

    @Test
    void a_link_doubled_inside_its_own_course_is_asked_nothing() {
        Visit doubled = open(lms.teacher(), lms.teacher().id(), copy, course, says(true));
        assertThat(campaign(doubled)).isEqualTo(campaign(origin()));
        assertThat(doubled.page().select("#copy")).isEmpty();
    }

    @Test
    void a_second_copied_link_to_the_same_test_does_not_ask_again() {
        teacher(says(true)).submit("/copy", Map.entry("together", "true"));
        Activity second = activity();
        Visit again = open(lms.teacher(), lms.teacher().id(), second, copied, says(true));
        assertThat(panel(again, "copy").text()).contains(say("campaign.copy.choice.TOGETHER"));
        again.submit("/copy", Map.entry("together", "false"));
        assertThat(panel(teacher(says(true)), "copy").text()).contains(say("campaign.copy.choice.FRESH"));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void two_teachers_who_answer_at_once_leave_one_answer_and_one_campaign(boolean history) throws Exception {
        Map<String, String> custom = says(history);
        String colleague = "both-" + course;
        open(lms.teacher(), colleague, origin, course, Map.of());
        List<Visit> both = List.of(teacher(custom), open(lms.teacher(), colleague, copy, copied, custom));
        for (int round = 0; round < 4; round++) {
            List<Future<Integer>> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Visit one : both) {
                    String together = String.valueOf(one == both.get(round % 2));
                    String token = one.page().select("input[name=_csrf]").attr("value");
                    answers.add(threads.submit(() -> one.browser().postOnly(
                            one.inside(one.path().replace("/results", "/copy")),
                            List.of(Map.entry("together", together), Map.entry("_csrf", token))).status()));
                }
                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isEqualTo(302);
                }
            }
            assertThat(panel(both.get(0).reload(), "copy").text()).isEqualTo(panel(both.get(1).reload(), "copy").text())
                    .doesNotContain(say("campaign.copy.choice.ASKED"));
            String copies = "link_id in (select resource_link_id from campaign_link where campaign_id = '"
                    + campaign(both.get(0)) + "')";
            assertThat(count("campaign_copy", copies)).isOne();
            assertThat(count("campaign_campaign", "copied_from = '" + campaign(origin()) + "'")).isOne();
        }
    }
}
