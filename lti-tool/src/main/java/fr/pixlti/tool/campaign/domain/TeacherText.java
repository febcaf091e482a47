package fr.pixlti.tool.campaign.domain;

import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns the Markdown of teachers into safe HTML: CommonMark, in which HTML is shown as text. Headings become bold lines, as
 * the page has its own; pictures become their text, as pages of the tool fetch nothing from elsewhere.
 */
public final class TeacherText {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true)
            .softbreak("<br>\n").attributeProviderFactory(context -> TeacherText::attributes).build();

    private TeacherText() {}

    /** @return empty for a blank text */
    public static String html(String markdown) {
        if (markdown.isBlank()) {
            return "";
        }
        Node document = PARSER.parse(markdown);
        document.accept(new Plainer());
        return RENDERER.render(document).strip();
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if ("a".equals(tag)) {
            attributes.put("rel", "noopener noreferrer");
            attributes.put("target", "_blank");
        }
    }

    private static final class Plainer extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            visitChildren(heading);
            Node line = new Paragraph();
            Node strong = new StrongEmphasis();
            move(heading, strong);
            line.appendChild(strong);
            heading.insertAfter(line);
            heading.unlink();
        }

        @Override
        public void visit(Image image) {
            while (image.getLastChild() != null) {
                image.insertAfter(image.getLastChild());
            }
            image.unlink();
        }

        private static void move(Node from, Node to) {
            while (from.getFirstChild() != null) {
                to.appendChild(from.getFirstChild());
            }
        }
    }
}
