package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import fr.pixlti.tool.content.domain.exchange.Question.GapKind;
import fr.pixlti.tool.content.domain.exchange.Question.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** The file of one QTI 3.0 item (1EdTech, QTI 3.0 Assessment, Section and Item Information Model). */
final class QtiItemText {

    private static final String TEMPLATE = "<qti-response-processing template=\"https://purl.imsglobal.org/spec/qti/v3p0/"
            + "rptemplates/match_correct.xml\"/>\n";

    private final Question question;
    private final String identifier;
    private final StringBuilder declarations = new StringBuilder();

    QtiItemText(Question question, String identifier) {
        this.question = question;
        this.identifier = identifier;
    }

    /** Where a file of an item stands in the package. */
    static String mediaPath(String identifier, String name) {
        return "media/" + identifier + "/" + SafeFile.servedName(name);
    }

    String xml() {
        String body = body();
        String feedback = question.feedback().isBlank() ? "" : """
                <qti-modal-feedback outcome-identifier="FEEDBACK" identifier="CORRECTION" show-hide="show">\
                <qti-content-body>%s</qti-content-body></qti-modal-feedback>
                """.formatted(xhtml(question.feedback()));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="%s" title="%s" \
                adaptive="false" time-dependent="false" xml:lang="fr">
                %s<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
                <qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier">\
                <qti-default-value><qti-value>CORRECTION</qti-value></qti-default-value></qti-outcome-declaration>
                <qti-item-body>%s</qti-item-body>
                %s%s</qti-assessment-item>
                """.formatted(identifier, text(question.name()), declarations, body, processing(), feedback);
    }

    private String body() {
        String prompt = xhtml(question.prompt());
        return switch (question.body()) {
            case Question.Choices choices -> prompt + choices(choices);
            case Question.TrueFalse(boolean right) -> prompt + choices(new Question.Choices(false, false,
                    List.of(new Option("Vrai", percent(right), ""), new Option("Faux", percent(!right), ""))));
            case Question.Typed(Gap gap) -> prompt + "\n<p>" + gap(gap, "RESPONSE") + "</p>";
            case Question.Cloze(List<Gap> gaps) -> {
                String text = prompt;
                for (int i = 0; i < gaps.size(); i++) {
                    text = text.replace(Question.gap(i), gap(gaps.get(i), "RESPONSE" + (i + 1)));
                }
                yield text;
            }
            case Question.Matching(List<Question.Pair> pairs) -> prompt + matching(pairs);
            case Question.Ordering(List<String> steps) -> {
                declare("RESPONSE", "ordered", "identifier",
                        IntStream.range(0, steps.size()).mapToObj(i -> "S" + i).toList(), "");
                yield prompt + IntStream.range(0, steps.size()).mapToObj(i -> choice("S" + i, steps.get(i)))
                        .collect(Collectors.joining("",
                                "<qti-order-interaction response-identifier=\"RESPONSE\" shuffle=\"true\">",
                                "</qti-order-interaction>"));
            }
            case Question.Foreign _ -> prompt;
        };
    }

    private static java.math.BigDecimal percent(boolean right) {
        return right ? java.math.BigDecimal.valueOf(100) : java.math.BigDecimal.ZERO;
    }

    private String choices(Question.Choices choices) {
        List<Option> options = choices.options();
        declare("RESPONSE", choices.several() ? "multiple" : "single", "identifier",
                IntStream.range(0, options.size()).filter(i -> options.get(i).fraction().signum() > 0)
                        .mapToObj(i -> "C" + i).toList(),
                "");
        return IntStream.range(0, options.size()).mapToObj(i -> choice("C" + i, options.get(i).html()))
                .collect(Collectors.joining("", "<qti-choice-interaction response-identifier=\"RESPONSE\" shuffle=\""
                        + choices.shuffled() + "\" max-choices=\"" + (choices.several() ? 0 : 1) + "\">",
                        "</qti-choice-interaction>"));
    }

    private String choice(String id, String html) {
        return "<qti-simple-choice identifier=\"" + id + "\">" + xhtml(html) + "</qti-simple-choice>";
    }

    private String matching(List<Question.Pair> pairs) {
        List<String> answers = pairs.stream().map(Question.Pair::answer).distinct().toList();
        StringBuilder left = new StringBuilder();
        List<String> right = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (!pairs.get(i).prompt().isBlank()) {
                left.append(associable("P" + i, 1, xhtml(pairs.get(i).prompt())));
                right.add("P" + i + " A" + answers.indexOf(pairs.get(i).answer()));
            }
        }
        declare("RESPONSE", "multiple", "directedPair", right, "");
        return "<qti-match-interaction response-identifier=\"RESPONSE\" shuffle=\"true\" max-associations=\""
                + right.size() + "\"><qti-simple-match-set>" + left + "</qti-simple-match-set><qti-simple-match-set>"
                + IntStream.range(0, answers.size()).mapToObj(i -> associable("A" + i, 0, text(answers.get(i))))
                        .collect(Collectors.joining())
                + "</qti-simple-match-set></qti-match-interaction>";
    }

    private static String associable(String id, int most, String inside) {
        return "<qti-simple-associable-choice identifier=\"" + id + "\" match-max=\"" + most + "\">" + inside
                + "</qti-simple-associable-choice>";
    }

    private String gap(Gap gap, String id) {
        List<Answer> answers = gap.answers();
        if (gap.kind() == GapKind.LIST) {
            List<String> right = IntStream.range(0, answers.size()).filter(i -> answers.get(i).full())
                    .mapToObj(i -> "C" + i).toList();
            declare(id, "single", "identifier", right.stream().limit(1).toList(), right.stream()
                    .map(each -> entry(each, "1", "")).collect(Collectors.joining()));
            return IntStream.range(0, answers.size())
                    .mapToObj(i -> "<qti-inline-choice identifier=\"C" + i + "\">" + text(answers.get(i).text())
                            + "</qti-inline-choice>")
                    .collect(Collectors.joining("", "<qti-inline-choice-interaction response-identifier=\"" + id
                            + "\" shuffle=\"false\">", "</qti-inline-choice-interaction>"));
        }
        boolean number = gap.kind() == GapKind.NUMBER;
        String counts = number ? "" : " case-sensitive=\"" + gap.caseCounts() + "\"";
        declare(id, "single", number ? "float" : "string",
                answers.stream().filter(Answer::full).limit(1).map(Answer::text).toList(),
                answers.stream().map(answer -> entry(answer.text(), answer.full() ? "1" : "0", counts))
                        .collect(Collectors.joining()));
        int longest = answers.stream().mapToInt(answer -> answer.text().length()).max().orElse(1);
        return "<qti-text-entry-interaction response-identifier=\"" + id + "\" expected-length=\""
                + Math.max(10, longest) + "\"/>";
    }

    private static String entry(String key, String points, String counts) {
        return "<qti-map-entry map-key=\"" + text(key) + "\" mapped-value=\"" + points + "\"" + counts + "/>";
    }

    private void declare(String id, String cardinality, String baseType, List<String> correct, String entries) {
        declarations.append("<qti-response-declaration identifier=\"").append(id).append("\" cardinality=\"")
                .append(cardinality).append("\" base-type=\"").append(baseType).append("\"><qti-correct-response>");
        correct.forEach(value -> declarations.append("<qti-value>").append(text(value)).append("</qti-value>"));
        declarations.append("</qti-correct-response>");
        if (!entries.isEmpty()) {
            declarations.append("<qti-mapping default-value=\"0\">").append(entries).append("</qti-mapping>");
        }
        declarations.append("</qti-response-declaration>\n");
    }

    /** All fields right make the point, as here; other kinds have the standard's own template for that. */
    private String processing() {
        List<Gap> gaps = switch (question.body()) {
            case Question.Typed(Gap gap) -> List.of(gap);
            case Question.Cloze(List<Gap> several) -> several;
            default -> List.of();
        };
        if (gaps.isEmpty()) {
            return question.body() instanceof Question.Foreign ? "" : TEMPLATE;
        }
        boolean one = question.body() instanceof Question.Typed;
        return IntStream.range(0, gaps.size())
                .mapToObj(i -> right(gaps.get(i), one ? "RESPONSE" : "RESPONSE" + (i + 1)))
                .collect(Collectors.joining("", "<qti-response-processing><qti-response-condition><qti-response-if>"
                        + "<qti-and>",
                        "</qti-and>" + score(1) + "</qti-response-if><qti-response-else>" + score(0)
                                + "</qti-response-else></qti-response-condition></qti-response-processing>\n"));
    }

    private static String right(Gap gap, String id) {
        String tolerance = gap.answers().stream().filter(Answer::full).map(Answer::tolerance)
                .filter(each -> each.signum() > 0).map(java.math.BigDecimal::toPlainString).findFirst().orElse("");
        if (!tolerance.isEmpty()) {
            return "<qti-equal tolerance-mode=\"absolute\" tolerance=\"" + tolerance + " " + tolerance
                    + "\"><qti-variable identifier=\"" + id + "\"/><qti-correct identifier=\"" + id
                    + "\"/></qti-equal>";
        }
        return "<qti-gte><qti-map-response identifier=\"" + id
                + "\"/><qti-base-value base-type=\"float\">1</qti-base-value></qti-gte>";
    }

    private static String score(int points) {
        return "<qti-set-outcome-value identifier=\"SCORE\"><qti-base-value base-type=\"float\">" + points
                + "</qti-base-value></qti-set-outcome-value>";
    }

    private static String text(String text) {
        return Html.escape(MoodleXmlWriter.printable(text));
    }

    /** HTML as XML, without what QTI's HTML has not; files lead to the package. */
    private String xhtml(String html) {
        Document document = Jsoup.parseBodyFragment(MoodleXmlWriter.printable(html));
        document.outputSettings().syntax(Document.OutputSettings.Syntax.xml).escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        document.select("[align]").removeAttr("align");
        for (Element element : document
                .select("[src^=" + Question.FILE_PREFIX + "], [href^=" + Question.FILE_PREFIX + "]")) {
            String attribute = element.hasAttr("src") ? "src" : "href";
            String name = Html.fileName(element.attr(attribute));
            element.attr(attribute, "../" + mediaPath(identifier, name));
        }
        return document.body().html();
    }
}
