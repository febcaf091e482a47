package fr.pixlti.tool.people.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a host tells of a person's name and address; each part may be missing. */
public record Names(@Nullable String given, @Nullable String family, @Nullable String full, @Nullable String email) {

    private static final int LONGEST_SORTABLE = 255;
    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\p{ASCII}]");
    private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");

    static final Names UNKNOWN = new Names(null, null, null, null);

    /** For a column of family names: the whole name where the family name is not told apart; empty when nothing is known. */
    String familyOrWhole() {
        return family == null || family.isBlank() ? display() : family.strip();
    }

    /** For the column beside it. */
    String givenBesideFamily() {
        return family == null || family.isBlank() || given == null ? "" : given.strip();
    }

    /** The name to show; empty when nothing is known. */
    public String display() {
        if (full != null && !full.isBlank()) {
            return full.strip();
        }
        return Stream.of(given, family).filter(part -> part != null && !part.isBlank())
                .map(part -> java.util.Objects.requireNonNull(part).strip()).collect(Collectors.joining(" "));
    }

    /**
     * To sort by and to search: family name, then given name, in lower case without accents or marks, at most 255
     * characters; empty when nothing is known.
     */
    public String sortable() {
        String name = family == null || family.isBlank() ? display() : family + " " + (given == null ? "" : given);
        String plain = NOT_PLAIN.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("")
                .toLowerCase(Locale.ROOT);
        String folded = GAPS.matcher(plain).replaceAll(" ").strip();
        return folded.substring(0, Math.min(folded.length(), LONGEST_SORTABLE));
    }

    /** These names, completed by what was known before: a launch without names must not erase them. */
    public Names orElse(Names before) {
        return new Names(given == null ? before.given : given, family == null ? before.family : family,
                full == null ? before.full : full, email == null ? before.email : email);
    }
}
