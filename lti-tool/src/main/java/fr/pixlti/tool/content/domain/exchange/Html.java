package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.Markdown;
import java.util.List;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** HTML of other people, cleaned before anything else is done with it. */
final class Html {

    private static final Safelist SAFE = new Safelist()
            .addTags("p", "br", "b", "strong", "i", "em", "u", "s", "del", "sub", "sup", "code", "kbd", "samp", "pre",
                    "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th",
                    "td", "blockquote", "div", "span", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "a", "img")
            .addAttributes("a", "href").addAttributes("img", "src", "alt").addAttributes("ol", "start")
            .addAttributes("th", "align").addAttributes("td", "align").addAttributes("p", "class");

    /** Besides scripts: what loads, sends or moves something. */
    private static final String ACTIVE = "script, style, iframe, frame, object, embed, applet, form, input, button, "
            + "textarea, select, svg, math, link, meta, base, audio, video, source, [^on]";

    private Html() {}

    /** Without anything active or unknown; links lead to the web or to files of the question. */
    static String cleaned(String html, Consumer<Remark> remarks) {
        String typed = html.replaceAll("[\\uE002-\\uF8FF]", "");
        Document dirty = Jsoup.parseBodyFragment(typed);
        boolean active = !dirty.select(ACTIVE).isEmpty();
        Document clean = new Cleaner(SAFE).clean(dirty);
        for (Element link : clean.select("a[href], img[src]")) {
            String attribute = link.hasAttr("href") ? "href" : "src";
            String address = link.attr(attribute).strip();
            if (!allowed(address, attribute)) {
                active |= !address.isEmpty() && address.indexOf(':') > 0;
                link.removeAttr(attribute);
            }
        }
        clean.select("a:not([href])").unwrap();
        clean.select("img:not([src])").remove();
        if (active) {
            remarks.accept(Remark.of(Note.ACTIVE_REMOVED));
        }
        return inner(clean.body());
    }

    private static boolean allowed(String address, String attribute) {
        String lower = address.toLowerCase(java.util.Locale.ROOT);
        return address.startsWith(Question.FILE_PREFIX) || lower.startsWith("https://") || lower.startsWith("http://")
                || attribute.equals("src") && lower.startsWith("data:image/");
    }

    /** The inside of an element as it is, without indentation. */
    static String inner(Element element) {
        Document document = element.ownerDocument();
        if (document != null) {
            document.outputSettings().prettyPrint(false);
        }
        return element.html();
    }

    /** Text in one of Moodle's formats as cleaned HTML. @param format as Moodle XML names it */
    static String of(String text, String format, Consumer<Remark> remarks) {
        return switch (format) {
            case "plain_text" -> "<p>" + lines(escape(text)) + "</p>";
            case "moodle_auto_format" -> cleaned(lines(text), remarks);
            case "markdown" -> cleaned(Markdown.html(text, fault -> {}), remarks);
            default -> cleaned(text, remarks);
        };
    }

    private static String lines(String html) {
        return html.strip().replaceAll("\\R\\s*\\R", "</p><p>").replaceAll("\\R", "<br>");
    }

    /** Without the characters that mark the places of gaps. */
    static String withoutPlaces(String text) {
        return text.replaceAll("[\\uE000\\uE001]", "");
    }

    /** The text of HTML, on one line. */
    static String text(String html) {
        return Jsoup.parseBodyFragment(html).text().replace('\u00a0', ' ').strip();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** Names of the question's files that the HTML shows or links to. */
    static List<String> files(String html) {
        return Jsoup.parseBodyFragment(html).select("[src], [href]").stream()
                .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
                .filter(address -> address.startsWith(Question.FILE_PREFIX)).map(Html::fileName).toList();
    }

    /** The file that an address of the question's own names. */
    static String fileName(String address) {
        String path = address.substring(Question.FILE_PREFIX.length());
        int query = path.indexOf('?');
        String name = query < 0 ? path : path.substring(0, query);
        try {
            return java.net.URLDecoder.decode(name.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name; // a per cent sign that encodes nothing
        }
    }
}
