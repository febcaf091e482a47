package fr.pixlti.tool.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.domain.Given;
import fr.pixlti.tool.assessment.domain.TakeTest;
import fr.pixlti.tool.assessment.domain.TakeTest.Screen;
import fr.pixlti.tool.assessment.domain.reports.Report.Category;
import fr.pixlti.tool.assessment.domain.reports.ReportProblem;
import fr.pixlti.tool.assessment.domain.reports.ReportProblem.Outcome;
import fr.pixlti.tool.assessment.domain.reports.ReportProblem.Said;
import fr.pixlti.tool.assessment.domain.reports.ReportProblem.Sent;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.MovableClock;
import fr.pixlti.tool.testing.Reply;
import fr.pixlti.tool.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Problems reported by learners, and the operator's pages on them and on statistics, over HTTP. */
@NullMarked
class ReportPagesTests {

    private static final String PASSWORD = "une phrase que personne ne devine";
    private static final String HOSTILE = "<script>alert(1)</script> \"'`${7*7} [[${7*7}]] \u202Egauche à droite";

    private static final MovableClock CLOCK = new MovableClock();
    private static ConsoleNode node;
    private static Browser operator;

    private PersonId person = new PersonId(UUID.randomUUID());
    private AssessmentId test = new AssessmentId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        node = ConsoleNode.start(CLOCK, TestDatabase.fresh(), "pixlti.admin.password=" + PASSWORD,
                "pixlti.admin.second-factor=false", "pixlti.jobs.polling-interval=1s",
                "pixlti.assessment.reports.per-day=4");
        operator = Browser.window();
        operator.submit(operator.get(node.url("/admin/sign-in")).form().with("name", "admin")
                .with("password", PASSWORD));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void aLearnerBeforeAQuestion() {
        run("DELETE FROM assessment_report");
        person = new PersonId(UUID.randomUUID());
        test = started(person);
    }

    @Test
    void a_question_is_reported_before_it_is_answered_and_after() {
        assertThat(report(Category.QUESTION, "Je ne comprends pas")).isEqualTo(Said.THANKS);
        pass();
        assertThat(report(1, Category.ACCESSIBILITY, "").said()).isEqualTo(Said.THANKS);

        assertThat(rows("SELECT concat_ws('|', category, words, language, browser, ifnull(given, '-')) "
                + "FROM assessment_report ORDER BY category DESC"))
                .containsExactly("QUESTION|Je ne comprends pas|fr|firefox|-", "ACCESSIBILITY||fr|firefox|null");
        assertThat(rows("SELECT DISTINCT item FROM assessment_report")).hasSize(1);
    }

    @Test
    void many_clicks_keep_one_report_and_the_last_words_count() throws Exception {
        try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Said>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(clicks.submit(() -> report(Category.QUESTION, "une fois")));
            }
            for (Future<Said> each : all) {
                assertThat(each.get()).isEqualTo(Said.THANKS);
            }
        }
        report(Category.QUESTION, "autrement");
        assertThat(rows("SELECT words FROM assessment_report")).containsExactly("autrement");
    }

    @Test
    void a_neighbour_meets_nothing() {
        PersonId neighbour = new PersonId(UUID.randomUUID());
        Sent sent = new Sent(1, Category.QUESTION, "", "fr", "other");
        assertThatThrownBy(() -> node.bean(ReportProblem.class).handle(test, neighbour, sent))
                .isInstanceOfSatisfying(DomainError.class,
                        error -> assertThat(error.kind()).isEqualTo(DomainError.Kind.NOT_FOUND));
        for (int position : new int[]{0, -1, 2, 9999}) {
            assertThatThrownBy(() -> report(position, Category.QUESTION, "")).isInstanceOf(DomainError.class);
        }
        node.bean(AssessmentApi.class).reset(person, "1.1");
        assertThatThrownBy(() -> report(Category.QUESTION, "")).isInstanceOf(DomainError.class);
        assertThat(rows("SELECT item FROM assessment_report")).isEmpty();
    }

    @Test
    void the_answer_is_reported_once_its_correction_was_shown() {
        assertThat(report(Category.ANSWER, "")).isEqualTo(Said.NO_CATEGORY);
        pass();
        assertThat(report(1, Category.ANSWER, "").said()).isEqualTo(Said.NO_CATEGORY);
        for (int i = 0; i < 4; i++) {
            pass();
        }
        Outcome shown = report(1, Category.ANSWER, "La clé est fausse");
        assertThat(shown.said()).isEqualTo(Said.THANKS);
        assertThat(shown.offered()).contains(Category.ANSWER, Category.LESSON);
        assertThatThrownBy(() -> report(6, Category.QUESTION, "hidden by the checkpoint"))
                .isInstanceOf(DomainError.class);
    }

    @Test
    void nothing_is_kept_without_a_category_or_with_too_many_words() {
        assertThat(report(null, "quelque chose")).isEqualTo(Said.NO_CATEGORY);
        assertThat(report(Category.OTHER, "x".repeat(1001))).isEqualTo(Said.TOO_LONG);
        assertThat(rows("SELECT item FROM assessment_report")).isEmpty();
        assertThat(report(Category.OTHER, "🦉".repeat(500))).isEqualTo(Said.THANKS);
    }

    @Test
    void a_day_takes_so_many_reports_and_what_was_reported_may_be_said_again() {
        for (int i = 0; i < 5; i++) {
            pass();
        }
        for (int position = 1; position <= 4; position++) {
            assertThat(report(position, Category.OTHER, "").said()).isEqualTo(Said.THANKS);
        }
        assertThat(report(5, Category.OTHER, "").said()).isEqualTo(Said.TOO_MANY);
        assertThat(report(4, Category.OTHER, "encore").said()).isEqualTo(Said.THANKS);
        CLOCK.advance(Duration.ofHours(25));
        assertThat(report(5, Category.OTHER, "").said()).isEqualTo(Said.THANKS);
        CLOCK.reset();
    }

    @Test
    void operators_read_close_and_reopen_reports() {
        report(Category.QUESTION, HOSTILE);
        report(Category.OTHER, "");
        String item = rows("SELECT DISTINCT item FROM assessment_report").getFirst();
        assertThat(operator.get(node.url("/admin")).body()).contains("2 signalements ouverts", "/admin/reports");
        Document list = page("/admin/reports?competence=1.1&category=QUESTION");
        assertThat(list.select("tbody a").eachText()).containsExactly(item);
        assertThat(page("/admin/reports?competence=2.1").select("#none")).hasSize(1);
        assertThat(page("/admin/reports?state=CLOSED").select("#none")).hasSize(1);

        Document shown = page("/admin/reports/" + item);
        assertThat(shown.select("p.said").text()).isEqualTo(HOSTILE);
        assertThat(shown.select("main script")).isEmpty();
        assertThat(shown.body().text()).contains("pas encore répondu", "firefox").doesNotContain(person.toString());
        assertThat(shown.select("a[href$=/admin/items/" + item + "]")).hasSize(1);

        Document closed = submit(shown, "#close-all", Map.of("as", "MENDED"));
        assertThat(closed.text()).contains("2 signalements fermés.", "Fermé : corrigé");
        assertThat(submit(shown, "#close-all", Map.of("as", "MENDED")).text()).contains("un autre opérateur l'a fait");
        Document reopened = submit(closed, "form[action$=/reopen]", Map.of());
        assertThat(reopened.text()).contains("Le signalement est rouvert.");
        assertThat(submit(closed, "form[action$=/reopen]", Map.of()).text()).contains("déjà ouvert");
        assertThat(rows("SELECT action FROM shell_audit WHERE action LIKE 'assessment.report%' ORDER BY at"))
                .containsExactly("assessment.reports-closed", "assessment.report-reopened");
        assertThat(operator.speaking("en").get(node.url("/admin/audit")).body()).contains("Reports closed");
        assertThat(page("/admin/reports/" + item).text()).contains("What the learner says");
        operator.speaking("fr");

        submit(page("/admin/reports/" + item), "form[action$=/close]", Map.of("as", "DUPLICATE"));
        assertThat(rows("SELECT count(*) FROM assessment_report WHERE closed_as IS NULL")).containsExactly("0");
        report(Category.QUESTION, "toujours faux");
        assertThat(rows("SELECT words FROM assessment_report WHERE closed_as IS NULL"))
                .containsExactly("toujours faux");
        assertThat(operator.get(node.url("/admin/reports/nothing")).status()).isEqualTo(404);
    }

    @Test
    void statistics_are_reckoned_when_asked_for() {
        for (int i = 0; i < 5; i++) {
            pass();
        }
        report(1, Category.OTHER, "");
        Document before = page("/admin/statistics");
        submit(before, "#refresh", Map.of());
        await().atMost(Duration.ofSeconds(30)).until(() -> rows(
                "SELECT count(*) FROM assessment_statistic_run WHERE finished_at >= requested_at").contains("1"));
        String item = rows("SELECT item FROM assessment_item_statistic WHERE reports = 1").getFirst();
        Document after = page("/admin/statistics?competence=1.1&order=ANSWERS");
        assertThat(after.select("#progress").text()).contains("Calculées le");
        assertThat(after.select("tbody svg")).isNotEmpty();
        assertThat(page("/admin/statistics/" + item).text()).contains("Selon le niveau de l'élève");
        assertThat(page("/admin/statistics/skills?competence=1.1").select("tbody tr")).isNotEmpty();
        Reply csv = operator.get(node.url("/admin/statistics/items.csv?competence=1.1"));
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSizeGreaterThan(50)
                .allMatch(line -> line.chars().filter(each -> each == ',').count() == 18)
                .anyMatch(line -> line.startsWith(item + ","));
        assertThat(operator.get(node.url("/admin/statistics/nothing")).status()).isEqualTo(404);
        assertThat(operator.get(node.url("/admin/statistics/progress")).headers().firstValue("HX-Refresh"))
                .contains("true");
        assertThat(rows("SELECT count(*) FROM assessment_item_statistic")).doesNotContain("0");
        assertThat(operator.speaking("en").get(node.url("/admin/statistics")).body()).contains("Reckon again now");
        operator.speaking("fr");
    }

    @Test
    void pages_are_for_operators_and_forms_need_their_token() {
        for (String path : List.of("/admin/reports", "/admin/reports/x", "/admin/statistics",
                "/admin/statistics/items.csv", "/admin/statistics/skills", "/admin/statistics/progress")) {
            assertThat(Browser.window().get(node.url(path)).uri().getPath()).isEqualTo("/admin/sign-in");
        }
        for (String path : List.of("/admin/reports/x/close?as=MENDED", "/admin/statistics/refresh")) {
            assertThat(operator.postOnly(URI.create(node.url(path)), List.of()).status()).isEqualTo(403);
        }
    }

    private AssessmentId started(PersonId who) {
        AssessmentApi api = node.bean(AssessmentApi.class);
        AssessmentId id = api.nextId();
        api.start(id, who, "1.1", "/participations/x");
        show(id, who);
        return id;
    }

    private void pass() {
        show(test, person);
        int answered = node.bean(AssessmentApi.class).view(test).orElseThrow().answered();
        node.bean(TakeTest.class).answer(test, person, answered + 1, new Given.Skipped());
    }

    private static void show(AssessmentId id, PersonId who) {
        if (node.bean(TakeTest.class).look(id, who) instanceof Screen.ClockStart) {
            node.bean(TakeTest.class).startClock(id, who);
        }
    }

    private Said report(@Nullable Category category, String words) {
        return report(1, category, words).said();
    }

    private Outcome report(int position, @Nullable Category category, String words) {
        return node.bean(ReportProblem.class).handle(test, person,
                new Sent(position, category, words, "fr", "firefox"));
    }

    private static Document page(String path) {
        Reply reply = operator.get(node.url(path));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return Jsoup.parse(reply.body(), reply.uri().toString());
    }

    private static Document submit(Document page, String form, Map<String, String> fields) {
        FormElement element = (FormElement) Objects.requireNonNull(page.selectFirst(form));
        List<Map.Entry<String, String>> all = new ArrayList<>();
        for (Element input : element.select("input[type=hidden]")) {
            all.add(Map.entry(input.attr("name"), input.attr("value")));
        }
        all.addAll(fields.entrySet());
        Reply reply = operator.follow(operator.postOnly(URI.create(element.absUrl("action")), all));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return Jsoup.parse(reply.body(), reply.uri().toString());
    }

    private static List<String> rows(String query) {
        return node.bean(Transactions.class)
                .call(() -> node.bean(DSLContext.class).fetch(query).getValues(0, String.class));
    }

    private static void run(String statement) {
        node.bean(Transactions.class).run(() -> node.bean(DSLContext.class).execute(statement));
    }
}
