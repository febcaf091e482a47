package fr.pixlti.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Finds words for people that stand in templates instead of in message bundles. Text inside an element that has
 * {@code th:text} or {@code th:utext} is a prototype, which nobody sees.
 */
final class TemplateWords {

    private static final Pattern LETTERS = Pattern.compile("\\p{L}");
    private static final Pattern INLINE = Pattern.compile("\\[\\[.*?]]|\\[\\(.*?\\)]", Pattern.DOTALL);
    private static final Set<String> SHOWN_ATTRIBUTES = Set.of("alt", "title", "aria-label", "aria-description",
            "aria-roledescription", "aria-valuetext", "placeholder", "label", "hx-confirm", "hx-prompt");
    private static final Set<String> INPUTS_WITH_HIDDEN_VALUE = Set.of("hidden", "checkbox", "radio");
    private static final Pattern SHOWN_BY_ATTR = Pattern
            .compile("\\b(data-|aria-)?(label|title|alt|placeholder|description|valuetext) *=");
    /** Innermost first, so that what remains of an expression is its own text. */
    private static final Pattern COMPUTED = Pattern.compile("[#$@~*]\\{[^{}]*}");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\\|([^|]*)\\|");
    /** The name, units that are written alike in every language, and paths. */
    private static final Pattern NOT_TRANSLATED = Pattern.compile("\\bPix LTI\\b|\\b(pix|s|min)\\b|^/\\S*$");

    private TemplateWords() {}

    /** One line for each fault, with file and line. */
    static List<String> faults(Path templates) {
        try (Stream<Path> files = Files.walk(templates)) {
            List<String> faults = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".html")).sorted().toList()) {
                String name = templates.relativize(file).toString();
                Parser parser = Parser.htmlParser().setTrackPosition(true).setTrackErrors(50);
                Document page = Jsoup.parse(Files.readString(file), "", parser);
                parser.getErrors().forEach(error -> faults.add(name + " is not read as written: " + error));
                page.getAllElements().forEach(element -> {
                    element.textNodes().stream().filter(text -> !replaced(element) && words(inText(text)))
                            .forEach(text -> faults.add(at(name, text.sourceRange().start().lineNumber(),
                                    text.text().strip())));
                    element.attributes().forEach(attribute -> {
                        if (shown(element, attribute) || spoken(attribute)) {
                            faults.add(at(name, element.sourceRange().start().lineNumber(), attribute.html()));
                        }
                    });
                });
            }
            return faults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String at(String file, int line, String text) {
        return file + ":" + line + ": " + text;
    }

    private static String inText(TextNode text) {
        return INLINE.matcher(text.getWholeText()).replaceAll("");
    }

    private static boolean words(String text) {
        return LETTERS.matcher(NOT_TRANSLATED.matcher(text).replaceAll("")).find();
    }

    private static boolean replaced(Element element) {
        return Stream.concat(Stream.of(element), element.parents().stream())
                .anyMatch(each -> each.hasAttr("th:text") || each.hasAttr("th:utext"));
    }

    private static boolean shown(Element element, Attribute attribute) {
        String name = attribute.getKey();
        boolean value = name.equals("value") && element.normalName().equals("input")
                && !INPUTS_WITH_HIDDEN_VALUE.contains(element.attr("type"));
        boolean description = name.equals("content") && element.attr("name").equals("description");
        return (SHOWN_ATTRIBUTES.contains(name) || value || description) && words(attribute.getValue())
                && !element.hasAttr("th:" + name) && !element.attr("th:attr").contains(name + "=");
    }

    /** Whether an expression that people will read has words of its own: {@code 'Hello'} or {@code |Hello ${name}|}. */
    private static boolean spoken(Attribute attribute) {
        String name = attribute.getKey();
        boolean read = name.equals("th:text") || name.equals("th:utext")
                || name.startsWith("th:") && SHOWN_ATTRIBUTES.contains(name.substring("th:".length()))
                || name.equals("th:attr") && SHOWN_BY_ATTR.matcher(attribute.getValue()).find();
        if (!read) {
            return false;
        }
        String left = attribute.getValue();
        for (String before = ""; !before.equals(left);) {
            before = left;
            left = COMPUTED.matcher(left).replaceAll("");
        }
        return LITERAL.matcher(left).results()
                .anyMatch(found -> words(found.group(1) == null ? found.group(2) : found.group(1)));
    }
}
