package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import fr.pixlti.tool.content.domain.exchange.Question.GapKind;
import fr.pixlti.tool.content.domain.exchange.Question.Option;
import java.io.IOException;
import java.io.Writer;
import java.util.Base64;
import java.util.List;

/** Writes Moodle XML, a question at a time, so that a whole framework with its files need not stand in memory. */
final class MoodleXmlWriter implements QuestionWriter {

    private final Writer out;
    private List<String> category = List.of();

    MoodleXmlWriter(Writer out) throws IOException {
        this.out = out;
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
    }

    @Override
    public boolean holds(Question question) {
        return !(question.body() instanceof Question.Foreign);
    }

    @Override
    public void write(Question question) throws IOException {
        if (!question.category().equals(category)) {
            category = question.category();
            line("<question type=\"category\"><category><text>" + escape(Categories.written(category))
                    + "</text></category><info format=\"plain_text\"><text>" + escape(question.categoryTitle())
                    + "</text></info></question>");
        }
        line("<question type=\"" + type(question.body()) + "\">");
        line("<name><text>" + escape(question.name()) + "</text></name>");
        out.write("<questiontext format=\"html\"><text>" + cdata(prompt(question)) + "</text>");
        for (Question.Media file : question.media()) {
            out.write("<file name=\"" + escape(file.name()) + "\" path=\"/\" encoding=\"base64\">");
            out.write(Base64.getEncoder().encodeToString(file.bytes()));
            out.write("</file>");
        }
        line("</questiontext>");
        line("<generalfeedback format=\"html\"><text>" + cdata(question.feedback()) + "</text></generalfeedback>");
        if (!(question.body() instanceof Question.Cloze)) {
            line("<defaultgrade>1</defaultgrade>");
        }
        line("<penalty>0.3333333</penalty>\n<hidden>0</hidden>");
        line("<idnumber>" + escape(question.id()) + "</idnumber>");
        body(question.body());
        out.write("<tags>");
        for (String tag : question.tags()) {
            out.write("<tag><text>" + escape(tag) + "</text></tag>");
        }
        line("</tags>\n</question>");
    }

    @Override
    public void close() throws IOException {
        out.write("</quiz>\n");
        out.flush();
    }

    private static String type(Question.Body body) {
        return switch (body) {
            case Question.Choices _ -> "multichoice";
            case Question.TrueFalse _ -> "truefalse";
            case Question.Typed(Gap gap) -> switch (gap.kind()) {
                case TEXT -> "shortanswer";
                case NUMBER -> "numerical";
                case LIST -> "multichoice";
            };
            case Question.Cloze _ -> "cloze";
            case Question.Matching _ -> "matching";
            case Question.Ordering _ -> "ordering";
            case Question.Foreign(String type) -> type;
        };
    }

    private static String prompt(Question question) {
        String prompt = question.prompt();
        if (question.body() instanceof Question.Cloze(List<Gap> gaps)) {
            for (int i = 0; i < gaps.size(); i++) {
                prompt = prompt.replace(Question.gap(i), ClozeText.written(gaps.get(i)));
            }
        }
        return prompt;
    }

    private void body(Question.Body body) throws IOException {
        switch (body) {
            case Question.Choices choices -> choices(choices);
            case Question.TrueFalse(boolean right) -> {
                line("<answer fraction=\"" + (right ? 100 : 0) + "\" format=\"plain_text\"><text>true</text></answer>");
                line("<answer fraction=\"" + (right ? 0 : 100)
                        + "\" format=\"plain_text\"><text>false</text></answer>");
            }
            case Question.Typed(Gap gap) -> typed(gap);
            case Question.Matching(List<Question.Pair> pairs) -> {
                line("<shuffleanswers>true</shuffleanswers>");
                for (Question.Pair pair : pairs) {
                    line("<subquestion format=\"html\"><text>" + cdata(pair.prompt()) + "</text><answer><text>"
                            + escape(pair.answer()) + "</text></answer></subquestion>");
                }
            }
            case Question.Ordering(List<String> steps) -> {
                line("<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>2</selectcount>"
                        + "<gradingtype>ALL_OR_NOTHING</gradingtype><showgrading>SHOW</showgrading>");
                // Moodle's import of this kind fails without them.
                for (String when : List.of("correct", "partiallycorrect", "incorrect")) {
                    line("<" + when + "feedback format=\"html\"><text></text></" + when + "feedback>");
                }
                line("<shownumcorrect>1</shownumcorrect>");
                for (String step : steps) {
                    line("<answer fraction=\"1\" format=\"html\"><text>" + cdata(step) + "</text></answer>");
                }
            }
            case Question.Cloze _, Question.Foreign _ -> {
                // all of a cloze stands in its text; others are not held
            }
        }
    }

    private void choices(Question.Choices choices) throws IOException {
        line("<single>" + !choices.several() + "</single>\n<shuffleanswers>" + choices.shuffled()
                + "</shuffleanswers>\n<answernumbering>none</answernumbering>");
        for (Option option : choices.options()) {
            line("<answer fraction=\"" + option.fraction().toPlainString() + "\" format=\"html\"><text>"
                    + cdata(option.html()) + "</text><feedback format=\"html\"><text>" + cdata(option.feedback())
                    + "</text></feedback></answer>");
        }
    }

    private void typed(Gap gap) throws IOException {
        if (gap.kind() == GapKind.TEXT) {
            line("<usecase>" + (gap.caseCounts() ? 1 : 0) + "</usecase>");
        }
        for (Answer answer : gap.answers()) {
            out.write("<answer fraction=\"" + answer.fraction().toPlainString() + "\" format=\"plain_text\"><text>"
                    + escape(gap.kind() == GapKind.TEXT ? Wildcards.written(answer.text()) : answer.text())
                    + "</text><feedback format=\"html\"><text></text></feedback>");
            if (gap.kind() == GapKind.NUMBER) {
                out.write("<tolerance>" + answer.tolerance().toPlainString() + "</tolerance>");
            }
            line("</answer>");
        }
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    private static String escape(String text) {
        return Html.escape(printable(text));
    }

    private static String cdata(String text) {
        return "<![CDATA[" + printable(text).replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    /** Without what XML 1.0 cannot hold. */
    static String printable(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
