package fr.pixlti.tool.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Item.Field;
import fr.pixlti.tool.content.Item.Format;
import fr.pixlti.tool.content.Item.Tolerance;
import fr.pixlti.tool.content.domain.ContentFiles;
import fr.pixlti.tool.content.domain.ReadContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every item of the delivered content, marked by its own key and by answers derived from it. */
@org.junit.jupiter.api.Tag("content")
class RealItemsTests {

    static Stream<Item> items() {
        return ReadContent.read(ContentFiles.in("classpath:content/")).release().items().values().stream()
                .flatMap(RealItemsTests::draws)
                .sorted(java.util.Comparator.comparing(Item::id));
    }

    /** All that may be drawn from a template; of another item, itself. */
    private static Stream<Item> draws(Item item) {
        Item.Draws draws = item.draws();
        return draws == null ? Stream.of(item) : IntStream.range(0, draws.count()).mapToObj(draws::draw);
    }

    @ParameterizedTest
    @MethodSource("items")
    void keyed_answers_are_right_and_refused_ones_wrong(Item item) {
        switch (item.work()) {
            case Item.Choose choose -> choices(item, choose);
            case Item.Fill(Field field) -> field.answers().forEach(answer -> key(item, Map.of(), field, answer,
                    field.refused()));
            case Item.FillSeveral several when several.dependent() -> groups(item, several);
            case Item.FillSeveral several -> {
                Map<String, String> right = new TreeMap<>();
                several.fields().forEach(field -> right.put(field.name(), field.answers().getFirst()));
                several.fields().forEach(field -> field.answers().forEach(answer -> key(item, right, field, answer,
                        refused(field))));
            }
            case Item.Operate operate -> ends(item, operate);
        }
    }

    private static void ends(Item item, Item.Operate operate) {
        Map<String, String> right = new TreeMap<>();
        operate.facts().forEach(fact -> right.put(fact.name(), fact.answers().getFirst()));
        operate.facts().forEach(fact -> fact.answers().forEach(answer -> key(item, right, fact, answer, List.of())));
        Stream.concat(Stream.of(operate.start()), operate.refused().stream()).forEach(changed -> {
            Map<String, String> end = new TreeMap<>(right);
            end.putAll(changed);
            Given told = Given.Filled.of(end);
            assertThat(Marking.fits(item, told)).as("%s fits", end).isTrue();
            assertThat(Marking.mark(item, told, false)).as("%s", end).isEqualTo(Outcome.WRONG);
        });
    }

    private static void choices(Item item, Item.Choose choose) {
        Set<Integer> right = new TreeSet<>(IntStream.range(0, choose.choices().size())
                .filter(index -> choose.choices().get(index).right()).boxed().toList());
        // Every possible selection: only one is right.
        for (int selection = 1; selection < 1 << choose.choices().size(); selection++) {
            int bits = selection;
            TreeSet<Integer> indexes = new TreeSet<>(
                    IntStream.range(0, choose.choices().size()).filter(i -> (bits >> i & 1) == 1).boxed().toList());
            Given given = new Given.Chosen(indexes);
            if (Marking.fits(item, given)) {
                assertThat(Marking.mark(item, given, false)).as("%s", indexes)
                        .isEqualTo(indexes.equals(right) ? Outcome.RIGHT : Outcome.WRONG);
            }
        }
    }

    private static void key(Item item, Map<String, String> others, Field field, String answer, List<String> refused) {
        Stream.concat(Stream.of(answer), asGood(field, answer).stream())
                .forEach(text -> assertMarked(item, others, field, text, Outcome.RIGHT));
        refused.forEach(text -> assertMarked(item, others, field, text, Outcome.WRONG));
    }

    private static void assertMarked(Item item, Map<String, String> others, Field field, String text, Outcome outcome) {
        Map<String, String> texts = new TreeMap<>(others);
        texts.put(field.name(), text);
        Given given = Given.Filled.of(texts);
        assertThat(Marking.fits(item, given)).as("%s fits", texts).isTrue();
        assertThat(Marking.mark(item, given, false)).as("%s", texts).isEqualTo(outcome);
    }

    private static List<String> refused(Field field) {
        return field.options().isEmpty()
                ? field.refused()
                : field.options().stream().filter(option -> !field.answers().contains(option)).toList();
    }

    /** Answers that the tolerances of the field make equal to this one. */
    private static List<String> asGood(Field field, String answer) {
        List<String> texts = new ArrayList<>();
        // Of nothing there is no other way to write it.
        if (!field.options().isEmpty() || answer.isBlank()) {
            return texts;
        }
        texts.add(" " + answer + "\u00a0");
        if (field.format() == Format.NUMBER) {
            texts.add(answer.replace(',', '.'));
            texts.add(answer.replace('.', ','));
            return texts;
        }
        if (field.tolerances().contains(Tolerance.CASE)) {
            texts.add(answer.toUpperCase(Locale.FRENCH));
            texts.add(java.text.Normalizer.normalize(answer, java.text.Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
            texts.add(answer.replace(" ", "  "));
            texts.add(answer.replace(" ", ""));
        }
        if (field.tolerances().contains(Tolerance.PUNCTUATION)) {
            texts.add("« " + answer + " » !");
        }
        if (field.tolerances().contains(Tolerance.TYPOS) && answer.length() >= 8) {
            texts.add(answer.substring(0, 3) + answer.substring(4));
            texts.add(answer + "s");
        }
        return texts;
    }

    private static void groups(Item item, Item.FillSeveral several) {
        int fields = several.fields().size();
        for (int turn = 0; turn < several.groups().size(); turn++) {
            Map<String, String> right = new TreeMap<>();
            for (int i = 0; i < fields; i++) {
                right.put(several.fields().get(i).name(),
                        several.groups().get((i + turn) % several.groups().size()).getFirst());
            }
            for (int i = 0; i < fields; i++) {
                Field field = several.fields().get(i);
                several.groups().get((i + turn) % several.groups().size())
                        .forEach(answer -> key(item, right, field, answer, refused(field)));
            }
            if (fields > 1) {
                Map<String, String> twice = new TreeMap<>(right);
                twice.put(several.fields().get(1).name(), right.getOrDefault(several.fields().get(0).name(), ""));
                assertThat(Marking.mark(item, Given.Filled.of(twice), false)).as("%s", twice).isEqualTo(Outcome.WRONG);
            }
        }
    }
}
