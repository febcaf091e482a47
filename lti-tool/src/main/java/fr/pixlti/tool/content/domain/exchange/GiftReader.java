package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.exchange.Question.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads GIFT (docs.moodle.org, GIFT format): questions between empty lines, <code>::name:: text { answers }</code>; a
 * backslash before {@code : # = { } ~} takes its meaning away.
 */
final class GiftReader {

    private static final Pattern ID = Pattern.compile("\\[id:((?:\\\\]|[^\\]\\p{Cntrl}])++)]");
    private static final Pattern TAG = Pattern.compile("\\[tag:((?:\\\\]|[^\\]<>`\\p{Cntrl}])++)]");
    private static final Pattern FORMAT = Pattern.compile("^\\[(html|moodle|plain|markdown)]");

    private final QuestionSink sink;
    private List<String> category = List.of();

    private GiftReader(QuestionSink sink) {
        this.sink = sink;
    }

    static void read(byte[] file, QuestionSink sink) {
        GiftReader reader = new GiftReader(sink);
        String text = new String(file, StandardCharsets.UTF_8).replaceFirst("^\\uFEFF", "");
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.isBlank()) {
                reader.question(lines);
                lines.clear();
            } else if (line.startsWith("$CATEGORY:")) {
                reader.question(lines);
                lines.clear();
                reader.category = Categories.parsed(GiftText.plain(GiftText.hidden(line.substring(10).strip())));
            } else {
                lines.add(line);
            }
        }
        reader.question(lines);
    }

    private void question(List<String> lines) {
        StringBuilder comments = new StringBuilder();
        StringBuilder kept = new StringBuilder();
        for (String line : lines) {
            (line.strip().startsWith("//") ? comments : kept).append(line.strip()).append('\n');
        }
        String text = GiftText.hidden(kept.toString().strip());
        if (text.isEmpty()) {
            return;
        }
        if (text.length() > Question.LONGEST) {
            sink.take(Question.tooLong(cut(GiftText.plain(text.substring(0, 200))), category));
            return;
        }
        String name = "";
        int end = text.startsWith("::") ? text.indexOf("::", 2) : -1;
        if (end > 0) {
            name = GiftText.plain(text.substring(2, end));
            text = text.substring(end + 2).strip();
        }
        List<Remark> remarks = new ArrayList<>();
        int opens = text.indexOf('{');
        int closes = text.indexOf('}');
        String prompt = text;
        String answers = "";
        String feedback = "";
        Body body = new Question.Foreign("description");
        if (opens >= 0 && closes > opens) {
            answers = text.substring(opens + 1, closes).strip();
            String rest = text.substring(closes + 1);
            prompt = text.substring(0, opens) + (rest.isBlank() ? "" : "_____" + rest);
            int general = answers.lastIndexOf("####");
            if (general >= 0) {
                feedback = answers.substring(general + 4);
                answers = answers.substring(0, general).strip();
            }
        } else if (opens >= 0 || closes >= 0) {
            remarks.add(Remark.of(Note.NOT_READABLE));
        }
        String format = format(prompt, "moodle_auto_format");
        String html = html(prompt, format, remarks::add);
        if (opens >= 0 && closes > opens) {
            body = new GiftAnswers(format, remarks).read(answers);
        }
        String shown = name.isEmpty() ? cut(Html.text(html)) : name;
        sink.take(new Question(shown, first(ID, comments), category, "", all(TAG, comments), html,
                feedback.isBlank() ? "" : html(feedback, format, remarks::add), body, List.of(), remarks));
    }

    /** The format that a text says of itself, as Moodle XML names it. */
    static String format(String text, String otherwise) {
        Matcher format = FORMAT.matcher(text.strip());
        return !format.find() ? otherwise : switch (format.group(1)) {
            case "moodle" -> "moodle_auto_format";
            case "plain" -> "plain_text";
            default -> format.group(1);
        };
    }

    static String html(String text, String otherwise, Consumer<Remark> remarks) {
        String own = FORMAT.matcher(text.strip()).replaceFirst("");
        return Html.of(GiftText.plain(own).strip(), format(text, otherwise), remarks);
    }

    private static String first(Pattern pattern, CharSequence comments) {
        return all(pattern, comments).stream().findFirst().orElse("");
    }

    private static List<String> all(Pattern pattern, CharSequence comments) {
        return pattern.matcher(comments).results().map(found -> found.group(1).replace("\\]", "]").strip()).toList();
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59).strip() + "…";
    }
}
