package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Item.Choose;
import fr.pixlti.tool.content.Item.Field;
import fr.pixlti.tool.content.Item.Fill;
import fr.pixlti.tool.content.Item.FillSeveral;
import fr.pixlti.tool.content.Item.Operate;
import fr.pixlti.tool.content.Tolerances;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Marks answers (pix.md §5): choices as an exact set, fields with their tolerances, all fields of an item. */
public final class Marking {

    /** Longest text kept of a field, in characters; no keyed answer comes near. */
    public static final int LONGEST_TEXT = 500;

    private Marking() {}

    /**
     * Whether the answer has the shape that the item asks for, complete: at least one choice and only existing ones,
     * exactly one in a QCU, something in every field and nothing in others, every fact of a simulator, perhaps empty. One
     * that has not is no answer yet: the learner stays on the question.
     */
    public static boolean fits(Item item, Given given) {
        return switch (given) {
            case Given.Skipped() -> true;
            case Given.Chosen(var indexes) -> item.work() instanceof Choose choose && !indexes.isEmpty()
                    && indexes.first() >= 0 && indexes.last() < choose.choices().size()
                    && (choose.several() || indexes.size() == 1);
            case Given.Filled(var texts) -> {
                List<Field> fields = fields(item);
                yield !fields.isEmpty() && texts.size() == fields.size()
                        && fields.stream().allMatch(item.work() instanceof Operate
                                ? field -> isTold(texts.get(field.name()))
                                : field -> isFilled(field, texts.getOrDefault(field.name(), "")));
            }
        };
    }

    /** The answer without what the item does not ask for: a simulator tells more facts than those that count. */
    public static Given concerning(Item item, Given given) {
        if (!(item.work() instanceof Operate operate) || !(given instanceof Given.Filled(var texts))) {
            return given;
        }
        SortedMap<String, String> asked = new TreeMap<>(texts);
        asked.keySet().retainAll(operate.facts().stream().map(Field::name).collect(Collectors.toSet()));
        return new Given.Filled(asked);
    }

    /**
     * The outcome of an answer that fits.
     *
     * @param late whether the item's time was up when it came
     */
    public static Outcome mark(Item item, Given given, boolean late) {
        boolean right = switch (given) {
            case Given.Skipped() -> false;
            case Given.Chosen(var indexes) -> item.work() instanceof Choose choose && isRight(choose, indexes);
            case Given.Filled(var texts) -> switch (item.work()) {
                case Fill(Field field) -> accepts(field, texts);
                case FillSeveral several -> isRight(several, texts);
                case Operate operate -> operate.facts().stream().allMatch(fact -> accepts(fact, texts));
                case Choose _ -> false;
            };
        };
        if (right) {
            return late ? Outcome.LATE : Outcome.RIGHT;
        }
        return given instanceof Given.Skipped ? Outcome.SKIPPED : Outcome.WRONG;
    }

    /** The fields or facts of an item, none when it is about choosing. */
    public static List<Field> fields(Item item) {
        return switch (item.work()) {
            case Fill(Field field) -> List.of(field);
            case FillSeveral several -> several.fields();
            case Operate operate -> operate.facts();
            case Choose _ -> List.of();
        };
    }

    private static boolean isFilled(Field field, String text) {
        return !text.isBlank() && text.length() <= LONGEST_TEXT
                && (field.options().isEmpty() || field.options().contains(text));
    }

    private static boolean isTold(@Nullable String fact) {
        return fact != null && fact.length() <= LONGEST_TEXT;
    }

    private static boolean isRight(Choose choose, SortedSet<Integer> indexes) {
        return indexes.equals(IntStream.range(0, choose.choices().size())
                .filter(index -> choose.choices().get(index).right()).boxed().collect(Collectors.toSet()));
    }

    private static boolean isRight(FillSeveral several, SortedMap<String, String> texts) {
        if (several.dependent()) {
            return Groups.allServed(several, texts);
        }
        return several.fields().stream().allMatch(field -> accepts(field, texts));
    }

    private static boolean accepts(Field field, SortedMap<String, String> texts) {
        return Tolerances.accepts(field, texts.getOrDefault(field.name(), ""));
    }
}
