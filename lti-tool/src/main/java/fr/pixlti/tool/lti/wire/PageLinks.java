package fr.pixlti.tool.lti.wire;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Link} header of a page (RFC 8288 §3). @param page that it came with */
record PageLinks(URI page, @Nullable String header) {

    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
    private static final Pattern RELATION = Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))",
            Pattern.CASE_INSENSITIVE);

    /**
     * The first link with the relation.
     *
     * @throws IllegalArgumentException when what it leads to is no address
     */
    Optional<URI> to(String relation) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            Matcher named = RELATION.matcher(link.group(2));
            if (named.find()) {
                String relations = named.group(1) == null ? named.group(2) : named.group(1);
                if (Arrays.asList(relations.toLowerCase(Locale.ROOT).split("\\s+")).contains(relation)) {
                    return Optional.of(resolve(link.group(1).strip()));
                }
            }
        }
        return Optional.empty();
    }

    /** Java resolves a query alone as RFC 2396 did, without the last segment of the path (RFC 3986 §5.2.2). */
    private URI resolve(String reference) {
        if (!reference.startsWith("?")) {
            return page.resolve(reference);
        }
        String whole = page.toString();
        int query = whole.indexOf('?');
        return URI.create((query < 0 ? whole : whole.substring(0, query)) + reference);
    }
}
