package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.Given;
import fr.pixlti.tool.assessment.domain.GivenJson;
import fr.pixlti.tool.content.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored answer for operators. It may have been given to an earlier form of its item, so nothing of it is taken for
 * granted.
 *
 * @param html whether the lines are the item's own choices, as safe HTML; otherwise they are a learner's words
 */
record GivenText(boolean html, List<String> lines) {

    /** @param item absent when it is gone */
    static GivenText of(String json, @Nullable Item item) {
        return switch (GivenJson.read(json)) {
            case Given.Skipped() -> new GivenText(false, List.of());
            case Given.Chosen(var indexes) -> item != null && item.work() instanceof Item.Choose choose
                    && indexes.stream().allMatch(index -> index >= 0 && index < choose.choices().size())
                            ? new GivenText(true,
                                    indexes.stream().map(index -> choose.choices().get(index).html()).toList())
                            : new GivenText(false, indexes.stream().map(String::valueOf).toList());
            case Given.Filled(var texts) -> new GivenText(false, texts.size() == 1
                    ? List.copyOf(texts.values())
                    : texts.entrySet().stream().map(GivenText::named).toList());
        };
    }

    private static String named(Map.Entry<String, String> text) {
        return text.getKey() + " = " + text.getValue();
    }
}
