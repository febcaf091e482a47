package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.ExplainMarking;
import fr.pixlti.tool.assessment.domain.ExplainMarking.Explained;
import fr.pixlti.tool.assessment.domain.Given;
import fr.pixlti.tool.assessment.domain.Marking;
import fr.pixlti.tool.content.Item;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What came of an answer that an operator tried.
 *
 * @param explained absent when a learner would have to complete the answer first
 */
record TriedView(@Nullable Explained explained, List<ChoiceMark> choices) {

    /** @param html safe HTML of the choice; @param right whether it is to be ticked */
    record ChoiceMark(String html, boolean ticked, boolean right) {}

    static TriedView of(Item item, AnswerForm form, boolean late) {
        Given given = form.given().map(each -> Marking.concerning(item, each)).orElse(null);
        if (given == null || !Marking.fits(item, given)) {
            return new TriedView(null, List.of());
        }
        List<ChoiceMark> choices = item.work() instanceof Item.Choose choose && given instanceof Given.Chosen chosen
                ? IntStream.range(0, choose.choices().size())
                        .mapToObj(index -> new ChoiceMark(choose.choices().get(index).html(),
                                chosen.indexes().contains(index), choose.choices().get(index).right()))
                        .toList()
                : List.of();
        return new TriedView(ExplainMarking.explain(item, given, late), choices);
    }
}
