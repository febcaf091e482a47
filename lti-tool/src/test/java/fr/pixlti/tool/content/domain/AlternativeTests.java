package fr.pixlti.tool.content.domain;

import static fr.pixlti.tool.content.domain.ContentFixture.CHERCHER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Needs;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Items told otherwise for those whom they do not suit, and items during which leaving is noticed. */
class AlternativeTests {

    private static final String EXCLUDES = "accessibility: {blindness: no}";
    private static final String ALTERNATIVE = EXCLUDES + """

                    alternative:
                      instruction: Lisez ce qui suit.
                      attachments: none
            """.stripTrailing().replaceAll("(?m)^            ", "");
    private static final Needs SCREEN_READER = new Needs(true, false);

    private final ContentFixture fixture = new ContentFixture();

    @Test
    void an_alternative_tells_the_same_otherwise_with_the_same_key() {
        Item item = read(ALTERNATIVE);
        Item other = Objects.requireNonNull(item.alternative());

        assertThat(item.shownTo(Needs.NONE)).isSameAs(item);
        assertThat(item.shownTo(new Needs(false, true))).isSameAs(item);
        assertThat(item.shownTo(SCREEN_READER)).isSameAs(other);
        assertThat(item.offers(SCREEN_READER)).isTrue();
        assertThat(other.instruction()).isEqualTo("<p>Lisez ce qui suit.</p>");
        assertThat(other.attachments()).isEmpty();
        assertThat(other.work()).isEqualTo(item.work());
        assertThat(other.correction()).isEqualTo(item.correction());
        assertThat(other.timer()).isEqualTo(60);
        assertThat(other.id()).isEqualTo(item.id());
        assertThat(other.suitsBlindness()).isTrue();
    }

    @Test
    void whoever_neither_suits_gets_what_everybody_gets() {
        Item item = read(ALTERNATIVE.replace("blindness: no", "blindness: no, colourBlindness: no")
                .replace("attachments: none", "attachments: none\n          accessibility: {colourBlindness: no}"));

        assertThat(item.shownTo(SCREEN_READER)).isSameAs(item.alternative());
        assertThat(item.offers(new Needs(true, true))).isFalse();
        assertThat(item.shownTo(new Needs(true, true))).isSameAs(item);
    }

    @Test
    void a_template_has_an_alternative_of_each_draw() {
        fixture.edited(CHERCHER, text -> text.replace(EXCLUDES, ALTERNATIVE.replace("Lisez ce", "Lisez {n} fois ce")
                .replace("accessibility", "parameters:\n          n: {from: 2, to: 40}\n        accessibility")));
        Item item = fixture.read().release().item("chercher-2a");

        assertThat(item.drawn(3).shownTo(SCREEN_READER).instruction()).containsPattern("Lisez \\d+ fois");
        assertThat(item.drawn(3).shownTo(SCREEN_READER)).isSameAs(item.drawn(3).shownTo(SCREEN_READER));
    }

    @Test
    void what_is_no_alternative_is_a_fault() {
        assertFault(ALTERNATIVE.replace(EXCLUDES, "accessibility: {blindness: ok}"),
                "the alternative suits nobody whom the item does not suit");
        assertFault(ALTERNATIVE + "\n          accessibility: {blindness: no}",
                "the alternative suits nobody whom the item does not suit");
        assertFault(ALTERNATIVE + "\n          field: {label: Jour, answers: [\"jeudi\"], refused: [\"mardi\"]}",
                "an alternative cannot change `field`");
        assertFault(EXCLUDES + "\n        alternative: {correction: " + "mot ".repeat(20).strip() + "}",
                "the alternative tells nothing otherwise");
        assertFault(ALTERNATIVE.replace("attachments: none", "image: {file: files/absent.svg, alt: Rien}"),
                "the file `files/absent.svg` is missing");
        assertFault(ALTERNATIVE.replace("Lisez ce", "Lisez <b>ce"), "HTML is not used here");
    }

    @Test
    void a_fault_of_both_is_noted_once() {
        fixture.edited(CHERCHER, text -> text.replace(EXCLUDES, ALTERNATIVE).replace("[\"lundi\"]", "[]"));
        assertThat(fixture.faults()).singleElement().asString().contains("a field has at least one answer");
    }

    @Test
    void a_focused_item_has_nothing_to_open() {
        Item item = fixture.changed(CHERCHER, "instruction: Combien ?", "instruction: Combien ?\n        focused: true")
                .read().release().item("chercher-2b");
        assertThat(item.focused()).isTrue();
        assertThat(item.announced()).isTrue();
        assertThat(fixture.read().release().item("chercher-1a").focused()).isFalse();
        assertThat(fixture.read().release().item("chercher-1a").announced()).isFalse();

        for (String opens : new String[]{"Combien, [ici](https://example.org/) ?", "Combien ?\n        attachments: "
                + "[{file: files/horaires.csv, label: Horaires}]"}) {
            assertThat(new ContentFixture().changed(CHERCHER, "instruction: Combien ?",
                    "focused: true\n        instruction: " + opens).faults()).singleElement().asString()
                    .contains("what is asked without leaving the page has no file and no link to open");
        }
    }

    private Item read(String accessibility) {
        return fixture.changed(CHERCHER, EXCLUDES, accessibility).read().release().item("chercher-2a");
    }

    private static void assertFault(String accessibility, String message) {
        assertThat(new ContentFixture().changed(CHERCHER, EXCLUDES, accessibility).faults()).as(message).isNotEmpty()
                .anyMatch(fault -> fault.startsWith(CHERCHER + ":") && fault.contains(message));
    }
}
