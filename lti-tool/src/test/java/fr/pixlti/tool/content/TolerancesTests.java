package fr.pixlti.tool.content;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.Item.Field;
import fr.pixlti.tool.content.Item.Format;
import fr.pixlti.tool.content.Item.Tolerance;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TolerancesTests {

    private static Field text(String tolerances, String... answers) {
        EnumSet<Tolerance> set = EnumSet.noneOf(Tolerance.class);
        for (char c : tolerances.toCharArray()) {
            set.add(c == '1' ? Tolerance.CASE : c == '2' ? Tolerance.PUNCTUATION : Tolerance.TYPOS);
        }
        return new Field("f", "", Format.TEXT, List.of(), List.of(answers), set, List.of());
    }

    private static Field number(String... answers) {
        return new Field("f", "", Format.NUMBER, List.of(), List.of(answers), Set.of(), List.of());
    }

    /** Tolerances by their number in pix.md; the answer; what is typed; whether it is right. */
    @ParameterizedTest
    @CsvSource({"'', Moteur, Moteur, true", "'', Moteur, moteur, false", "'', Moteur, ' Moteur ', true",
        "'', l’été, l'été, false", "'', a\u00a0b, a b, true", "'', cafe\u0301, café, true",
        "1, Moteur de Recherche, moteurderecherche, true", "1, évènement, EVENEMENT, true",
        "1, cœur, Coeur, true", "1, l’été, l'ete, true", "1, porte-clés, porte–cles, true",
        "1, porte-clés, porteclés, false", "1, 12 km, 12\u202fKM, true",
        "2, aujourd'hui, aujourdhui, true", "2, Moteur, moteur, false", "2, a - b, a b, true",
        "2, a b, ab, false", "12, 'Léa, Martin !', lea martin, true", "12, B-0612, b0612, true",
        "12, B-0612, b0613, false", "3, clavier, clavyer, true", "3, clavier, CLAVIER, false",
        "123, Navigateur, navygateurs, true", "123, Navigateur, moteur, false", "123, chat, chut, true",
        "123, dos, duo, false", "123, abcd, abxy, false", "123, abcdefgh, abcdefxy, true",
        "123, abcdefgh, abcdexyz, false", "123, https, http, true"})
    void texts_are_compared_as_the_tolerances_say(String tolerances, String answer, String typed, boolean right) {
        assertThat(Tolerances.accepts(text(tolerances, answer), typed)).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1250,5", "1250.5", "1 250,5", "1\u202f250,50", "+1250,500", "  1250.5 "})
    void equal_numbers_are_equal_however_written(String typed) {
        assertThat(Tolerances.accepts(number("1 250,5"), typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1250", "1250,55", "-1250,5", "1.250,5", "1e3", "mille", "1250,5 €", ",", "NaN",
        "0x10", "99999999999999999999999999999999999"})
    void others_are_not(String typed) {
        assertThat(Tolerances.accepts(number("1 250,5"), typed)).isFalse();
    }

    @Test
    void negative_numbers_may_have_a_typographic_minus() {
        assertThat(Tolerances.accepts(number("-4"), "−4")).isTrue();
        assertThat(Tolerances.accepts(number("0,5"), ",5")).isTrue();
    }

    @Test
    void any_of_the_answers_is_right() {
        assertThat(Tolerances.accepts(text("1", "gare", "mairie"), "Mairie")).isTrue();
    }

    @Test
    void options_are_compared_exactly() {
        Field list = new Field("f", "", Format.TEXT, List.of("oui", "non"), List.of("oui"), Set.of(), List.of());
        assertThat(Tolerances.accepts(list, "oui")).isTrue();
        assertThat(Tolerances.accepts(list, "Oui")).isFalse();
    }

    @Test
    void the_typos_allowed_are_a_quarter_of_the_longer_text() {
        for (int length = 1; length <= 40; length++) {
            char[] letters = new char[length];
            Arrays.fill(letters, 'a');
            String answer = new String(letters);
            for (int wrong = 0; wrong <= length; wrong++) {
                Arrays.fill(letters, 0, wrong, 'b');
                assertThat(Tolerances.accepts(text("3", answer), new String(letters)))
                        .as("%d of %d", wrong, length).isEqualTo(wrong / (double) length <= 0.25);
                assertThat(Tolerances.accepts(text("3", answer), answer + "b".repeat(wrong)))
                        .isEqualTo(wrong / (double) (length + wrong) <= 0.25);
            }
        }
    }

    @Test
    void a_pasted_novel_is_no_answer() {
        assertThat(Tolerances.accepts(text("123", "clavier"), "é".repeat(1_000_000))).isFalse();
    }
}
