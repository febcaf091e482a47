package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Item;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An item whose {@code parameters} are drawn: {@code {name}} in any of its texts stands for the value drawn. Each draw is
 * read and checked like an item that an author wrote; the first at once, others when somebody gets them.
 */
final class Template implements Item.Draws {

    /** So that two neighbours rarely get the same figures, while every draw can be tried by a test. */
    private static final int MOST_DRAWS = 32;
    private static final int FEWEST_DRAWS = 6;
    private static final Set<String> OWN_KEYS = Set.of("parameters", "suchThat");
    /** A name between single braces: double ones are the places of fields. */
    private static final Pattern PLACE = Pattern.compile("(?<!\\{)\\{([a-z][a-z0-9_]*)(\\.raw)?}(?!})");

    private final Entries entries;
    private final String skill;
    private final List<Map<String, Parameters.Value>> values;
    private final AtomicReferenceArray<Item> read;

    private Template(Entries entries, String skill, List<Map<String, Parameters.Value>> values) {
        this.entries = entries;
        this.skill = skill;
        this.values = values;
        this.read = new AtomicReferenceArray<>(values.size());
    }

    /** The first draw, which hands out the others; faults are noted as for any item. */
    static Item read(Entries entries, String skill) {
        List<Map<String, Parameters.Value>> values = Parameters.of(entries).draws(MOST_DRAWS);
        Template template = new Template(entries, skill, values);
        if (values.size() < FEWEST_DRAWS) {
            entries.fault("parameters", "only " + values.size() + " different draws are possible, fewer than "
                    + FEWEST_DRAWS);
        }
        Map<String, Parameters.Value> first = values.isEmpty() ? Map.of() : values.getFirst();
        Item item = template.read(first, entries.reading());
        if (!values.isEmpty()) {
            template.read.set(0, item);
        }
        return item;
    }

    @Override
    public int count() {
        return values.size();
    }

    /** @throws FaultyContent when what is drawn is no good item; tests of the content draw them all */
    @Override
    public Item draw(int index) {
        Item known = read.get(index);
        if (known != null) {
            return known;
        }
        Reading reading = entries.reading().again();
        Item item = read(values.get(index), reading);
        if (!reading.faults().isEmpty()) {
            throw new FaultyContent(reading.faults().stream().map(fault -> new Fault(fault.file(), fault.line(),
                    "drawn with " + values.get(index) + ": " + fault.message())).toList());
        }
        read.set(index, item);
        return item;
    }

    private Item read(Map<String, Parameters.Value> drawn, Reading reading) {
        Entries filled = entries.rewritten(reading, OWN_KEYS, text -> filled(text, drawn, reading));
        return new ItemReader(filled, skill).read(values.size() < 2 ? null : this);
    }

    private String filled(String text, Map<String, Parameters.Value> drawn, Reading reading) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        Matcher matcher = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            Parameters.Value value = drawn.get(matcher.group(1));
            if (value == null) {
                reading.fault(entries.line(), "{" + matcher.group(1) + "} is no parameter");
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(
                    value == null ? "" : matcher.group(2) == null ? value.text() : value.raw()));
        }
        return matcher.appendTail(filled).toString();
    }

    /** Two readings of one file give equal items; what differs besides the values, the items' first draws tell. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Template that && skill.equals(that.skill) && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
