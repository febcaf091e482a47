package fr.pixlti.tool.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.assessment.domain.ExplainMarking.Explained;
import fr.pixlti.tool.assessment.domain.ExplainMarking.FieldMark;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Item.Tolerance;
import fr.pixlti.tool.content.domain.ContentFiles;
import fr.pixlti.tool.content.domain.ReadContent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why fields are accepted or refused, on the items of the fixture. */
class ExplainMarkingTests {

    private static final Map<String, Item> ITEMS = ReadContent
            .read(ContentFiles.in("classpath:content-fixtures/good/")).release().items();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            lundi     | lundi |
            LUNDI     | lundi | CASE
            lundi.    | lundi | PUNCTUATION
            Lundi !   | lundi | CASE,PUNCTUATION
            lumdi     | lundi | TYPOS
            mardi     | -     |
            """)
    void the_fewest_tolerances_are_named(String given, String answer, String by) {
        FieldMark mark = only(explain("chercher-2a", "answer", given));
        assertThat(mark.answer()).isEqualTo(answer);
        assertThat(mark.by()).isEqualTo(tolerances(by));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 250,5  | true  | false
            1250.50  | true  | true
            1250     | false | false
            beaucoup | false | false
            """)
    void numbers_are_equal_however_they_are_written(String given, boolean accepted, boolean same) {
        FieldMark mark = only(explain("chercher-2b", "answer", given));
        assertThat(mark.accepted()).isEqualTo(accepted);
        assertThat(mark.sameNumber()).isEqualTo(same);
    }

    @Test
    void each_field_is_told_by_itself_and_the_outcome_is_that_of_the_marking() {
        Explained explained = explain("chercher-4a", "qui", "lea martin", "verdict", "oui");
        assertThat(explained.fields()).extracting(FieldMark::accepted).containsExactly(true, false);
        assertThat(explained.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(explain("chercher-4a", "qui", "lea martin", "verdict", "non").outcome()).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void two_fields_cannot_have_the_same_group() {
        Explained twice = explain("chercher-4b", "un", "https", "deux", "https://");
        assertThat(twice.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(twice.fields()).extracting(FieldMark::accepted, FieldMark::taken)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(true, false),
                        org.assertj.core.groups.Tuple.tuple(false, true));
        Explained crossed = explain("chercher-4b", "un", "cadenas", "deux", "https");
        assertThat(crossed.outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(crossed.fields()).extracting(FieldMark::answer).containsExactly("cadenas", "HTTPS");
        assertThat(explain("chercher-4b", "un", "logo", "deux", "https").fields()).extracting(FieldMark::taken)
                .containsExactly(false, false);
    }

    @Test
    void facts_of_a_simulator_may_be_empty() {
        Explained explained = explain("operer-3a", "couleur", "bordeaux", "copie", "", "objet", "été");
        assertThat(explained.outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(explained.fields()).filteredOn(mark -> mark.field().name().equals("objet"))
                .extracting(FieldMark::by).containsExactly(Set.of(Tolerance.PUNCTUATION, Tolerance.CASE));
    }

    @Test
    void late_and_chosen_answers_have_their_outcome() {
        assertThat(ExplainMarking.explain(item("chercher-2a"), Given.Filled.of(Map.of("answer", "lundi")), true)
                .outcome()).isEqualTo(Outcome.LATE);
        Explained chosen = ExplainMarking.explain(item("chercher-1a"),
                new Given.Chosen(new TreeSet<>(Set.of(1))), false);
        assertThat(chosen.outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(chosen.fields()).isEmpty();
    }

    private static Explained explain(String item, String... texts) {
        java.util.TreeMap<String, String> all = new java.util.TreeMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            all.put(texts[i], texts[i + 1]);
        }
        return ExplainMarking.explain(item(item), new Given.Filled(all), false);
    }

    private static FieldMark only(Explained explained) {
        assertThat(explained.fields()).hasSize(1);
        return explained.fields().getFirst();
    }

    private static Item item(String id) {
        return java.util.Objects.requireNonNull(ITEMS.get(id), id);
    }

    private static Set<Tolerance> tolerances(String names) {
        Set<Tolerance> tolerances = new TreeSet<>();
        for (String name : names == null ? new String[0] : names.split(",")) {
            tolerances.add(Tolerance.valueOf(name));
        }
        return tolerances;
    }
}
