package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import fr.pixlti.tool.content.domain.exchange.Question.GapKind;
import fr.pixlti.tool.content.domain.exchange.Question.Option;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes GIFT. It has no files and no gaps in a text; {@link AsMatching} helps where all gaps are one list. */
final class GiftWriter implements QuestionWriter {

    private final Writer out;
    private List<String> category = List.of();

    GiftWriter(Writer out) {
        this.out = out;
    }

    @Override
    public boolean holds(Question question) {
        return question.media().isEmpty() && switch (question.body()) {
            case Question.Choices _, Question.TrueFalse _ -> true;
            // An arrow, which cannot be hidden, would make a matching question of it.
            case Question.Typed(Gap gap) -> gap.answers().stream().noneMatch(answer -> answer.text().contains("->"));
            case Question.Matching(List<Question.Pair> pairs) -> pairs.stream()
                    .noneMatch(pair -> pair.prompt().contains("->"));
            case Question.Cloze _, Question.Ordering _, Question.Foreign _ -> false;
        };
    }

    @Override
    public void write(Question question) throws IOException {
        if (!question.category().equals(category)) {
            category = question.category();
            out.write("$CATEGORY: " + GiftText.written(Categories.written(category)) + "\n\n");
        }
        String tags = question.tags().stream().map(tag -> " [tag:" + tag.replace("]", "\\]") + "]")
                .collect(Collectors.joining());
        out.write("// " + (question.id().isEmpty() ? "" : "[id:" + question.id().replace("]", "\\]") + "]") + tags
                + "\n");
        out.write("::" + GiftText.written(question.name()) + "::[html]" + GiftText.written(oneLine(question.prompt()))
                + "{");
        body(question.body());
        if (!question.feedback().isBlank()) {
            out.write("\t####" + GiftText.written(oneLine(question.feedback())) + "\n");
        }
        out.write("}\n\n");
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    private void body(Question.Body body) throws IOException {
        switch (body) {
            case Question.Choices choices -> {
                out.write("\n");
                for (Option option : choices.options()) {
                    out.write("\t" + weight(option, choices.several()) + GiftText.written(oneLine(option.html()))
                            + (option.feedback().isEmpty() ? "" : "#" + GiftText.written(oneLine(option.feedback())))
                            + "\n");
                }
            }
            case Question.TrueFalse(boolean right) -> out.write(right ? "TRUE" : "FALSE");
            case Question.Typed(Gap gap) -> {
                out.write(gap.kind() == GapKind.NUMBER ? "#\n" : "\n");
                for (Answer answer : gap.answers()) {
                    String text = gap.kind() == GapKind.NUMBER
                            ? answer.text() + ":" + answer.tolerance().toPlainString()
                            : GiftText.written(Wildcards.written(answer.text()));
                    out.write("\t=%" + answer.fraction().toPlainString() + "%" + text + "#\n");
                }
            }
            case Question.Matching(List<Question.Pair> pairs) -> {
                out.write("\n");
                for (Question.Pair pair : pairs) {
                    out.write("\t=" + GiftText.written(oneLine(pair.prompt())) + " -> "
                            + GiftText.written(pair.answer()) + "\n");
                }
            }
            case Question.Cloze _, Question.Ordering _, Question.Foreign _ -> throw new IllegalArgumentException(
                    "GIFT holds no such question");
        }
    }

    private static String weight(Option option, boolean several) {
        if (option.full() && !several) {
            return "=";
        }
        return option.fraction().signum() == 0 ? "~" : "~%" + option.fraction().toPlainString() + "%";
    }

    /** Lines end with a sign of their own; a lone one at the start of a text would be cut by the reader. */
    private static String oneLine(String html) {
        return MoodleXmlWriter.printable(html).strip();
    }
}
