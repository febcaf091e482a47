package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Turns cleaned HTML into the Markdown that content files hold, with the same words when it is read again. */
final class ToMarkdown {

    private static final Set<String> BLOCKS = Set.of("p", "div", "ul", "ol", "dl", "dt", "dd", "table", "blockquote",
            "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li");
    private static final Pattern LINE_START = Pattern.compile("(?m)^([ \\t]*)([#+=~>-])");
    private static final Pattern NUMBERED = Pattern.compile("(?m)^([ \\t]*\\d{1,9})([.)])(?=\\s|$)");

    private final Consumer<Remark> remarks;
    private final boolean emphasis;
    private boolean layoutLost;

    private ToMarkdown(Consumer<Remark> remarks, boolean emphasis) {
        this.remarks = remarks;
        this.emphasis = emphasis;
    }

    /** @param html cleaned; pictures in it are dropped */
    static String of(String html, Consumer<Remark> remarks) {
        String markdown = once(html, remarks, true);
        // Emphasis that begins or ends inside a word may not be read as such: the words matter more.
        return sameWords(html, markdown) ? markdown : once(html, found -> {}, false);
    }

    private static String once(String html, Consumer<Remark> remarks, boolean emphasis) {
        ToMarkdown writer = new ToMarkdown(remarks, emphasis);
        Element body = Jsoup.parseBodyFragment(html).body();
        String markdown = String.join("\n\n", writer.blocks(body));
        if (writer.layoutLost) {
            writer.remarks.accept(Remark.of(Note.LAYOUT_LOST));
        }
        return markdown;
    }

    private static boolean sameWords(String html, String markdown) {
        return words(html).equals(words(Markdown.html(markdown, fault -> {})));
    }

    private static String words(String html) {
        return Jsoup.parseBodyFragment(html).text().replaceAll("[\\s\\u00a0\\u202f]+", "");
    }

    /** One line with code between backticks, as choices have it. */
    static String line(String html) {
        StringBuilder line = new StringBuilder();
        for (Node node : Jsoup.parseBodyFragment(html).body().childNodes()) {
            line(node, line);
        }
        return line.toString().replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }

    private static void line(Node node, StringBuilder line) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText().replace('`', '\''));
        } else if (node instanceof Element element) {
            boolean code = Set.of("code", "kbd", "samp").contains(element.normalName())
                    && element.text().indexOf('`') < 0
                    && !element.text().isBlank();
            if (code) {
                line.append('`').append(element.wholeText()).append('`');
                return;
            }
            boolean block = BLOCKS.contains(element.normalName()) || element.normalName().equals("br");
            line.append(block ? " " : "");
            element.childNodes().forEach(child -> line(child, line));
            line.append(block ? " " : "");
        }
    }

    private List<String> blocks(Element parent) {
        List<String> blocks = new ArrayList<>();
        StringBuilder running = new StringBuilder();
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element && holdsBlocks(element)) {
                flush(running, blocks);
                block(element, blocks);
            } else {
                running.append(inline(node));
            }
        }
        flush(running, blocks);
        return blocks;
    }

    private static boolean holdsBlocks(Element element) {
        return BLOCKS.contains(element.normalName())
                || element.select("*").stream().anyMatch(inner -> BLOCKS.contains(inner.normalName()));
    }

    private static void flush(StringBuilder running, List<String> blocks) {
        String text = tidy(running.toString());
        if (!text.isBlank()) {
            blocks.add(text);
        }
        running.setLength(0);
    }

    private void block(Element element, List<String> blocks) {
        switch (element.normalName()) {
            case "ul", "ol" -> blocks.add(list(element));
            case "table" -> new MarkdownTable(element, this::inlines).write().ifPresent(blocks::add);
            case "pre" -> blocks.add(fenced(element.wholeText().stripTrailing()));
            case "blockquote" -> blocks.add("> " + String.join("\n\n", blocks(element)).replace("\n", "\n> "));
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                String text = tidy(inlines(element));
                if (!text.isBlank()) {
                    blocks.add(emphasis && !text.contains("*") ? "**" + text + "**" : text);
                }
            }
            case "hr" -> blocks.add("***");
            default -> blocks.addAll(blocks(element));
        }
    }

    private String list(Element list) {
        StringBuilder text = new StringBuilder();
        boolean numbered = list.normalName().equals("ol");
        int number = numbered && list.attr("start").matches("\\d{1,8}") ? Integer.parseInt(list.attr("start")) : 1;
        boolean loose = list.children().stream().anyMatch(item -> !item.select("> p").isEmpty());
        for (Element item : list.children()) {
            String mark = numbered ? number++ + ". " : "- ";
            String inside = String.join(loose ? "\n\n" : "\n", blocks(item));
            text.append(text.isEmpty() ? "" : loose ? "\n\n" : "\n").append(mark)
                    .append(inside.replace("\n", "\n" + " ".repeat(mark.length())));
        }
        return text.toString().replaceAll("(?m)^[ \\t]+$", "");
    }

    private static String fenced(String code) {
        String fence = code.contains("```") ? "``````" : "```";
        return fence + "\n" + code.replaceAll("^\\R", "") + "\n" + fence;
    }

    private String inlines(Element element) {
        StringBuilder text = new StringBuilder();
        element.childNodes().forEach(node -> text.append(inline(node)));
        return text.toString();
    }

    private String inline(Node node) {
        if (node instanceof TextNode text) {
            return escape(text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "));
        }
        if (!(node instanceof Element element)) {
            return "";
        }
        return switch (element.normalName()) {
            case "br" -> "\\\n";
            case "b", "strong" -> marked("**", inlines(element));
            case "i", "em" -> marked("*", inlines(element));
            case "code", "kbd", "samp" -> code(element.text());
            case "a" -> link(element);
            case "img" -> "";
            case "sub", "sup", "s", "del", "u" -> {
                layoutLost |= !element.text().isBlank();
                yield inlines(element);
            }
            default -> inlines(element);
        };
    }

    private String link(Element link) {
        String address = link.attr("href").replaceAll("[<>\\s]", "");
        String text = inlines(link).strip();
        return text.isEmpty() || !address.startsWith("http") ? text : "[" + text + "](<" + address + ">)";
    }

    private String marked(String mark, String inside) {
        String text = inside.strip();
        if (!emphasis || text.isEmpty() || text.contains("\n")) {
            return inside;
        }
        String before = inside.startsWith(" ") ? " " : "";
        String after = inside.endsWith(" ") ? " " : "";
        return before + mark + text + mark + after;
    }

    private static String code(String code) {
        if (code.isBlank()) {
            return code;
        }
        String fence = code.contains("``") ? "```" : code.contains("`") ? "``" : "`";
        String space = code.startsWith("`") || code.endsWith("`")
                || code.startsWith(" ") && code.endsWith(" ") ? " " : "";
        return fence + space + code + space + fence;
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inWord = i > 0 && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i - 1))
                    && Character.isLetterOrDigit(text.charAt(i + 1));
            boolean entity = c == '&' && i + 1 < text.length()
                    && (text.charAt(i + 1) == '#' || Character.isLetter(text.charAt(i + 1)));
            if ("\\`*[]<|".indexOf(c) >= 0 || c == '_' && !inWord || entity) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** Spaces around lines away, and no line may begin like a heading, a list, a quotation, a rule or a fence. */
    private static String tidy(String text) {
        String tidy = text.strip().replaceAll(" *(\\\\?)\\n *", "$1\n");
        int backslashes = tidy.length() - tidy.replaceAll("\\\\+$", "").length();
        if (backslashes % 2 == 1) {
            tidy = tidy.substring(0, tidy.length() - 1).strip(); // a line break at the end breaks nothing
        }
        tidy = LINE_START.matcher(tidy).replaceAll("$1\\\\$2");
        return NUMBERED.matcher(tidy).replaceAll("$1\\\\$2");
    }
}
