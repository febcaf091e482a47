package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Body;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import fr.pixlti.tool.content.domain.exchange.Question.GapKind;
import fr.pixlti.tool.content.domain.exchange.Question.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between the braces of a GIFT question; which kind it is, its signs say. */
final class GiftAnswers {

    private static final Pattern WEIGHT = Pattern.compile("^%(-?\\d{1,3}(?:\\.\\d*)?)%");
    private static final Pattern ORDERING = Pattern.compile("(?s)^>\\s*\\d+[^\\n]*\\n(.*)$");
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final String format;
    private final List<Remark> remarks;

    GiftAnswers(String format, List<Remark> remarks) {
        this.format = format;
        this.remarks = remarks;
    }

    private record Piece(boolean right, BigDecimal fraction, String text, String feedback) {}

    /** @param answers with hidden signs */
    Body read(String answers) {
        if (answers.isEmpty()) {
            return new Question.Foreign("essay");
        }
        Matcher ordering = ORDERING.matcher(answers);
        if (ordering.matches()) {
            return new Question.Ordering(ordering.group(1).lines().filter(line -> !line.isBlank()).map(this::html)
                    .toList());
        }
        if (answers.startsWith("#")) {
            return new Question.Typed(new Gap(GapKind.NUMBER, false, numbers(answers.substring(1).strip())));
        }
        String word = answers.replaceFirst("(?s)#.*", "").strip();
        if (Set.of("T", "TRUE", "F", "FALSE").contains(word)) {
            lost(answers.indexOf('#') >= 0);
            return new Question.TrueFalse(word.startsWith("T"));
        }
        if (answers.indexOf('~') >= 0) {
            return choices(answers);
        }
        if (answers.startsWith("=") && answers.contains("->")) {
            return new Question.Matching(Arrays.stream(answers.split("=")).filter(pair -> !pair.isBlank())
                    .map(this::pair).toList());
        }
        return new Question.Typed(new Gap(GapKind.TEXT, false, pieces(answers, "=").stream()
                .map(piece -> new Answer(Wildcards.parsed(GiftText.plain(piece.text())), piece.fraction(),
                        BigDecimal.ZERO))
                .toList()));
    }

    private Body choices(String answers) {
        List<Piece> pieces = pieces(answers.replace("=", "~="), "~");
        boolean several = answers.indexOf('=') < 0;
        return new Question.Choices(several, true, pieces.stream()
                .map(piece -> new Option(html(piece.text()), piece.fraction(),
                        piece.feedback().isEmpty() ? "" : html(piece.feedback())))
                .toList());
    }

    private Question.Pair pair(String pair) {
        int arrow = pair.indexOf("->");
        if (arrow < 0) {
            remarks.add(Remark.of(Note.NOT_READABLE));
            return new Question.Pair("", GiftText.plain(pair));
        }
        String prompt = pair.substring(0, arrow).strip();
        return new Question.Pair(prompt.isEmpty() ? "" : html(prompt), GiftText.plain(pair.substring(arrow + 2)));
    }

    private List<Answer> numbers(String answers) {
        int wrong = answers.indexOf('~');
        lost(wrong >= 0);
        List<Answer> numbers = new ArrayList<>();
        for (Piece piece : pieces(wrong < 0 ? answers : answers.substring(0, wrong), "=")) {
            String text = piece.text();
            int range = text.indexOf("..");
            int margin = text.indexOf(':');
            if (range > 0) {
                BigDecimal from = Decimals.read(text.substring(0, range));
                BigDecimal to = Decimals.read(text.substring(range + 2));
                BigDecimal middle = from.add(to).divide(BigDecimal.TWO);
                numbers.add(new Answer(Decimals.plain(middle.toPlainString()), piece.fraction(), to.subtract(middle)));
            } else if (margin > 0) {
                numbers.add(new Answer(Decimals.plain(text.substring(0, margin)), piece.fraction(),
                        Decimals.read(text.substring(margin + 1))));
            } else {
                numbers.add(new Answer(Decimals.plain(text), piece.fraction(), BigDecimal.ZERO));
            }
        }
        return numbers;
    }

    /** The answers between such signs; typed ones are right unless a weight says otherwise, choices are not. */
    private List<Piece> pieces(String answers, String sign) {
        List<Piece> pieces = new ArrayList<>();
        for (String each : answers.split(sign)) {
            String text = each.strip();
            if (text.isEmpty()) {
                continue;
            }
            boolean right = sign.equals("=") || text.startsWith("=");
            text = text.startsWith("=") ? text.substring(1) : text;
            BigDecimal fraction = right ? FULL : BigDecimal.ZERO;
            Matcher weight = WEIGHT.matcher(text);
            if (weight.find()) {
                fraction = Decimals.read(weight.group(1));
                text = text.substring(weight.end());
            }
            int feedback = text.indexOf('#');
            String said = feedback < 0 ? "" : text.substring(feedback + 1).strip();
            lost(!said.isEmpty() && sign.equals("="));
            pieces.add(new Piece(right, fraction, (feedback < 0 ? text : text.substring(0, feedback)).strip(), said));
        }
        return pieces;
    }

    private void lost(boolean feedback) {
        if (feedback) {
            remarks.add(Remark.of(Note.FEEDBACK_LOST));
        }
    }

    private String html(String text) {
        return GiftReader.html(text, format, remarks::add);
    }
}
