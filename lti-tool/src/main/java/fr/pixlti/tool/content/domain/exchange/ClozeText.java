package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import fr.pixlti.tool.content.domain.exchange.Question.GapKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The gaps of Moodle's cloze questions, <code>{1:SHORTANSWER:=right~%0%wrong#why}</code> (docs.moodle.org, Embedded
 * Answers). Inside, {@code } # ~} are escaped by a backslash or written as HTML entities.
 */
final class ClozeText {

    private static final Pattern OPENING = Pattern.compile("\\{\\d*:([A-Z_]+):");
    private static final Pattern FRACTION = Pattern.compile("%(-?\\d+(?:[.,]\\d*)?)%");
    private static final Pattern NUMBER = Pattern
            .compile("(-?(?:\\d+[.,]?\\d*|[.,]\\d+)(?:[eE][-+]?\\d+)?)(?::(\\d*[.,]?\\d*(?:[eE][-+]?\\d+)?))?");
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    /** @param prompt HTML with the gaps' places; @param several whether a gap wanted several choices */
    record Parsed(String prompt, List<Gap> gaps, boolean several, boolean feedback) {}

    private ClozeText() {}

    /** @param html as it stands in the file, not cleaned yet */
    static Parsed parse(String html) {
        StringBuilder prompt = new StringBuilder();
        List<Gap> gaps = new ArrayList<>();
        boolean several = false;
        boolean feedback = false;
        int from = 0;
        Matcher opening = OPENING.matcher(html);
        while (opening.find(from)) {
            boolean caseCounts = Set.of("SHORTANSWER_C", "SAC", "MWC").contains(opening.group(1));
            GapKind kind = kind(opening.group(1));
            int end = end(html, opening.end());
            if (kind == null || end < 0) {
                prompt.append(html, from, opening.end());
                from = opening.end();
                continue;
            }
            several |= opening.group(1).startsWith("MULTIRESPONSE") || opening.group(1).startsWith("MR");
            List<String> alternatives = split(html.substring(opening.end(), end));
            feedback |= alternatives.stream().anyMatch(alternative -> mark(alternative) >= 0);
            prompt.append(html, from, opening.start()).append(Question.gap(gaps.size()));
            gaps.add(new Gap(kind, caseCounts,
                    alternatives.stream().map(alternative -> answer(alternative, kind)).toList()));
            from = end + 1;
        }
        return new Parsed(prompt.append(html.substring(from)).toString(), gaps, several, feedback);
    }

    private static @Nullable GapKind kind(String word) {
        return switch (word) {
            case "NUMERICAL", "NM" -> GapKind.NUMBER;
            case "SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC" -> GapKind.TEXT;
            default -> word.matches("(MULTICHOICE|MULTIRESPONSE)(_[VH]?S?)?|M[CR][VH]?S?") ? GapKind.LIST : null;
        };
    }

    /** Where the brace stands that ends the gap, or -1. */
    private static int end(String html, int from) {
        for (int i = from; i < html.length(); i++) {
            if (html.charAt(i) == '}' && html.charAt(i - 1) != '\\') {
                return i;
            }
        }
        return -1;
    }

    private static List<String> split(String inside) {
        List<String> alternatives = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < inside.length(); i++) {
            if (inside.charAt(i) == '~' && (i == 0 || inside.charAt(i - 1) != '\\')) {
                alternatives.add(inside.substring(start, i));
                start = i + 1;
            }
        }
        alternatives.add(inside.substring(start));
        return alternatives.stream().filter(alternative -> !alternative.isBlank()).toList();
    }

    /** Where the feedback of an alternative begins, or -1. An entity's number sign begins none. */
    private static int mark(String alternative) {
        for (int i = 0; i < alternative.length(); i++) {
            if (alternative.charAt(i) == '#' && (i == 0 || "\\&".indexOf(alternative.charAt(i - 1)) < 0)) {
                return i;
            }
        }
        return -1;
    }

    private static Answer answer(String alternative, GapKind kind) {
        int mark = mark(alternative);
        String text = (mark < 0 ? alternative : alternative.substring(0, mark)).strip();
        BigDecimal fraction = BigDecimal.ZERO;
        Matcher weight = FRACTION.matcher(text);
        if (text.startsWith("=")) {
            fraction = FULL;
            text = text.substring(1);
        } else if (weight.lookingAt()) {
            fraction = Decimals.read(weight.group(1));
            text = text.substring(weight.end());
        }
        Matcher number = NUMBER.matcher(text.strip());
        if (kind == GapKind.NUMBER && number.matches()) {
            String tolerance = number.group(2);
            return new Answer(Decimals.plain(number.group(1)), fraction,
                    tolerance == null ? BigDecimal.ZERO : Decimals.read(tolerance));
        }
        String plain = Parser.unescapeEntities(text, false).replace("\\}", "}").replace("\\#", "#").replace("\\~", "~");
        if (kind == GapKind.LIST) {
            plain = Html.text(plain);
        }
        return new Answer(kind == GapKind.TEXT ? Wildcards.parsed(plain) : plain.strip(), fraction, BigDecimal.ZERO);
    }

    /** The gap as Moodle writes it. */
    static String written(Gap gap) {
        String kind = switch (gap.kind()) {
            case TEXT -> gap.caseCounts() ? "SHORTANSWER_C" : "SHORTANSWER";
            case NUMBER -> "NUMERICAL";
            case LIST -> "MULTICHOICE";
        };
        return gap.answers().stream().map(answer -> fraction(answer) + text(answer, gap.kind()))
                .collect(Collectors.joining("~", "{1:" + kind + ":", "}"));
    }

    private static String fraction(Answer answer) {
        if (answer.full()) {
            return "=";
        }
        return answer.fraction().signum() == 0 ? "" : "%" + answer.fraction().toPlainString() + "%";
    }

    private static String text(Answer answer, GapKind kind) {
        if (kind == GapKind.NUMBER) {
            return Decimals.plain(answer.text()) + ":" + answer.tolerance().toPlainString();
        }
        StringBuilder text = new StringBuilder();
        // In a choice the text is HTML, so what looks like a tag is escaped once more than in a typed answer.
        String value = kind == GapKind.LIST ? Html.escape(answer.text()) : Wildcards.written(answer.text());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append("&<>\"'\\#~{}=%".indexOf(c) >= 0 ? "&#" + (int) c + ";" : c);
        }
        return text.toString();
    }
}
