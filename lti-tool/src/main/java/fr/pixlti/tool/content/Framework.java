package fr.pixlti.tool.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A competence framework (référentiel): areas and their competences.
 *
 * @param id for example {@code crcn}
 */
public record Framework(String id, Map<String, String> names, List<Area> areas) {

    /** The framework that a profile, its total and certification are about. */
    public static final String CRCN = "crcn";

    /** @param code for example {@code 1}; @param names by language, {@code fr} always present */
    public record Area(String code, Map<String, String> names, List<Competence> competences) {

        public String name(Locale locale) {
            return label(names, locale);
        }
    }

    /** @param code for example {@code 1.1} */
    public record Competence(String code, Map<String, String> names, Map<String, String> descriptions) {

        public String name(Locale locale) {
            return label(names, locale);
        }

        public String description(Locale locale) {
            return label(descriptions, locale);
        }
    }

    private static String label(Map<String, String> labels, Locale locale) {
        String label = labels.get(locale.getLanguage());
        return label == null ? labels.getOrDefault("fr", "") : label;
    }
}
