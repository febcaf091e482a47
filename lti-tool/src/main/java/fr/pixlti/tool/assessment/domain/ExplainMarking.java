package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Item.Field;
import fr.pixlti.tool.content.Item.FillSeveral;
import fr.pixlti.tool.content.Item.Format;
import fr.pixlti.tool.content.Item.Tolerance;
import fr.pixlti.tool.content.Tolerances;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What {@link Marking} makes of an answer and how each field comes to it, for people who write items. */
public final class ExplainMarking {

    private ExplainMarking() {}

    /** @param fields of what was filled in or told by a simulator; empty for choices */
    public record Explained(Outcome outcome, List<FieldMark> fields) {}

    /**
     * What becomes of a field.
     *
     * @param answer the keyed answer that the text was taken for, absent when it is wrong
     * @param by the fewest tolerances that make them equal, none when they are as they stand
     * @param taken wrong only because another field of the item has what this one would be right for
     */
    public record FieldMark(Field field, String given, @Nullable String answer, Set<Tolerance> by, boolean taken) {

        public boolean accepted() {
            return answer != null;
        }

        /** Whether it is the keyed number, written otherwise. */
        public boolean sameNumber() {
            return answer != null && field.format() == Format.NUMBER && !answer.equals(given.strip());
        }
    }

    /**
     * Explains an answer that fits the item.
     *
     * @param late whether the item's time was up
     */
    public static Explained explain(Item item, Given given, boolean late) {
        List<FieldMark> fields = given instanceof Given.Filled(var texts) ? fields(item, texts) : List.of();
        return new Explained(Marking.mark(item, given, late), fields);
    }

    private static List<FieldMark> fields(Item item, SortedMap<String, String> texts) {
        if (item.work() instanceof FillSeveral several && several.dependent()) {
            return dependent(several, texts);
        }
        return Marking.fields(item).stream()
                .map(field -> mark(field, field.answers(), texts.getOrDefault(field.name(), ""))).toList();
    }

    private static List<FieldMark> dependent(FillSeveral several, SortedMap<String, String> texts) {
        int[] groups = Groups.served(several, texts);
        List<FieldMark> marks = new ArrayList<>();
        for (int i = 0; i < groups.length; i++) {
            Field field = several.fields().get(i);
            String text = texts.getOrDefault(field.name(), "");
            marks.add(groups[i] == Groups.FREE
                    ? new FieldMark(field, text, null, Set.of(), several.groups().stream()
                            .anyMatch(group -> Tolerances.accepts(field, group, text)))
                    : mark(field, several.groups().get(groups[i]), text));
        }
        return marks;
    }

    private static FieldMark mark(Field field, List<String> answers, String text) {
        for (Set<Tolerance> by : fewestFirst(field.tolerances())) {
            for (String answer : answers) {
                if (tells(by, field, text + answer) && Tolerances.accepts(under(by, field), List.of(answer), text)) {
                    return new FieldMark(field, text, answer, by, false);
                }
            }
        }
        return new FieldMark(field, text, null, Set.of(), false);
    }

    /** Without CASE, PUNCTUATION drops letters with accents, which is not why the field accepts them. */
    private static boolean tells(Set<Tolerance> by, Field field, String texts) {
        return by.contains(Tolerance.CASE) || !by.contains(Tolerance.PUNCTUATION)
                || !field.tolerances().contains(Tolerance.CASE)
                || texts.chars().noneMatch(c -> c > 0x7f && Character.isLetter(c));
    }

    private static Field under(Set<Tolerance> tolerances, Field field) {
        return new Field(field.name(), field.label(), field.format(), field.options(), field.answers(), tolerances,
                field.refused());
    }

    /** Every part of the field's tolerances that says the same as they do, or less; the whole last. */
    private static List<Set<Tolerance>> fewestFirst(Set<Tolerance> all) {
        List<Set<Tolerance>> parts = new ArrayList<>(List.of(EnumSet.noneOf(Tolerance.class)));
        for (Tolerance each : Tolerance.values()) {
            if (all.contains(each)) {
                for (Set<Tolerance> part : List.copyOf(parts)) {
                    Set<Tolerance> more = EnumSet.of(each);
                    more.addAll(part);
                    parts.add(more);
                }
            }
        }
        parts.sort(Comparator.comparingInt(Set::size));
        return parts;
    }
}
