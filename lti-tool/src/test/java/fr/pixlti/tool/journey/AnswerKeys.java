package fr.pixlti.tool.journey;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.domain.ContentFiles;
import fr.pixlti.tool.content.domain.ReadContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** Knows the content: which item a screen shows, and what its key wants. */
final class AnswerKeys {

    private static final String INSTRUCTION = "id=\"instruction\"";
    private static final List<Item> ITEMS = List
            .copyOf(ReadContent.read(ContentFiles.in("classpath:content/")).release().items().values().stream()
                    .flatMap(AnswerKeys::draws).toList());

    private AnswerKeys() {}

    /**
     * The fields that answer the question on this screen rightly, as its form sends them.
     *
     * @throws AssertionError when no item of the content is on the screen
     */
    static List<Map.Entry<String, String>> right(String html) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        switch (shown(html).work()) {
            case Item.Choose choose -> {
                for (int i = 0; i < choose.choices().size(); i++) {
                    if (choose.choices().get(i).right()) {
                        fields.add(Map.entry("choice", String.valueOf(i)));
                    }
                }
            }
            case Item.Fill fill -> fields.add(field(fill.field(), fill.field().answers().getFirst()));
            case Item.FillSeveral several -> {
                for (int i = 0; i < several.fields().size(); i++) {
                    Item.Field field = several.fields().get(i);
                    fields.add(field(field,
                            several.dependent() ? several.groups().get(i).getFirst() : field.answers().getFirst()));
                }
            }
            case Item.Operate operate -> operate.facts()
                    .forEach(fact -> fields.add(Map.entry("fact." + fact.name(), fact.answers().getFirst())));
        }
        return fields;
    }

    /** All that a template may show; of another item, itself. */
    private static Stream<Item> draws(Item item) {
        Item.Draws draws = item.draws();
        return draws == null ? Stream.of(item) : IntStream.range(0, draws.count()).mapToObj(draws::draw);
    }

    /** Variants may share their instruction, so everything else on the screen must fit too. */
    private static Item shown(String html) {
        int start = html.indexOf('>', html.indexOf(INSTRUCTION)) + 1;
        return ITEMS.stream().filter(item -> html.startsWith(item.instruction() + "</div>", start))
                .filter(item -> fits(item, html)).findFirst()
                .orElseThrow(() -> new AssertionError("No item fits the screen: " + html));
    }

    private static boolean fits(Item item, String html) {
        if (item.picture() != null && !html.contains(item.picture().path())) {
            return false;
        }
        return item.attachments().stream().allMatch(file -> html.contains(file.path())) && switch (item.work()) {
            case Item.Choose choose -> choose.choices().stream().allMatch(choice -> html.contains(choice.html()));
            case Item.Fill fill -> html.contains("name=\"field." + fill.field().name() + "\"")
                    && html.contains(HtmlUtils.htmlEscape(fill.field().label(), "UTF-8"));
            case Item.FillSeveral several -> several.parts().stream()
                    .allMatch(part -> part.html() == null || html.contains(part.html()));
            case Item.Operate operate -> html
                    .contains("data-setup=\"" + HtmlUtils.htmlEscape(operate.setup(), "UTF-8") + "\"");
        };
    }

    private static Map.Entry<String, String> field(Item.Field field, String value) {
        return Map.entry("field." + field.name(), value);
    }
}
