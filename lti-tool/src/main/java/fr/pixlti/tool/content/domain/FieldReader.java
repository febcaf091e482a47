package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Item.Format;
import fr.pixlti.tool.content.Item.Tolerance;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a field. */
final class FieldReader {

    private final Entries entries;
    private final String name;

    FieldReader(Entries entries, String name) {
        this.entries = entries;
        this.name = name;
    }

    /** Stands for a field that is missing, while the other faults are looked for. */
    static Item.Field none(String name) {
        return new Item.Field(name, "", Format.TEXT, List.of(), List.of(), Set.of(), List.of());
    }

    /** A field with answers of its own. */
    Item.Field independent() {
        return read(null);
    }

    /** A field that shares accepted groups with others. */
    Item.Field dependent(List<List<String>> groups) {
        return read(groups);
    }

    private Item.Field read(@Nullable List<List<String>> groups) {
        String label = entries.text("label", 120);
        boolean list = entries.has("options");
        List<String> options = list ? values(entries.texts("options")) : List.of();
        Format format = "number".equals(entries.word("format", "text", "number")) ? Format.NUMBER : Format.TEXT;
        Set<Tolerance> tolerances = tolerances(format, list);
        List<Entries.Text> refused = refused(list || groups != null);
        Item.Field shared = new Item.Field(name, label, format, options, List.of(), tolerances, values(refused));
        if (groups != null) {
            KeyChecks.check(entries, shared, groups.stream().flatMap(List::stream).map(this::here).toList(), refused);
            entries.done();
            return shared;
        }
        List<Entries.Text> answers = entries.texts("answers");
        if (entries.has("answers") && answers.isEmpty()) {
            entries.fault("answers", "a field has at least one answer");
        }
        KeyChecks.check(entries, shared, answers, refused);
        entries.done();
        return new Item.Field(name, label, format, options, values(answers), tolerances, values(refused));
    }

    private Set<Tolerance> tolerances(Format format, boolean list) {
        boolean compared = format == Format.TEXT && !list;
        if (!entries.has("tolerances")) {
            return compared ? EnumSet.allOf(Tolerance.class) : Set.of();
        }
        Set<Tolerance> tolerances = tolerances(entries);
        if (!compared && !tolerances.isEmpty()) {
            entries.fault("tolerances", "numbers and drop-down lists are compared exactly");
        }
        return tolerances;
    }

    /** Those that stand there. */
    static Set<Tolerance> tolerances(Entries entries) {
        EnumSet<Tolerance> tolerances = EnumSet.noneOf(Tolerance.class);
        for (Entries.Text text : entries.texts("tolerances")) {
            switch (text.value()) {
                case "case" -> tolerances.add(Tolerance.CASE);
                case "punctuation" -> tolerances.add(Tolerance.PUNCTUATION);
                case "typos" -> tolerances.add(Tolerance.TYPOS);
                default -> entries.reading().fault(text.line(), "unknown tolerance `" + text.value() + "`");
            }
        }
        return tolerances;
    }

    private List<Entries.Text> refused(boolean optional) {
        if (!entries.has("refused") && (optional || entries.reading().lacks(entries, "refused"))) {
            return List.of();
        }
        List<Entries.Text> refused = entries.texts("refused");
        if (entries.has("refused") && refused.isEmpty()) {
            entries.fault("refused", "at least one plausible wrong answer is needed");
        }
        return refused;
    }

    private Entries.Text here(String value) {
        return new Entries.Text(value, entries.line());
    }

    static List<String> values(List<Entries.Text> texts) {
        return texts.stream().map(Entries.Text::value).toList();
    }
}
