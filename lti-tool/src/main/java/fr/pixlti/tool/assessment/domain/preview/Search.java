package fr.pixlti.tool.assessment.domain.preview;

import fr.pixlti.tool.assessment.domain.Marking;
import fr.pixlti.tool.assessment.domain.preview.LookAtItems.Placed;
import fr.pixlti.tool.content.Item;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which items are looked for; empty parts leave out none.
 *
 * @param competence its code
 * @param topic its id
 * @param words each of which stands in the item's id or anywhere in its texts, without regard to case and accents
 */
public record Search(String competence, String topic, String words) {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    boolean finds(Placed placed) {
        if (!competence.isEmpty() && !competence.equals(placed.topic().competence())
                || !topic.isEmpty() && !topic.equals(placed.topic().id())) {
            return false;
        }
        if (words.isBlank()) {
            return true;
        }
        String text = plain(texts(placed));
        return SPACE.splitAsStream(plain(words).strip()).allMatch(text::contains);
    }

    private static String texts(Placed placed) {
        Item item = placed.item();
        Stream<String> work = switch (item.work()) {
            case Item.Choose choose -> choose.choices().stream().map(Item.Choice::html);
            case Item.FillSeveral several -> Stream.concat(
                    several.parts().stream().map(part -> part.html() == null ? "" : part.html()),
                    several.groups().stream().flatMap(List::stream));
            case Item.Operate operate -> Stream.of(operate.simulator(), operate.title());
            case Item.Fill _ -> Stream.of();
        };
        Stream<String> fields = Marking.fields(item).stream()
                .flatMap(field -> Stream.concat(Stream.of(field.label()), field.answers().stream()));
        Stream<String> around = Stream.of(item.id(), placed.topic().title(), placed.skill().name(),
                item.instruction(), item.correction());
        Stream<String> files = item.attachments().stream().map(Item.Attachment::label);
        return String.join(" ", Stream.of(around, work, fields, files).flatMap(each -> each).toList());
    }

    private static String plain(String text) {
        String words = TAG.matcher(text).replaceAll(" ").replace("&quot;", "\"").replace("&lt;", "<")
                .replace("&gt;", ">").replace("&amp;", "&").replace('’', '\'');
        String letters = MARK.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("");
        return SPACE.matcher(letters).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
