package fr.pixlti.tool.content.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns the authors' prose into safe HTML: CommonMark and tables, without HTML, headings or pictures of its own. */
public final class Markdown {

    private static final Set<Extension> EXTENSIONS = Set.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true)
            .sanitizeUrls(true).attributeProviderFactory(context -> Markdown::attributes).build();

    private Markdown() {}

    /** @param faults told what the author must not write; the HTML is safe all the same */
    public static String html(String markdown, Consumer<String> faults) {
        Node document = PARSER.parse(markdown);
        document.accept(new Inspection(faults));
        // No text can hold these tags, since the renderer escapes it: they are its own.
        return RENDERER.render(document).strip()
                .replace("<table", "<div class=\"table-responsive\" tabindex=\"0\"><table")
                .replace("</table>", "</table></div>");
    }

    /** HTML of a plain text of one line in which only {@code `code`} is marked up. */
    public static String inline(String text) {
        String[] pieces = text.split("`", -1);
        if (pieces.length % 2 == 0) {
            return escape(Typography.french(text));
        }
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < pieces.length; i++) {
            html.append(i % 2 == 0 ? escape(Typography.french(pieces[i])) : "<code>" + escape(pieces[i]) + "</code>");
        }
        return html.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        switch (tag) {
            case "a" -> {
                attributes.put("rel", "noopener");
                attributes.put("target", "_blank");
            }
            case "table" -> attributes.put("class", "table");
            case "th" -> attributes.put("scope", "col");
            default -> {
                // as CommonMark has it
            }
        }
    }

    /** Finds what is not allowed, and sets the spaces of French punctuation. */
    private static final class Inspection extends AbstractVisitor {

        private static final List<String> SCHEMES = List.of("https://", "http://");
        private final Consumer<String> faults;

        Inspection(Consumer<String> faults) {
            this.faults = faults;
        }

        @Override
        public void visit(Text text) {
            text.setLiteral(Typography.french(text.getLiteral()));
        }

        @Override
        public void visit(Link link) {
            if (SCHEMES.stream().noneMatch(link.getDestination()::startsWith)) {
                faults.accept("the link to `" + link.getDestination() + "` is neither http nor https");
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            faults.accept("pictures go into `image`, not into the text: " + image.getDestination());
        }

        @Override
        public void visit(Heading heading) {
            faults.accept("headings are not used here: the page has its own");
        }

        @Override
        public void visit(HtmlInline html) {
            faults.accept("HTML is not used here; between backticks it would be shown: " + html.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            faults.accept("HTML is not used here; between backticks it would be shown: " + html.getLiteral());
        }
    }
}
