package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.domain.ChooseContent.Draft;
import fr.pixlti.tool.lti.domain.ChooseContent.DraftItem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was ticked, before it is added.
 *
 * @param base path of the page of choices
 * @param fields that every request of the page repeats
 * @param ticked targets as text
 * @param together whether all of it is one activity
 * @param choice whether the teacher may have it the other way
 */
record ItemsPage(String base, Map<String, String> fields, List<String> ticked, String words, List<Item> items,
        boolean together, boolean choice) {

    /**
     * @param targets separated by spaces
     * @param maximum of the gradebook's column, absent when nothing comes back
     * @param columns keys of what may come back to the gradebook; one: nothing to choose
     */
    record Item(String targets, String title, String description, @Nullable String maximum,
            List<String> columns) {}

    static ItemsPage of(String base, Map<String, String> fields, ChoicesPage.Ticked ticked, Draft draft,
            boolean choice) {
        return new ItemsPage(base, fields, ticked.texts(), ticked.words(),
                draft.items().stream().map(ItemsPage::item).toList(), draft.together(), choice);
    }

    private static Item item(DraftItem item) {
        BigDecimal maximum = item.offer().columnMaximum();
        Set<Columns> columns = maximum == null ? Set.of(Columns.SCORE) : item.offer().columns();
        return new Item(item.targets().stream().map(Target::toString).collect(Collectors.joining(" ")),
                item.offer().title(), item.offer().description(), maximum == null ? null : maximum.toPlainString(),
                Arrays.stream(Columns.values()).filter(columns::contains).map(Columns::text).toList());
    }
}
