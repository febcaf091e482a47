package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.domain.Assessment;
import fr.pixlti.tool.assessment.domain.Assessments.Answered;
import fr.pixlti.tool.assessment.domain.Given;
import fr.pixlti.tool.assessment.domain.GivenJson;
import fr.pixlti.tool.assessment.domain.Outcome;
import fr.pixlti.tool.assessment.domain.TakeTest;
import fr.pixlti.tool.assessment.domain.reports.Report.Category;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers with their corrections, and the lessons of the topics that were missed.
 *
 * @param gone number of answers whose question is in no release that is kept
 * @param answered number of answers of the test so far
 */
record ReviewPage(AssessmentId id, int answered, long right, List<Line> lines, List<LessonView> lessons,
        int gone) {

    /**
     * @param given what was chosen (safe HTML) or typed
     * @param expected the same of what is right
     * @param facts what held at the end of a simulator and what should have; empty for other kinds
     * @param report with which a problem with the question is reported
     */
    record Line(int position, String skill, Outcome outcome, String instruction, Item.@Nullable Picture picture,
            String files,
            boolean html, List<String> given, List<String> expected, List<FactView> facts, String correction,
            ReportBox report) {}

    static ReviewPage of(TakeTest.Review review) {
        ContentRelease release = review.release();
        List<Line> lines = new ArrayList<>();
        Map<String, LessonView> lessons = new LinkedHashMap<>();
        for (Answered answer : review.answers()) {
            if (!release.has(answer.item())) {
                continue;
            }
            lines.add(line(answer, release, review.test()));
            if (!answer.outcome().success()) {
                Topic topic = release.topic(release.skill(answer.skill()).topic());
                if (LessonView.has(topic)) {
                    lessons.putIfAbsent(topic.id(), LessonView.of(topic));
                }
            }
        }
        return new ReviewPage(review.test().id(), review.test().answered(),
                review.answers().stream().filter(answer -> answer.outcome().success()).count(), lines,
                List.copyOf(lessons.values()), review.answers().size() - lines.size());
    }

    private static Line line(Answered answer, ContentRelease release, Assessment test) {
        Item item = release.item(answer.item()).drawn(test.seed()).shownTo(test.needs());
        Given given = GivenJson.read(answer.given());
        return new Line(answer.position(), release.skill(answer.skill()).name(), answer.outcome(), item.instruction(),
                item.picture(), "/content/" + release.id() + "/", item.work() instanceof Item.Choose,
                shown(given, item.work()), expected(item.work()),
                item.work() instanceof Item.Operate operate ? FactView.of(operate, given) : List.of(),
                item.correction(),
                ReportBox.fresh(answer.position(), true, Category.offered(item, true)));
    }

    static List<String> shown(Given given, Item.Work work) {
        return switch (given) {
            case Given.Skipped skipped -> List.of();
            case Given.Chosen chosen -> work instanceof Item.Choose choose
                    ? chosen.indexes().stream().map(index -> choose.choices().get(index).html()).toList()
                    : List.of();
            case Given.Filled filled -> switch (work) {
                case Item.FillSeveral several -> several.fields().stream()
                        .map(field -> labelled(field, filled.texts().getOrDefault(field.name(), ""))).toList();
                case Item.Operate operate -> List.of();
                default -> List.copyOf(filled.texts().values());
            };
        };
    }

    private static List<String> expected(Item.Work work) {
        return switch (work) {
            case Item.Choose choose -> choose.choices().stream().filter(Item.Choice::right).map(Item.Choice::html)
                    .toList();
            case Item.Fill fill -> List.of(fill.field().answers().getFirst());
            case Item.FillSeveral several -> several.dependent()
                    ? several.groups().stream().map(List::getFirst).toList()
                    : several.fields().stream().map(field -> labelled(field, field.answers().getFirst())).toList();
            case Item.Operate operate -> List.of();
        };
    }

    private static String labelled(Item.Field field, String text) {
        return field.label() + " : " + (text.isBlank() ? "–" : text);
    }
}
