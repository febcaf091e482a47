package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.domain.Assessment;
import fr.pixlti.tool.assessment.domain.TakeTest.Screen;
import fr.pixlti.tool.assessment.domain.reports.Report.Category;
import fr.pixlti.tool.content.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a question's page shows.
 *
 * @param number of the question, from 1
 * @param steps of the way to the next checkpoint
 * @param files address under which pictures and attachments are served, with a slash at the end
 * @param left whether the page was left, where that is noticed
 * @param leavingCounts whether that counts
 * @param options of a QCU or QCM, in this learner's order
 * @param fields of a QROC or QROCM by name
 */
record QuestionPage(AssessmentId id, int number, List<Step> steps, Item item, String files, @Nullable Long secondsLeft,
        boolean left, boolean leavingCounts, boolean several, List<Option> options, List<Item.Part> parts,
        Map<String, Item.Field> fields,
        Map<String, String> texts) {

    /** past: answered since the last checkpoint; here: the question shown; ahead. */
    enum Step {
        past, here, ahead
    }

    /** @param index in the author's order, which names the choice in the form */
    record Option(int index, String html, boolean ticked) {}

    static QuestionPage of(Screen.Question question, @Nullable AnswerForm entered) {
        Assessment test = question.test();
        Item item = question.item();
        Item.Work work = item.work();
        List<Item.Field> fields = switch (work) {
            case Item.Choose choose -> List.of();
            case Item.Fill fill -> List.of(fill.field());
            case Item.FillSeveral many -> many.fields();
            // What counts at the end of a simulator stays here.
            case Item.Operate operate -> List.of();
        };
        return new QuestionPage(test.id(), test.answered() + 1, steps(test, question.checkpointEvery()), item,
                "/content/" + question.release() + "/", question.secondsLeft(),
                question.left(), test.leavingCounts(), work instanceof Item.Choose choose && choose.several(),
                work instanceof Item.Choose choose ? options(choose, item, test.seed(), entered) : List.of(),
                work instanceof Item.FillSeveral many ? many.parts() : List.of(),
                fields.stream().collect(Collectors.toMap(Item.Field::name, field -> field)),
                entered == null ? Map.of() : entered.texts());
    }

    private static List<Step> steps(Assessment test, int every) {
        int past = test.answered() % every;
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < every; i++) {
            steps.add(i < past ? Step.past : i == past ? Step.here : Step.ahead);
        }
        return steps;
    }

    /** Shuffled for each test, the same at each reload. */
    static List<Option> options(Item.Choose choose, Item item, long seed, @Nullable AnswerForm entered) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < choose.choices().size(); i++) {
            options.add(
                    new Option(i, choose.choices().get(i).html(), entered != null && entered.choices().contains(i)));
        }
        if (choose.shuffled()) {
            Collections.shuffle(options, new Random(seed ^ item.id().hashCode()));
        }
        return options;
    }

    /** What is operated; absent for another kind of work. */
    public Item.@Nullable Operate operate() {
        return item.work() instanceof Item.Operate operate ? operate : null;
    }

    /** With which a problem with this question is reported. */
    public ReportBox report() {
        return ReportBox.fresh(number, false, Category.offered(item, false));
    }

    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    public Item.@Nullable Field only() {
        return fields.values().stream().findFirst().orElse(null);
    }
}
