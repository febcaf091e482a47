package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.Given;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Tolerances;
import java.util.List;

/**
 * What held of a fact at the end of a simulator, and what should have. A text that lists several things has {@code |}
 * between them.
 *
 * @param given empty for nothing, and for a question that was passed
 * @param expected empty for nothing
 * @param right whether what held is as good as what was expected
 */
record FactView(String label, List<String> given, List<String> expected, boolean right) {

    static List<FactView> of(Item.Operate operate, Given given) {
        return operate.facts().stream().map(fact -> {
            String text = given instanceof Given.Filled filled ? filled.texts().getOrDefault(fact.name(), "") : "";
            return new FactView(fact.label(), parts(text), parts(fact.answers().getFirst()),
                    given instanceof Given.Filled && Tolerances.accepts(fact, text));
        }).toList();
    }

    private static List<String> parts(String text) {
        return text.isBlank() ? List.of() : List.of(text.split("\\|"));
    }
}
