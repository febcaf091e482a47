package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pupil reports problems on the way: with scripts and without, and nothing of an answer begun is lost. */
@ExtendWith(Journey.class)
class ReportingIT {

    private final PlatformDouble lms;

    ReportingIT(PlatformDouble lms) {
        this.lms = lms;
    }

    @Test
    void an_answer_begun_outlives_a_report() {
        Visit pupil = beforeAQuestion();
        List<Map.Entry<String, String>> answer = AnswerKeys.right(pupil.reply().body());
        List<Map.Entry<String, String>> fields = pupil.fields("/answers");
        fields.addAll(answer);
        fields.removeIf(field -> field.getKey().equals("report.category"));
        fields.add(Map.entry("report.category", "QUESTION"));
        fields.add(Map.entry("action", "report"));

        Reply without = pupil.browser().postOnly(reports(pupil), fields);
        assertThat(without.status()).isEqualTo(200);
        Document page = Jsoup.parse(without.body());
        assertThat(page.select(".report[open] .alert-success").text()).startsWith("Merci");
        for (Map.Entry<String, String> field : answer) {
            Element entered = Objects.requireNonNull(page.selectFirst("[name=" + field.getKey() + "][value=\""
                    + field.getValue() + "\"], select[name=" + field.getKey() + "] option[selected][value=\""
                    + field.getValue() + "\"]"), without.body());
            assertThat(!field.getKey().equals("choice") || entered.hasAttr("checked")).isTrue();
        }

        Reply with = pupil.browser().htmx(reports(pupil), fields);
        assertThat(with.status()).isEqualTo(200);
        assertThat(Jsoup.parse(with.body()).body().children()).hasSize(1)
                .allMatch(part -> part.hasClass("report") && part.id().startsWith("report-"));
        assertThat(with.body()).contains("Merci").doesNotContain("<form");
    }

    @Test
    void a_report_without_a_category_is_asked_for_one_and_keeps_its_words() {
        Visit pupil = beforeAQuestion();
        List<Map.Entry<String, String>> fields = new ArrayList<>(pupil.fields("/answers"));
        fields.removeIf(field -> field.getKey().equals("report.words"));
        fields.add(Map.entry("report.words", "<b>l'image</b>"));
        Reply asked = pupil.browser().htmx(reports(pupil), fields);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("Choisissez d&#39;abord", "&lt;b&gt;l&#39;image&lt;/b&gt;", "data-report");
    }

    @Test
    void answers_are_reported_at_the_checkpoint_and_in_the_review() {
        Visit pupil = beforeAQuestion();
        while (!pupil.has("/checkpoint")) {
            pupil.answer(false);
            if (pupil.has("/clock")) {
                pupil.submit("/clock");
            }
        }
        assertThat(pupil.page().select("details.answer details.report form")).hasSize(5);
        Visit told = send(pupil, "ANSWER");
        assertThat(told.page().select("details.answer[open] .report[open] .alert-success")).hasSize(1);
        assertThat(told.has("/checkpoint")).isTrue();
        told.submit("/checkpoint").play(false);
        String review = told.page().select("a[href$=/review]").attr("href").replaceFirst(Visit.PREFIX, "");
        told.goTo(review);
        send(told, "LESSON");
        assertThat(told.page().select("details.answer[open] .report[open] .alert-success")).hasSize(1);
        assertThat(told.page().select("h1").text()).isEqualTo("Vos réponses");
    }

    private Visit beforeAQuestion() {
        Activity activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        Visit pupil = Visit.open(lms, lms.addPupil(), activity).submit("/test").toQuestion();
        // What a simulator was brought to is known to its frame only: no page can hold it.
        while (!pupil.page().select(".simulator").isEmpty()) {
            pupil.answer(false).toQuestion();
        }
        return pupil;
    }

    /** Sends the first report form of a page whose questions are answered. */
    private static Visit send(Visit pupil, String category) {
        List<Map.Entry<String, String>> fields = pupil.fields("/reports");
        fields.removeIf(field -> field.getKey().equals("report.category"));
        fields.add(Map.entry("report.category", category));
        Reply reply = pupil.browser().postOnly(pupil.action("/reports"), fields);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return pupil.see(reply);
    }

    private static URI reports(Visit pupil) {
        return URI
                .create(Objects.requireNonNull(pupil.page().selectFirst("button[value=report]")).absUrl("formaction"));
    }
}
