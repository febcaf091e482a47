package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Item.Format;
import fr.pixlti.tool.content.Item.Tolerance;
import fr.pixlti.tool.content.Tolerances;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a field and checks its answer key against itself. */
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
            checkKey(shared, groups.stream().flatMap(List::stream).map(this::here).toList(), refused);
            entries.done();
            return shared;
        }
        List<Entries.Text> answers = entries.texts("answers");
        if (entries.has("answers") && answers.isEmpty()) {
            entries.fault("answers", "a field has at least one answer");
        }
        checkKey(shared, answers, refused);
        entries.done();
        return new Item.Field(name, label, format, options, values(answers), tolerances, values(refused));
    }

    private Set<Tolerance> tolerances(Format format, boolean list) {
        boolean compared = format == Format.TEXT && !list;
        if (!entries.has("tolerances")) {
            return compared ? EnumSet.allOf(Tolerance.class) : Set.of();
        }
        EnumSet<Tolerance> tolerances = EnumSet.noneOf(Tolerance.class);
        for (Entries.Text text : entries.texts("tolerances")) {
            switch (text.value()) {
                case "case" -> tolerances.add(Tolerance.CASE);
                case "punctuation" -> tolerances.add(Tolerance.PUNCTUATION);
                case "typos" -> tolerances.add(Tolerance.TYPOS);
                default -> entries.reading().fault(text.line(), "unknown tolerance `" + text.value() + "`");
            }
        }
        if (!compared && !tolerances.isEmpty()) {
            entries.fault("tolerances", "numbers and drop-down lists are compared exactly");
        }
        return tolerances;
    }

    private List<Entries.Text> refused(boolean optional) {
        if (optional && !entries.has("refused")) {
            return List.of();
        }
        List<Entries.Text> refused = entries.texts("refused");
        if (entries.has("refused") && refused.isEmpty()) {
            entries.fault("refused", "at least one plausible wrong answer is needed");
        }
        return refused;
    }

    private void checkKey(Item.Field field, List<Entries.Text> answers, List<Entries.Text> refused) {
        if (!field.options().isEmpty()) {
            checkOptions(field, answers, refused);
            return;
        }
        for (Entries.Text answer : answers) {
            if (field.format() == Format.NUMBER && Tolerances.number(answer.value()).isEmpty()) {
                entries.reading().fault(answer.line(), "the answer `" + answer.value() + "` is not a number");
            }
            if (field.format() == Format.TEXT && Tolerances.reduced(answer.value(), field.tolerances()).isEmpty()) {
                entries.reading().fault(answer.line(), "nothing is left of the answer `" + answer.value()
                        + "` under the tolerances " + words(field.tolerances()));
            }
        }
        for (Entries.Text wrong : refused) {
            for (Entries.Text answer : answers) {
                if (Tolerances.accepts(field, List.of(answer.value()), wrong.value())) {
                    entries.reading().fault(wrong.line(), "the refused `" + wrong.value()
                            + "` is within the tolerances of the answer `" + answer.value() + "`");
                }
            }
        }
    }

    private void checkOptions(Item.Field field, List<Entries.Text> answers, List<Entries.Text> refused) {
        if (new HashSet<>(field.options()).size() < Math.max(2, field.options().size())) {
            entries.fault("options", "a drop-down list has at least two options, all different");
        }
        if (field.format() == Format.NUMBER) {
            entries.fault("format", "a drop-down list has no format");
        }
        for (Entries.Text answer : answers) {
            if (!field.options().contains(answer.value())) {
                entries.reading().fault(answer.line(), "the answer `" + answer.value() + "` is not among the options");
            }
        }
        List<String> right = values(answers);
        if (!right.isEmpty() && right.containsAll(field.options())) {
            entries.fault("options", "every option is right");
        }
        for (Entries.Text wrong : refused) {
            if (right.contains(wrong.value()) || !field.options().contains(wrong.value())) {
                entries.reading().fault(wrong.line(), "the refused `" + wrong.value() + "` is not a wrong option");
            }
        }
    }

    private Entries.Text here(String value) {
        return new Entries.Text(value, entries.line());
    }

    private static List<String> values(List<Entries.Text> texts) {
        return texts.stream().map(Entries.Text::value).toList();
    }

    private static String words(Set<Tolerance> tolerances) {
        return tolerances.toString().toLowerCase(Locale.ROOT);
    }
}
