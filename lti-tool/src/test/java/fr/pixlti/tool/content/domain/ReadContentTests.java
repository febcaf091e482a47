package fr.pixlti.tool.content.domain;

import static fr.pixlti.tool.content.domain.ContentFixture.CHERCHER;
import static fr.pixlti.tool.content.domain.ContentFixture.RANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadContentTests {

    private final ContentFixture fixture = new ContentFixture();
    private final Content content = fixture.read();
    private final ContentRelease release = content.release();

    @Test
    void release_is_named_after_its_name_and_its_bytes() {
        assertThat(release.id()).matches("test-[0-9a-f]{8}").isEqualTo(new ContentFixture().read().release().id());
        assertThat(fixture.changed(RANGER, "Rien du tout", "Rien").read().release().id()).isNotEqualTo(release.id());
    }

    @Test
    void framework_names_its_competences_in_two_languages() {
        assertThat(release.competence("1.1").orElseThrow().name(Locale.ENGLISH)).isEqualTo("Searching");
        assertThat(release.competence("1.1").orElseThrow().name(Locale.FRANCE)).isEqualTo("Chercher");
        assertThat(release.areaOf("1.1").orElseThrow().code()).isEqualTo("1");
    }

    @Test
    void topics_stand_under_their_competence() {
        assertThat(release.hasTest("1.1")).isTrue();
        assertThat(release.hasTest("1.2")).isFalse();
        assertThat(release.topicsOf("1.1")).extracting("id").containsExactly("chercher", "operer", "ranger");
        assertThat(release.topic("chercher").maxLevel()).isEqualTo(4);
    }

    @Test
    void a_level_of_a_competence_is_worth_8_pix_shared_by_its_skills() {
        assertThat(release.skill("chercher-1").pixValue()).isEqualTo(4);
        assertThat(release.skill("ranger-1").pixValue()).isEqualTo(4);
        assertThat(release.skill("chercher-4").pixValue()).isEqualTo(8);
    }

    @Test
    void a_qcu_keeps_its_choices_as_safe_html() {
        Item item = release.item("chercher-1a");
        assertThat(item.instruction()).isEqualTo("<p>Où est le <strong>bouton</strong>\u202f?</p>");
        assertThat(item.picture()).isEqualTo(
                new Item.Picture("crcn/1.1/files/plan.svg", "Plan avec la gare, la mairie et l'école"));
        Item.Choose work = (Item.Choose) item.work();
        assertThat(work.several()).isFalse();
        assertThat(work.shuffled()).isFalse();
        assertThat(work.choices().get(1)).isEqualTo(new Item.Choice("À droite, dans <code>&lt;nav&gt;</code>", true));
        assertThat(((Item.Choose) release.item("chercher-1b").work()).shuffled()).isTrue();
    }

    @Test
    void a_qroc_has_a_field_with_tolerances() {
        Item item = release.item("chercher-2a");
        assertThat(item.timer()).isEqualTo(60);
        assertThat(item.suitsBlindness()).isFalse();
        assertThat(item.suitsColourBlindness()).isTrue();
        assertThat(item.attachments())
                .containsExactly(new Item.Attachment("crcn/1.1/files/horaires.csv", "Horaires (CSV, 1 Ko)"));
        Item.Field field = ((Item.Fill) item.work()).field();
        assertThat(field.tolerances()).containsExactlyInAnyOrder(Item.Tolerance.values());
        assertThat(((Item.Fill) release.item("chercher-2b").work()).field().tolerances()).isEmpty();
        assertThat(release.skill("chercher-2").timed()).isTrue();
    }

    @Test
    void a_qrocm_is_cut_at_its_fields() {
        Item.FillSeveral work = (Item.FillSeveral) release.item("chercher-4a").work();
        assertThat(work.parts()).containsExactly(new Item.Part("<p>Expéditeur\u00a0: ", null),
                new Item.Part(null, "qui"), new Item.Part("</p>\n<p>Est-ce sûr\u202f? ", null),
                new Item.Part(null, "verdict"), new Item.Part("</p>", null));
        assertThat(work.fields().get(0).tolerances())
                .isEqualTo(Set.of(Item.Tolerance.CASE, Item.Tolerance.PUNCTUATION));
        assertThat(work.fields().get(1).options()).containsExactly("oui", "non");
        assertThat(work.dependent()).isFalse();
        assertThat(((Item.FillSeveral) release.item("chercher-4b").work()).groups()).hasSize(2);
    }

    @Test
    void a_lesson_may_have_links_lists_code_and_tables() {
        assertThat(Objects.requireNonNull(release.topic("chercher").lesson()).html())
                .contains("<a rel=\"noopener\" href=\"https://example.org/a\" target=\"_blank\">lien</a>")
                .contains("<li>un autre\u00a0: <code>code &lt;b&gt;</code>.</li>")
                .contains("<div class=\"table-responsive\" tabindex=\"0\"><table class=\"table\">")
                .contains("<th scope=\"col\">Mot</th>");
    }

    @Test
    void a_simulator_gets_its_setup_and_is_marked_by_facts() {
        Item.Operate work = (Item.Operate) release.item("operer-3a").work();
        assertThat(work.simulator()).isEqualTo("boutons");
        assertThat(work.title()).isEqualTo("Boutons de Lina");
        assertThat(work.setup()).isEqualTo(
                "{\"nombre\":12,\"code\":\"0612\",\"juste\":true,\"liste\":[\"un\",\"2\",-3.5],\"vide\":\"\"}");
        assertThat(work.facts()).extracting(Item.Field::name, Item.Field::label, Item.Field::answers)
                .containsExactly(tuple("couleur", "Couleur choisie", List.of("rouge", "bordeaux")),
                        tuple("copie", "Copie cachée", List.of("")), tuple("objet", "Objet", List.of("Été !")));
        assertThat(work.facts().getFirst().tolerances()).isEmpty();
        assertThat(work.facts().getLast().tolerances())
                .containsExactlyInAnyOrder(Item.Tolerance.CASE, Item.Tolerance.PUNCTUATION);
        assertThat(work.start()).isEqualTo(Map.of("couleur", "", "objet", ""));
        assertThat(work.refused()).hasSize(2).contains(Map.of("copie", "bleu"));
    }

    @Test
    void a_fact_that_nobody_labels_is_called_by_its_name() {
        Content read = fixture.without("simulators/boutons/facts.yaml").read();
        Item.Operate work = (Item.Operate) read.release().item("operer-3a").work();
        assertThat(work.facts().getFirst().label()).isEqualTo("couleur");
    }

    @Test
    void what_an_author_reads_about_a_simulator_is_no_content() {
        String readme = "simulators/boutons/README.md";
        assertThat(fixture.with(readme, "# Autre").read().release().id()).isEqualTo(release.id());
        assertThat(fixture.with("simulators/boutons/boutons.js", "1").read().release().id())
                .isNotEqualTo(release.id());
    }

    @Test
    void files_that_items_refer_to_are_served_and_simulators_whole() {
        assertThat(content.files()).containsOnlyKeys("crcn/1.1/files/plan.svg", "crcn/1.1/files/horaires.csv",
                "simulators/boutons/index.html", "simulators/boutons/boutons.js", "simulators/boutons/boutons.css",
                "simulators/common/simulator.js");
        assertThat(content.file("simulators/boutons/index.html").orElseThrow().use()).isEqualTo(ServedFile.Use.RUN);
        assertThat(content.file("crcn/1.1/files/plan.svg").orElseThrow().use())
                .isEqualTo(ServedFile.Use.SHOWN);
        assertThat(content.file("crcn/1.1/files/horaires.csv").orElseThrow().type()).startsWith("text/csv");
    }

    @Test
    void several_faults_in_several_files_are_told_together() {
        fixture.changed(CHERCHER, "title: Chercher", "titre: Chercher").changed(RANGER, "topic: ranger", "topic: rang");
        assertThat(fixture.faults()).containsExactly(CHERCHER + ":1: `title` is missing",
                CHERCHER + ":2: unknown key `titre`", RANGER + ":1: `topic` is `rang`, the file is `ranger`");
    }
}
