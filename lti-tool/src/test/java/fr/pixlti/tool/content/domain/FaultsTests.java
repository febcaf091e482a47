package fr.pixlti.tool.content.domain;

import static fr.pixlti.tool.content.domain.ContentFixture.CHERCHER;
import static fr.pixlti.tool.content.domain.ContentFixture.OPERER;
import static fr.pixlti.tool.content.domain.ContentFixture.RANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each planted fault is found where it stands. */
class FaultsTests {

    private static final String NO_PLACE = "this file has no place in the content, or a name that has none";

    private final ContentFixture fixture = new ContentFixture();

    /** What is planted in chercher.yaml, and what is said about the line that begins with the third column. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            title: Chercher ¦ title: Chercher encore et encore jusqu'à ce que la ligne soit devenue bien trop longue ¦ title: ¦ `title` has 79 characters, more than 60
            title: Chercher ¦ title: ¦ title: ¦ `title` is empty
            title: Chercher ¦ title: &a Chercher ¦ title: ¦ anchors and aliases are not used here
            title: Chercher ¦ title: !!int 3 ¦ title: ¦ tags are not used here: tag:yaml.org,2002:int
            hint: Relisez ¦ astuce: Relisez ¦ astuce: ¦ unknown key `astuce`
            minutes: 2 ¦ minutes: 9 ¦ minutes: 9 ¦ `minutes` is not a whole number from 1 to 4
            minutes: 2 ¦ minutes: two ¦ minutes: two ¦ `minutes` is not a whole number from 1 to 4
            https://example.org/a ¦ javascript:alert(1) ¦ text: ¦ the link to `javascript:alert(1)` is neither http nor https
            un autre : ¦ un <i>autre</i> : ¦ text: ¦ HTML is not used here; between backticks it would be shown: <i>
            - un autre : ¦ ![x](y.png) ¦ text: ¦ pictures go into `image`, not into the text: y.png
            - un point ¦ # point ¦ text: ¦ headings are not used here: the page has its own
            skill: chercher-2 ¦ skill: chercher-3 ¦ - skill: chercher-3 ¦ the skill of level 2 is called `chercher-2`
            level: 4 ¦ level: 2 ¦ level: 2\\n    name: Remplir ¦ levels rise from skill to skill: 2 comes after 2
            level: 4 ¦ level: 8 ¦ level: 8 ¦ `level` is not a whole number from 1 to 7
            item: chercher-1b ¦ item: chercher-1a ¦ - item: chercher-1a\\n        kind: qcm ¦ `chercher-1a` stands twice
            item: chercher-1b ¦ item: chercher-1 ¦ - item: chercher-1\\n ¦ an item of this skill is called `chercher-1a`, `chercher-1b`, …
            kind: qcu ¦ kind: qcx ¦ kind: qcx ¦ `kind` is `qcx`, not one of qcu, qcm, qroc, qrocm, simulator
            - wrong: Nulle part ¦ - wrong: En haut ¦ - wrong: En haut\\n        order ¦ the choice `En haut` stands twice
            - wrong: Nulle part ¦ - right: Nulle part ¦ choices: ¦ a qcu has exactly one right choice, not 2
            - wrong: Nulle part ¦ - faux: Nulle part ¦ - faux: ¦ `wrong` is missing
            - wrong: Trois ¦ - right: Trois ¦ choices:\\n          - right: Un ¦ a qcm has at least one right and one wrong choice
            order: fixed ¦ order: random ¦ order: ¦ `order` is `random`, not one of shuffled, fixed
            files/plan.svg, ¦ files/autre.svg, ¦ image: ¦ the file `files/autre.svg` is missing
            files/plan.svg, ¦ files/horaires.csv, ¦ image: ¦ `files/horaires.csv` is not a picture
            files/plan.svg, ¦ ../1.1/files/plan.svg, ¦ image: ¦ `../1.1/files/plan.svg` does not begin with files/
            , alt: "Plan avec la gare, la mairie et l'école" ¦ ¦ image: ¦ `alt` is missing
            blindness: no ¦ blindness: non ¦ accessibility: ¦ `blindness` is `non`, not one of ok, no
            answers: ["lundi"] ¦ answers: [] ¦ answers: [] ¦ a field has at least one answer
            answers: ["lundi"] ¦ answers: ["—"] ¦ answers: ["—"] ¦ nothing is left of the answer `—` under the tolerances [case, punctuation, typos]
            refused: ["mardi"] ¦ refused: ["lundis"] ¦ refused: ["lundis"] ¦ the refused `lundis` is within the tolerances of the answer `lundi`
            refused: ["mardi"] ¦ tolerances: [caps] ¦ tolerances: ¦ unknown tolerance `caps`
            refused: ["mardi"] ¦ tolerances: [case] ¦ label: Le jour ¦ `refused` is missing
            answers: ["1 250,5"] ¦ answers: ["mille"] ¦ answers: ["mille"] ¦ the answer `mille` is not a number
            refused: ["1250"] ¦ refused: ["1250.50"] ¦ refused: ["1250.50"] ¦ the refused `1250.50` is within the tolerances of the answer `1 250,5`
            format: number ¦ {N}tolerances: [case] ¦ tolerances: ¦ numbers and drop-down lists are compared exactly
            {{qui}} ¦ {{que}} ¦ text: |\\n          Exp ¦ {{que}} has no field
            {{qui}} ¦ rien ¦ text: |\\n          Exp ¦ the field `qui` has no {{qui}}
            {{verdict}} ¦ {{qui}} ¦ text: |\\n          Exp ¦ {{qui}} stands twice
            answers: ["non"] ¦ answers: ["Non"] ¦ verdict: ¦ the answer `Non` is not among the options
            options: ["oui", "non"] ¦ options: ["non", "non"] ¦ verdict: ¦ a drop-down list has at least two options, all different
            answers: ["non"] ¦ answers: ["oui", "non"] ¦ verdict: ¦ every option is right
            mode: dependent ¦ mode: linked ¦ mode: linked ¦ `mode` is `linked`, not one of independent, dependent
            - ["cadenas"] ¦ - [] ¦ groups: ¦ a group has at least one answer
            - ["cadenas"] ¦ ¦ groups: ¦ there are 1 groups for 2 fields
            - ["cadenas"] ¦ - ["http"] ¦ groups: ¦ `HTTPS` is good for two groups, so it could be given twice
            refused: ["logo"] ¦ refused: ["cadena"] ¦ deux: ¦ the refused `cadena` is within the tolerances of the answer `cadenas`
            un: {label: Premier signe} ¦ un: {label: Premier signe, answers: ["x"]} ¦ un: ¦ unknown key `answers`
            text: "Un ¦ texte: "Un ¦ texte: ¦ unknown key `texte`
            """)
    void a_fault_is_told_with_its_line(String from, String to, String where, String message) {
        String planted = (to == null ? "" : to).replace("{N}", "format: number\n          ");
        fixture.changed(CHERCHER, from, planted);
        int line = fixture.lineOf(CHERCHER, where.replace("\\n", "\n"));
        assertThat(fixture.faults()).contains(CHERCHER + ":" + line + ": " + message);
    }

    /** The same in operer.yaml. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            simulator: boutons ¦ simulator: cadrans ¦ simulator: cadrans ¦ there is no simulators/cadrans/index.html
            simulator: boutons ¦ simulator: common ¦ simulator: common ¦ there is no simulators/common/index.html
            title: Boutons de Lina ¦ titre: Boutons ¦ titre: ¦ unknown key `titre`
            nombre: 12 ¦ nombre: null ¦ setup: ¦ nothing stands here; an empty text is written ""
            nombre: 12 ¦ nombre: &a 12 ¦ setup: ¦ anchors and aliases are not used here
            nombre: 12 ¦ {N}code: 12 ¦ setup: ¦ `code` stands twice
            couleur: ["rouge", "bordeaux"] ¦ couleur: "rouge" ¦ couleur: "rouge" ¦ `couleur` is not a list
            couleur: ["rouge", "bordeaux"] ¦ couleur: [] ¦ couleur: [] ¦ a fact has at least one text, perhaps ""
            couleur: ["rouge", "bordeaux"] ¦ la couleur: ["rouge"] ¦ la couleur: ¦ a fact's name has at most 60 letters without accents, digits and - _ . : /
            label: Objet ¦ nom: Objet ¦ objet: ¦ unknown key `nom`
            answers: ["Été !"] ¦ answers: ["!"] ¦ objet: ¦ nothing is left of the answer `!` under the tolerances [case, punctuation]
            tolerances: [case, punctuation] ¦ tolerances: [caps] ¦ objet: ¦ unknown tolerance `caps`
            start: {couleur: "", objet: ""} ¦ start: {couleur: "bordeaux", objet: " ete"} ¦ start: ¦ the start is already right
            start: {couleur: "", objet: ""} ¦ start: {} ¦ start: ¦ the start is already right
            start: {couleur: "", objet: ""} ¦ start: {forme: "", couleur: ""} ¦ start: ¦ `expect` has no fact `forme`
            start: {couleur: "", objet: ""} ¦ ¦ - item: ¦ `start` is missing
            - {copie: "bleu"} ¦ - {objet: "ÉTÉ"} ¦ - {objet: "ÉTÉ"} ¦ this refused end would be accepted
            - {copie: "bleu"} ¦ - {forme: "rond", copie: "bleu"} ¦ - {forme: ¦ `expect` has no fact `forme`
            """)
    void a_fault_of_a_simulator_is_told_with_its_line(String from, String to, String where, String message) {
        fixture.changed(OPERER, from, (to == null ? "" : to).replace("{N}", "code: 1, "));
        int line = fixture.lineOf(OPERER, where);
        assertThat(fixture.faults()).contains(OPERER + ":" + line + ": " + message);
    }

    @Test
    void a_setup_a_fact_and_the_number_of_facts_have_limits() {
        fixture.changed(OPERER, "vide: \"\"", "vide: \"" + "a".repeat(20_000) + "\"");
        assertThat(fixture.faults()).singleElement().asString().contains("`setup` has 200").endsWith("more than 20000");
        fixture.changed(OPERER, "a".repeat(20_000), "").changed(OPERER, "{copie: \"bleu\"}",
                "{copie: \"" + "b".repeat(501) + "\"}");
        assertThat(fixture.faults()).singleElement().asString().endsWith("a fact has at most 500 characters");
        fixture.changed(OPERER, "b".repeat(501), "bleu").changed(OPERER, "        start:",
                IntStream.range(0, 18).mapToObj(i -> "          f" + i + ": [\"\"]\n").collect(Collectors.joining())
                        + "        start:");
        assertThat(fixture.faults()).singleElement().asString().endsWith("there are 21 facts, not 1 to 20");
    }

    @Test
    void a_simulator_needs_a_wrong_end_and_may_be_used_by_nobody() {
        fixture.edited(OPERER, text -> text.replaceAll("(?m)^          - \\{.*\n", "").replace("refused:",
                "refused: []"));
        assertThat(fixture.faults()).containsExactly(OPERER + ":" + fixture.lineOf(OPERER, "refused:")
                + ": at least one plausible wrong end is needed");
        assertThat(new ContentFixture().without(OPERER).faults()).isEmpty();
    }

    @Test
    void a_simulator_has_no_other_files() {
        fixture.with("simulators/boutons/notes.txt", "x").with("simulators/boutons/a/b.js", "x")
                .with("simulators/x.js", "x").with("simulators/boutons/facts.yaml", "facts: {couleur: \"\"}");
        assertThat(fixture.faults()).containsExactly("simulators/boutons/a/b.js:1: " + NO_PLACE,
                "simulators/boutons/facts.yaml:1: `couleur` is empty", "simulators/boutons/notes.txt:1: " + NO_PLACE,
                "simulators/x.js:1: " + NO_PLACE);
    }

    @Test
    void a_correction_is_neither_too_short_nor_too_long() {
        fixture.edited(RANGER, text -> text.replaceAll("La bonne réponse.*", "Trop court."));
        assertThat(fixture.faults())
                .containsExactly(RANGER + ":" + fixture.lineOf(RANGER, "correction:")
                        + ": `correction` has 2 words, not 15 to 150");
    }

    @Test
    void an_instruction_has_at_most_1200_characters() {
        fixture.changed(RANGER, "Que faire ?", "a".repeat(1201));
        assertThat(fixture.faults()).containsExactly(RANGER + ":" + fixture.lineOf(RANGER, "instruction:")
                + ": `instruction` has 1201 characters, more than 1200");
    }

    @Test
    void too_few_choices() {
        fixture.changed(RANGER, "          - wrong: Un fichier\n", "");
        assertThat(fixture.faults()).containsExactly(
                RANGER + ":" + fixture.lineOf(RANGER, "choices:") + ": there are 2 choices, not 3 to 7");
    }

    @Test
    void variants_are_all_timed_or_none() {
        fixture.changed(CHERCHER, "Combien ?\n        timer: 60", "Combien ?");
        assertThat(fixture.faults()).containsExactly(
                CHERCHER + ":" + (fixture.lineOf(CHERCHER, "      - item: chercher-2a") - 1)
                        + ": all variants of a skill are timed, or none");
    }

    @Test
    void a_timer_has_10_to_600_seconds() {
        fixture.edited(CHERCHER, text -> text.replace("timer: 60", "timer: 5"));
        assertThat(fixture.faults()).hasSize(2)
                .allMatch(fault -> fault.endsWith("`timer` is not a whole number from 10 to 600"));
    }

    @Test
    void broken_yaml_is_told_with_its_line() {
        fixture.changed(RANGER, "title: Ranger", "title: \"Ranger");
        assertThat(fixture.faults()).hasSize(1).first().asString().startsWith(RANGER + ":").contains("not YAML");
    }

    @Test
    void an_empty_file_and_one_that_is_not_utf8() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("crcn/1.1/vide.yaml", new byte[0]);
        files.put("crcn/1.1/latin.yaml", "topic: déjà".getBytes(StandardCharsets.ISO_8859_1));
        files.put("crcn/1.1/liste.yaml", "- a".getBytes(StandardCharsets.UTF_8));
        try {
            ReadContent.read(new ContentFiles(files));
        } catch (FaultyContent e) {
            assertThat(e.getMessage()).startsWith("The content has 4 fault(s):\n  ");
            assertThat(e.faults()).extracting(Fault::toString).containsExactly(
                    "crcn/1.1/latin.yaml:1: the file is not UTF-8",
                    "crcn/1.1/liste.yaml:1: keys and values expected here",
                    "crcn/1.1/vide.yaml:1: the file is empty", "release.yaml:1: the file is missing");
            return;
        }
        throw new AssertionError("These files are no content");
    }

    @Test
    void a_key_stands_once() {
        fixture.changed(RANGER, "title: Ranger", "title: Ranger\ntitle: Encore");
        assertThat(fixture.faults()).containsExactly(RANGER + ":3: `title` stands twice");
    }

    @Test
    void a_topic_belongs_to_a_known_competence_and_exists_once() {
        String ranger = new String(ContentFiles.in("classpath:content-fixtures/good/").bytes(RANGER),
                StandardCharsets.UTF_8);
        fixture.with("crcn/9.9/ranger.yaml", ranger);
        assertThat(fixture.faults()).containsExactly("crcn/9.9/ranger.yaml:1: the framework crcn has no competence 9.9",
                "crcn/9.9/ranger.yaml:1: the topic ranger is also in " + RANGER);
    }

    @Test
    void files_that_nothing_uses_or_that_have_no_place() {
        fixture.with("crcn/1.1/files/seul.txt", "x").with("crcn/notes.txt", "x");
        assertThat(fixture.faults()).containsExactly("crcn/1.1/files/seul.txt:1: no item uses this file",
                "crcn/notes.txt:1: " + NO_PLACE);
    }

    @Test
    void files_of_an_unknown_kind_are_not_handed_out() {
        fixture.without("crcn/1.1/files/horaires.csv").with("crcn/1.1/files/horaires.exe", "x")
                .changed(CHERCHER, "horaires.csv", "horaires.exe");
        assertThat(fixture.faults()).contains(CHERCHER + ":" + fixture.lineOf(CHERCHER, "{file: files/horaires.exe")
                + ": files of the kind of `files/horaires.exe` are not served");
    }

    @Test
    void a_framework_has_both_languages_and_each_competence_once() {
        fixture.changed("frameworks/crcn.yaml", "{fr: Données, en: Data}", "{fr: Données}");
        assertThat(fixture.faults()).containsExactly("frameworks/crcn.yaml:5: `en` is missing");
        fixture.edited("frameworks/crcn.yaml", text -> text.replace("{fr: Données}", "{fr: Données, en: Data}")
                + text.substring(text.indexOf("      - competence")));
        assertThat(fixture.faults()).containsExactly("frameworks/crcn.yaml:1: the competence 1.1 stands twice");
    }
}
