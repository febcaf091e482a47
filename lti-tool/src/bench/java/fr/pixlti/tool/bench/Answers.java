package fr.pixlti.tool.bench;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.domain.ContentFiles;
import fr.pixlti.tool.content.domain.ReadContent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.util.HtmlUtils;

/** Knows the content: which item a screen shows, and what is right. */
final class Answers {

    static final String COMPETENCE = "1.1";
    private static final String INSTRUCTION = "id=\"instruction\"";

    private final List<Item> items;

    private Answers(List<Item> items) {
        this.items = items;
    }

    static Answers read() {
        ContentRelease release = ReadContent.read(ContentFiles.in("classpath:content/")).release();
        return new Answers(
                release.skillsOf(COMPETENCE).stream().map(Skill::items).flatMap(List::stream).toList());
    }

    /** The fields that answer the question on this screen rightly, as a form sends them. */
    String right(String html) {
        return switch (shown(html).work()) {
            case Item.Choose choose -> IntStream.range(0, choose.choices().size())
                    .filter(index -> choose.choices().get(index).right()).mapToObj(index -> "choice=" + index)
                    .collect(Collectors.joining("&"));
            case Item.Fill fill -> field(fill.field().name(), fill.field().answers().getFirst());
            case Item.FillSeveral several -> form(right(several));
            case Item.Operate operate -> operate.facts().stream()
                    .map(fact -> parameter("fact." + fact.name(), fact.answers().getFirst()))
                    .collect(Collectors.joining("&"));
        };
    }

    /** Values that are right in every field, by field name. */
    static Map<String, String> right(Item.FillSeveral several) {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < several.fields().size(); i++) {
            Item.Field field = several.fields().get(i);
            texts.put(field.name(),
                    several.dependent() ? several.groups().get(i).getFirst() : field.answers().getFirst());
        }
        return texts;
    }

    /** Variants may share their instruction, so everything else on the screen must fit too. */
    private Item shown(String html) {
        int start = html.indexOf('>', html.indexOf(INSTRUCTION)) + 1;
        return items.stream().filter(item -> html.startsWith(item.instruction() + "</div>", start))
                .filter(item -> fits(item, html)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No item fits the screen: " + html));
    }

    private static boolean fits(Item item, String html) {
        if (item.picture() != null && !html.contains(item.picture().path())) {
            return false;
        }
        return item.attachments().stream().allMatch(file -> html.contains(file.path())) && switch (item.work()) {
            case Item.Choose choose -> choose.choices().stream().allMatch(choice -> html.contains(choice.html()));
            case Item.Fill fill -> html.contains("name=\"field." + fill.field().name() + "\"");
            case Item.FillSeveral several -> several.parts().stream()
                    .allMatch(part -> part.html() == null || html.contains(part.html()));
            case Item.Operate operate -> html
                    .contains("data-setup=\"" + HtmlUtils.htmlEscape(operate.setup(), "UTF-8") + "\"");
        };
    }

    private static String form(Map<String, String> texts) {
        return texts.entrySet().stream().map(text -> field(text.getKey(), text.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String field(String name, String value) {
        return parameter("field." + name, value);
    }

    private static String parameter(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
