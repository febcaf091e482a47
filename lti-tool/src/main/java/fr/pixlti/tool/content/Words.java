package fr.pixlti.tool.content;

import java.util.Locale;
import java.util.Map;

/**
 * A text in several languages.
 *
 * @param byLanguage the text by language code, {@code fr} always present
 */
public record Words(Map<String, String> byLanguage) {

    public Words {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** The text in that language; in French where it has no other. */
    public String in(Locale locale) {
        String text = byLanguage.get(locale.getLanguage());
        return text == null ? byLanguage.getOrDefault("fr", "") : text;
    }
}
