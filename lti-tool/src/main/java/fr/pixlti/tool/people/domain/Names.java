package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.people.PersonName;
import fr.pixlti.tool.people.SearchName;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a host tells of a person's name and address; each part may be missing. */
public record Names(@Nullable String given, @Nullable String family, @Nullable String full, @Nullable String email) {

    static final Names UNKNOWN = new Names(null, null, null, null);

    /** The name to show; empty when nothing is known. */
    public String display() {
        if (full != null && !full.isBlank()) {
            return full.strip();
        }
        return Stream.of(given, family).filter(part -> part != null && !part.isBlank())
                .map(part -> java.util.Objects.requireNonNull(part).strip()).collect(Collectors.joining(" "));
    }

    /** The name in its parts; a name of which no family name is known stands whole in its place. */
    PersonName parts() {
        return family == null || family.isBlank()
                ? new PersonName(display(), "")
                : new PersonName(family.strip(), given == null ? "" : given.strip());
    }

    /**
     * To sort by and to search: family name, then given name, in lower case without accents or marks, at most 255
     * characters; empty when nothing is known.
     */
    public String sortable() {
        String name = family == null || family.isBlank() ? display() : family + " " + (given == null ? "" : given);
        return SearchName.of(name);
    }

    /** These names, completed by what was known before: a launch without names must not erase them. */
    public Names orElse(Names before) {
        return new Names(given == null ? before.given : given, family == null ? before.family : family,
                full == null ? before.full : full, email == null ? before.email : email);
    }
}
