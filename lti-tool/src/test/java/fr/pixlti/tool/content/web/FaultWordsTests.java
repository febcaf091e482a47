package fr.pixlti.tool.content.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.domain.Fault;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Faults in the operator's language. */
class FaultWordsTests {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    FaultWordsTests() {
        messages.setBasename("messages/content");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            `lesson` is missing                                            | `lesson` manque
            the file `files/a.svg` is missing                              | le fichier « files/a.svg » manque
            `text` has 12 words, not 120 to 600                            | `text` a 12 mots, et non de 120 à 600
            {{qui}} has no field                                           | {{qui}} n’a pas de champ
            the field `qui` has no {{qui}}                                 | le champ `qui` n’a pas de {{qui}} dans le texte
            the refused `lundis` is within the tolerances of the answer `lundi` | la réponse refusée « lundis » serait acceptée : elle est trop proche de la réponse « lundi »
            the choice `a $1 \\b` stands twice                              | le choix « a $1 \\b » y est deux fois
            """)
    void a_fault_is_told_in_french_and_unchanged_in_english(String english, String french) {
        assertThat(shown(english, Locale.FRENCH)).isEqualTo(new FaultWords.Shown("a.yaml", 3, french, "fr"));
        assertThat(shown(english, Locale.ENGLISH)).isEqualTo(new FaultWords.Shown("a.yaml", 3, english, "en"));
    }

    @Test
    void a_sentence_that_no_bundle_has_stays_english_and_says_so() {
        assertThat(shown("quite another thing", Locale.FRENCH))
                .isEqualTo(new FaultWords.Shown("a.yaml", 3, "quite another thing", "en"));
    }

    private FaultWords.Shown shown(String message, Locale locale) {
        return new FaultWords(messages).of(List.of(new Fault("a.yaml", 3, message)), locale).getFirst();
    }
}
