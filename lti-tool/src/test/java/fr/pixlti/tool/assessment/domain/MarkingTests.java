package fr.pixlti.tool.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Item.Field;
import fr.pixlti.tool.content.Item.Format;
import fr.pixlti.tool.content.Item.Tolerance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingTests {

    private static final Given SKIPPED = new Given.Skipped();

    private static Item item(Item.Work work) {
        return new Item("t-1a", "t-1", work, "", null, List.of(), null, false, true, true, "", null, null);
    }

    private static Item choose(boolean several) {
        return item(new Item.Choose(several, List.of(new Item.Choice("a", true), new Item.Choice("b", false),
                new Item.Choice("c", several)), true));
    }

    private static Field field(String name, String... answers) {
        return new Field(name, name, Format.TEXT, List.of(), List.of(answers), Set.of(Tolerance.CASE), List.of());
    }

    private static Item several(List<Field> fields, List<List<String>> groups) {
        return item(new Item.FillSeveral(List.of(), fields, groups));
    }

    /** Indexes such as {@code 02}. */
    private static Given chosen(String indexes) {
        return new Given.Chosen(new TreeSet<>(indexes.chars().map(c -> c - '0').boxed().toList()));
    }

    /** Texts such as {@code x=a y=b}, with {@code _} for a space. */
    private static Given filled(String texts) {
        return Given.Filled.of(Stream.of(texts.split(" ")).map(pair -> pair.split("=", 2))
                .collect(java.util.stream.Collectors.toMap(pair -> pair[0], pair -> pair[1].replace('_', ' '))));
    }

    @ParameterizedTest
    @CsvSource({"0, RIGHT", "1, WRONG", "2, WRONG"})
    void a_qcu_is_right_when_the_right_one_is_chosen(String indexes, Outcome outcome) {
        assertThat(Marking.mark(choose(false), chosen(indexes), false)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"02, RIGHT", "0, WRONG", "2, WRONG", "012, WRONG", "1, WRONG", "01, WRONG"})
    void a_qcm_is_right_when_exactly_the_right_ones_are_chosen(String indexes, Outcome outcome) {
        assertThat(Marking.mark(choose(true), chosen(indexes), false)).isEqualTo(outcome);
    }

    @Test
    void a_qroc_is_right_when_any_answer_matches() {
        Item item = item(new Item.Fill(field("answer", "gare", "la gare")));
        assertThat(Marking.mark(item, filled("answer=La_Gare"), false)).isEqualTo(Outcome.RIGHT);
        assertThat(Marking.mark(item, filled("answer=mairie"), false)).isEqualTo(Outcome.WRONG);
    }

    @ParameterizedTest
    @CsvSource({"x=a y=b, RIGHT", "x=a y=c, WRONG", "x=b y=a, WRONG", "x=a, WRONG"})
    void independent_fields_must_all_be_right(String texts, Outcome outcome) {
        Item item = several(List.of(field("x", "a"), field("y", "b")), List.of());
        assertThat(Marking.mark(item, filled(texts), false)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"x=a y=b, RIGHT", "x=b y=a, RIGHT", "x=a y=A2, WRONG", "x=a y=a, WRONG", "x=c y=A2, RIGHT",
        "x=a y=d, WRONG"})
    void dependent_fields_use_each_group_once_in_any_order(String texts, Outcome outcome) {
        Item item = several(List.of(field("x"), field("y")), List.of(List.of("a", "a2"), List.of("b"), List.of("c")));
        assertThat(Marking.mark(item, filled(texts), false)).isEqualTo(outcome);
    }

    @Test
    void an_answer_good_for_two_groups_leaves_the_other_its_only_one() {
        Item item = several(List.of(field("x"), field("y"), field("z")),
                List.of(List.of("a", "b"), List.of("a", "c"), List.of("a")));
        assertThat(Marking.mark(item, filled("x=a y=b z=c"), false)).isEqualTo(Outcome.RIGHT);
        assertThat(Marking.mark(item, filled("x=a y=a z=b"), false)).isEqualTo(Outcome.RIGHT);
        assertThat(Marking.mark(item, filled("x=a y=c z=b"), false)).isEqualTo(Outcome.RIGHT);
        assertThat(Marking.mark(item, filled("x=b y=b z=a"), false)).isEqualTo(Outcome.WRONG);
    }

    @Test
    void only_a_right_answer_can_be_late() {
        assertThat(Marking.mark(choose(false), chosen("0"), true)).isEqualTo(Outcome.LATE);
        assertThat(Marking.mark(choose(false), chosen("1"), true)).isEqualTo(Outcome.WRONG);
        assertThat(Marking.mark(choose(false), SKIPPED, true)).isEqualTo(Outcome.SKIPPED);
        assertThat(Stream.of(Outcome.values()).filter(Outcome::success)).containsExactly(Outcome.RIGHT);
    }

    @ParameterizedTest
    @CsvSource({"0, true, true", "01, false, true", "3, false, false", "'', false, false", "03, false, false"})
    void choices_fit_when_they_exist_and_are_not_too_many(String indexes, boolean one, boolean many) {
        assertThat(Marking.fits(choose(false), chosen(indexes))).isEqualTo(one);
        assertThat(Marking.fits(choose(true), chosen(indexes))).isEqualTo(many);
    }

    @Test
    void texts_fit_when_every_field_and_no_other_is_filled() {
        Field list = new Field("y", "", Format.TEXT, List.of("oui", "non"), List.of("oui"), Set.of(), List.of());
        Item item = several(List.of(field("x", "a"), list), List.of());
        assertThat(Marking.fits(item, filled("x=a y=non"))).isTrue();
        assertThat(Marking.fits(item, filled("x=a"))).isFalse();
        assertThat(Marking.fits(item, filled("x= y=non"))).isFalse();
        assertThat(Marking.fits(item, filled("x=a y=peut-être"))).isFalse();
        assertThat(Marking.fits(item, filled("x=a y=non z=a"))).isFalse();
        assertThat(Marking.fits(item, filled("x=" + "a".repeat(501) + " y=non"))).isFalse();
    }

    private static Item operate() {
        return item(new Item.Operate("boutons", "Boutons", "{}", List.of(field("to", "a|b", "a"), field("bcc", "")),
                Map.of("to", ""), List.of(Map.of("bcc", "a"))));
    }

    @ParameterizedTest
    @CsvSource({"to=a|b bcc=, RIGHT", "to=A bcc=, RIGHT", "to=a bcc=b, WRONG", "to= bcc=, WRONG"})
    void a_simulator_is_right_when_every_fact_is(String facts, Outcome outcome) {
        assertThat(Marking.fits(operate(), filled(facts))).isTrue();
        assertThat(Marking.mark(operate(), filled(facts), false)).isEqualTo(outcome);
    }

    @Test
    void facts_fit_when_none_is_missing_and_others_are_left_out() {
        assertThat(Marking.fits(operate(), filled("to=a"))).isFalse();
        assertThat(Marking.fits(operate(), filled("to=a bcc=" + "b".repeat(501)))).isFalse();
        Given told = filled("to=a bcc= drafts=1");
        assertThat(Marking.fits(operate(), told)).isFalse();
        assertThat(Marking.concerning(operate(), told)).isEqualTo(filled("to=a bcc="));
        assertThat(Marking.concerning(operate(), SKIPPED)).isEqualTo(SKIPPED);
        Item fill = item(new Item.Fill(field("answer", "a")));
        assertThat(Marking.concerning(fill, filled("answer=a x=b"))).isEqualTo(filled("answer=a x=b"));
        assertThat(Marking.fits(operate(), chosen("0"))).isFalse();
    }

    @Test
    void an_answer_of_another_kind_neither_fits_nor_is_right() {
        Item fill = item(new Item.Fill(field("answer", "a")));
        assertThat(Marking.fits(fill, chosen("0"))).isFalse();
        assertThat(Marking.fits(choose(true), filled("answer=a"))).isFalse();
        assertThat(Marking.fits(fill, SKIPPED)).isTrue();
        assertThat(Marking.mark(fill, chosen("0"), false)).isEqualTo(Outcome.WRONG);
        assertThat(Marking.mark(choose(true), filled("answer=a"), false)).isEqualTo(Outcome.WRONG);
    }

    @Test
    void answers_are_stored_compactly_and_come_back() {
        Map<String, Given> stored = Map.of("null", SKIPPED, "[0,2]", chosen("20"),
                "{\"x\":\"a \\\"é\\\"\",\"y\":\"b\"}",
                Given.Filled.of(Map.of("y", "b", "x", "a \"é\"")));
        stored.forEach((json, given) -> {
            assertThat(GivenJson.write(given)).isEqualTo(json);
            assertThat(GivenJson.read(json)).isEqualTo(given);
        });
    }
}
