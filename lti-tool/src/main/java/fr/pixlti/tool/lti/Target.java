package fr.pixlti.tool.lti;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a link points at: the value of its custom parameter {@code pixlti_target}, for example {@code competence:1.1}.
 *
 * @param kind the part before the colon, which decides the room: {@code competence}, {@code campaign}, …
 * @param value the part after it, empty for {@code profile}
 */
public record Target(String kind, String value) {

    private static final Pattern FORM = Pattern.compile("([a-z]{1,30})(?::([A-Za-z0-9._-]{1,100}))?");

    /** Reads the text of a target; empty when it has another form. Unknown kinds are for the rooms to refuse. */
    public static Optional<Target> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String value = matcher.group(2);
        return Optional.of(new Target(matcher.group(1), value == null ? "" : value));
    }

    @Override
    public String toString() {
        return value.isEmpty() ? kind : kind + ":" + value;
    }
}
