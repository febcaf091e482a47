package fr.pixlti.tool.testing;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.springframework.web.util.HtmlUtils;

/** What a server answered to {@link Browser}. */
@NullMarked
public record Reply(int status, URI uri, HttpHeaders headers, String body) {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]*)\"");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    /** A form to submit. */
    public record Form(URI action, Map<String, String> fields) {

        /** The same form with a field changed. */
        public Form with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.put(name, value);
            return new Form(action, changed);
        }
    }

    /** Where a redirect leads, made absolute. */
    public Optional<URI> redirect() {
        return status / 100 == 3 ? headers.firstValue("Location").map(uri::resolve) : Optional.empty();
    }

    /**
     * The first form of the page with all its inputs.
     *
     * @throws AssertionError when the page has none
     */
    public Form form() {
        Matcher form = FORM.matcher(body);
        if (!form.find()) {
            throw new AssertionError("No form in the answer " + status + " of " + uri.getPath() + ": " + body);
        }
        int end = body.indexOf("</form>", form.end());
        Matcher inputs = INPUT.matcher(body.substring(form.end(), end < 0 ? body.length() : end));
        Map<String, String> fields = new LinkedHashMap<>();
        while (inputs.find()) {
            first(NAME, inputs.group())
                    .ifPresent(name -> fields.put(name, first(VALUE, inputs.group()).orElse("")));
        }
        return new Form(uri.resolve(HtmlUtils.htmlUnescape(form.group(1))), fields);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(HtmlUtils.htmlUnescape(matcher.group(1))) : Optional.empty();
    }
}
