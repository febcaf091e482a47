package fr.pixlti.tool.content.domain.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.domain.exchange.ImportReport.State;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A question bank of 100 questions in Moodle XML, imported in one go. */
class ImportBankTests {

    private static final Imported BANK = Imported.of(MoodleBank.xml());
    private static final ContentRelease RELEASE = BANK.read().release();

    @Test
    void all_100_have_their_line_and_all_but_three_kinds_come_over() {
        assertThat(BANK.report().lines()).hasSize(100);
        Map<State, Long> states = BANK.report().lines().stream()
                .collect(Collectors.groupingBy(ImportReport.Line::state, Collectors.counting()));
        assertThat(states).containsEntry(State.REFUSED, 18L);
        assertThat(BANK.report().lines()).filteredOn(line -> line.state() == State.REFUSED)
                .allSatisfy(line -> assertThat(line.remarks()).extracting(Remark::note)
                        .containsAnyOf(Note.NOT_BY_HAND, Note.NOT_A_QUESTION, Note.NOT_DRAWN));
        assertThat(RELEASE.items()).hasSize(82);
    }

    @Test
    void tags_give_competence_and_level_and_categories_topics() {
        assertThat(RELEASE.topicsByCompetence().keySet()).containsExactlyInAnyOrder("1.2", "1.3");
        assertThat(RELEASE.topics().keySet()).contains("chapitre-1", "chapitre-5");
        assertThat(RELEASE.skills().values()).extracting(Skill::level).containsOnly(1, 2, 3, 4, 5);
    }

    @Test
    void each_kind_becomes_work_of_ours() {
        Item.Choose one = (Item.Choose) item(0).work();
        assertThat(one.several()).isFalse();
        assertThat(one.choices()).extracting(Item.Choice::html).contains("Elle trie 0",
                "Elle classe <code>a.txt</code>");
        assertThat(BANK.notes(MoodleBank.name(0))).contains(Note.PARTIAL_CREDIT);
        Item.Choose several = (Item.Choose) item(1).work();
        assertThat(several.choices().stream().filter(Item.Choice::right)).extracting(Item.Choice::html)
                .containsExactly("Un", "Deux");
        assertThat(several.shuffled()).isFalse();
        assertThat(field(item(2), 0).options()).containsExactly("Vrai", "Faux");
        assertThat(field(item(2), 0).answers()).containsExactly("Vrai");
        Item.Field typed = ((Item.Fill) item(3).work()).field();
        assertThat(typed.answers()).containsExactly("Un tableau");
        assertThat(typed.tolerances()).isEmpty();
        assertThat(((Item.Fill) item(18).work()).field().tolerances()).containsExactly(Item.Tolerance.CASE);
        Item.Field number = ((Item.Fill) item(4).work()).field();
        assertThat(number.answers()).containsExactly("10", "11", "12", "13", "14");
        assertThat(BANK.line(MoodleBank.name(4)).remarks()).contains(Remark.of(Note.WHOLE_NUMBERS, "10", "14"));
        assertThat(fields(item(5))).extracting(Item.Field::answers).containsExactly(List.of("Paris"), List.of("Rome"),
                List.of("Madrid"));
        assertThat(field(item(5), 0).options()).containsExactly("Lisbonne", "Madrid", "Paris", "Rome");
        assertThat(fields(item(6))).extracting(field -> field.label() + field.answers().getFirst())
                .containsExactlyInAnyOrder("Ouvrir1", "Écrire2", "Enregistrer3");
        assertThat(fields(item(7))).extracting(Item.Field::answers).containsExactly(List.of("Paris"), List.of("20"),
                List.of("nord"));
        assertThat(field(item(7), 2).options()).containsExactly("nord", "sud", "ouest");
        for (int i : List.of(8, 9)) {
            assertThat(fields(item(i))).extracting(Item.Field::answers).containsExactly(List.of("8"), List.of("1024"));
        }
    }

    @Test
    void files_come_along_under_names_that_content_may_have() {
        Item.Picture picture = java.util.Objects.requireNonNull(item(13).picture());
        assertThat(picture.alt()).isEqualTo("Un point noir");
        assertThat(picture.path()).endsWith("files/image-13.png");
        assertThat(item(14).attachments()).extracting(Item.Attachment::label).containsExactly("Les données");
        assertThat(item(14).attachments().getFirst().path()).endsWith("files/donnees.csv");
        assertThat(item(0).instruction()).contains("<strong>Inès</strong>").contains("3\u00a0&lt;\u00a04");
    }

    @Test
    void more_than_26_of_one_level_fill_a_further_topic_and_taken_names_are_left_alone() {
        StringBuilder gift = new StringBuilder("$CATEGORY: top/Divers\n\n");
        for (int i = 0; i < 60; i++) {
            gift.append("::N").append(i).append(":: Combien ? {#").append(i).append("}\n\n");
        }
        Imported many = Imported.of(gift.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Set.of("divers"));
        assertThat(many.read().release().topics().keySet()).containsExactlyInAnyOrder("divers-2", "divers-3",
                "divers-4");
        assertThat(many.notes("N59")).contains(Note.FURTHER_TOPIC);
        assertThat(many.line("N25").item()).isEqualTo("divers-2-3z");
    }

    private static Item item(int number) {
        return RELEASE.item(BANK.line(MoodleBank.name(number)).item());
    }

    private static List<Item.Field> fields(Item item) {
        return ((Item.FillSeveral) item.work()).fields();
    }

    private static Item.Field field(Item item, int number) {
        return fields(item).get(number);
    }
}
