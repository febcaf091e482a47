package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.Marking;
import fr.pixlti.tool.assessment.domain.preview.LookAtItems.Shown;
import fr.pixlti.tool.content.Item;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An item in the preview. What a learner would see of it has the names of {@link QuestionPage}, whose templates show it.
 *
 * @param kind as the content's files name it
 * @param view template of the question
 * @param options of a QCU or QCM
 * @param keyed fields or facts with their keys
 * @param texts entered already, by field
 */
record ItemPage(Shown shown, String kind, String view, String files, List<QuestionPage.Option> options,
        List<Item.Field> keyed, Map<String, String> texts) {

    /** Two draws of one test differ in their order too, so any will do; this one never changes. */
    private static final long SEED = 1;

    static ItemPage of(Shown shown, @Nullable AnswerForm entered) {
        Item item = shown.item();
        return new ItemPage(shown, kind(item.work()), AssessmentController.view(item.work()),
                "/content/" + shown.preview().release().id() + "/",
                item.work() instanceof Item.Choose choose
                        ? QuestionPage.options(choose, item, SEED, entered)
                        : List.of(),
                Marking.fields(item), entered == null ? Map.of() : entered.texts());
    }

    /** How the content's files call this kind of item. */
    static String kind(Item.Work work) {
        return switch (work) {
            case Item.Choose choose -> choose.several() ? "qcm" : "qcu";
            case Item.Fill _ -> "qroc";
            case Item.FillSeveral _ -> "qrocm";
            case Item.Operate _ -> "simulator";
        };
    }

    public Item item() {
        return shown.item();
    }

    public boolean several() {
        return item().work() instanceof Item.Choose choose && choose.several();
    }

    public Item.@Nullable Choose choose() {
        return item().work() instanceof Item.Choose choose ? choose : null;
    }

    public List<Item.Part> parts() {
        return item().work() instanceof Item.FillSeveral several ? several.parts() : List.of();
    }

    /** Accepted groups of a dependent item. */
    public List<List<String>> groups() {
        return item().work() instanceof Item.FillSeveral several ? several.groups() : List.of();
    }

    public Map<String, Item.Field> fields() {
        return keyed.stream().collect(Collectors.toMap(Item.Field::name, field -> field));
    }

    public Item.@Nullable Operate operate() {
        return item().work() instanceof Item.Operate operate ? operate : null;
    }

    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    public Item.Field only() {
        return keyed.getFirst();
    }

    /** The draw that comes after this one. */
    public int nextDraw() {
        return shown.draw() % shown.draws() + 1;
    }
}
