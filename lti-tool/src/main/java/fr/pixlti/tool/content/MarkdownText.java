package fr.pixlti.tool.content;

import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Texts that people write in Markdown for others to read. */
public final class MarkdownText {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true)
            .sanitizeUrls(true).softbreak("<br>\n").attributeProviderFactory(context -> MarkdownText::attributes)
            .build();

    private MarkdownText() {}

    /**
     * Safe HTML of such a text: CommonMark and tables, in which lines end where they were ended. HTML is shown as it was
     * typed; headings become bold lines, as the page has its own; pictures become their text, as pages of the tool fetch
     * nothing from elsewhere. Empty for a blank text.
     */
    public static String html(String markdown) {
        if (markdown.isBlank()) {
            return "";
        }
        Node document = PARSER.parse(markdown);
        document.accept(new Plainer());
        // No text can hold these tags, since the renderer escapes it: they are its own.
        return RENDERER.render(document).strip()
                .replace("<table", "<div class=\"table-responsive\" tabindex=\"0\"><table")
                .replace("</table>", "</table></div>");
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        switch (tag) {
            case "a" -> {
                attributes.put("rel", "noopener noreferrer");
                attributes.put("target", "_blank");
            }
            case "table" -> attributes.put("class", "table");
            case "th" -> attributes.put("scope", "col");
            default -> {
                // as CommonMark has it
            }
        }
    }

    private static final class Plainer extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            visitChildren(heading);
            Node strong = new StrongEmphasis();
            while (heading.getFirstChild() != null) {
                strong.appendChild(heading.getFirstChild());
            }
            Node line = new Paragraph();
            line.appendChild(strong);
            heading.insertAfter(line);
            heading.unlink();
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            while (image.getLastChild() != null) {
                image.insertAfter(image.getLastChild());
            }
            image.unlink();
        }
    }
}
