package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Body;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import fr.pixlti.tool.content.domain.exchange.Question.GapKind;
import fr.pixlti.tool.content.domain.exchange.Question.Media;
import fr.pixlti.tool.content.domain.exchange.Question.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Moodle XML (docs.moodle.org, Moodle XML format), one question at a time. */
final class MoodleXmlReader {

    private static final int MOST_WORDS = 100;
    private static final int MOST_GAPS = 50;
    private static final Pattern PLACE = Pattern.compile("\\[\\[(\\d{1,3})]]");

    private final QuestionSink sink;
    private List<String> category = List.of();
    private String categoryTitle = "";

    private MoodleXmlReader(QuestionSink sink) {
        this.sink = sink;
    }

    static void read(byte[] file, QuestionSink sink) {
        MoodleXmlReader reader = new MoodleXmlReader(sink);
        SafeXml.each(file, "question"::equals, element -> {
            reader.question(element);
            return true;
        });
    }

    private void question(XmlElement element) {
        String type = element.attribute("type");
        if (type.equals("category")) {
            category = Categories.parsed(element.text("category", "text"));
            categoryTitle = Html.text(element.text("info", "text"));
            return;
        }
        if (element.below("text").stream().mapToLong(each -> each.text().length()).sum() > Question.LONGEST) {
            sink.take(Question.tooLong(element.text("name", "text"), category));
            return;
        }
        List<Remark> remarks = new ArrayList<>();
        XmlElement text = element.child("questiontext").orElseGet(() -> new XmlElement("questiontext"));
        String format = text.attribute("format");
        String raw = Html.withoutPlaces(text.text("text"));
        Body body;
        switch (type) {
            case "cloze", "multianswer" -> {
                ClozeText.Parsed parsed = ClozeText.parse(raw);
                raw = parsed.prompt();
                body = parsed.several() ? new Question.Foreign("multiresponse") : new Question.Cloze(parsed.gaps());
                if (parsed.feedback()) {
                    remarks.add(Remark.of(Note.FEEDBACK_LOST));
                }
            }
            case "gapselect", "ddwtos" -> {
                List<Gap> gaps = new ArrayList<>();
                raw = chosenWords(raw, element, gaps);
                body = new Question.Cloze(gaps);
            }
            default -> body = body(type, element, format, remarks);
        }
        List<Media> media = media(text);
        String image = element.text("image");
        if (!image.isEmpty() && !element.text("image_base64").isEmpty()) {
            // Banks of Moodle 1 hold their only picture beside the text.
            media.add(file(image, element.text("image_base64")));
            raw += "<p><img src=\"" + Html.escape(Question.FILE_PREFIX + image) + "\" alt=\"\"></p>";
        }
        String feedback = element.child("generalfeedback")
                .map(each -> Html.of(each.text("text"), each.attribute("format"), remarks::add)).orElse("");
        sink.take(new Question(Html.text(Html.escape(element.text("name", "text"))), element.text("idnumber"), category,
                categoryTitle, element.below("tag").stream().map(tag -> tag.text("text")).toList(),
                Html.of(raw, format, remarks::add), feedback, body, media, List.copyOf(remarks)));
    }

    private static Body body(String type, XmlElement element, String format, List<Remark> remarks) {
        List<XmlElement> answers = element.children("answer");
        if (!element.children("units").isEmpty()) {
            remarks.add(Remark.of(Note.UNIT_LOST));
        }
        return switch (type) {
            case "multichoice" -> new Question.Choices(element.text("single").equals("false"),
                    !element.text("shuffleanswers").equals("false") && !element.text("shuffleanswers").equals("0"),
                    answers.stream().map(answer -> new Option(html(answer, format, remarks), fraction(answer),
                            answer.child("feedback").map(each -> html(each, format, remarks)).orElse(""))).toList());
            case "truefalse" -> new Question.TrueFalse(answers.stream().anyMatch(
                    answer -> answer.text("text").equalsIgnoreCase("true") && fraction(answer).signum() > 0));
            case "shortanswer" -> new Question.Typed(new Gap(GapKind.TEXT, element.text("usecase").equals("1"),
                    answers.stream().map(answer -> new Answer(Wildcards.parsed(answer.text("text")),
                            fraction(answer), BigDecimal.ZERO))
                            .toList()));
            case "numerical" -> new Question.Typed(new Gap(GapKind.NUMBER, false,
                    answers.stream().map(answer -> new Answer(Decimals.plain(answer.text("text")), fraction(answer),
                            Decimals.read(answer.text("tolerance")))).toList()));
            case "matching", "match" -> new Question.Matching(element.children("subquestion").stream()
                    .map(pair -> new Question.Pair(html(pair, format, remarks), pair.text("answer", "text"))).toList());
            case "ordering" -> new Question.Ordering(
                    answers.stream().map(answer -> html(answer, format, remarks)).toList());
            default -> new Question.Foreign(type);
        };
    }

    private static String html(XmlElement element, String format, List<Remark> remarks) {
        String own = element.attribute("format");
        return Html.of(element.text("text"), own.isEmpty() ? format : own, remarks::add);
    }

    private static BigDecimal fraction(XmlElement answer) {
        return Decimals.read(answer.attribute("fraction"));
    }

    /** Gaps that are filled from lists of words: the number in a gap is that of its right word. */
    private static String chosenWords(String raw, XmlElement element, List<Gap> gaps) {
        List<XmlElement> words = element.children().stream()
                .filter(child -> child.name().equals("selectoption") || child.name().equals("dragbox")).toList();
        // More is no question for people, and each gap would hold every word.
        if (words.size() > MOST_WORDS) {
            return raw;
        }
        List<String> texts = words.stream().map(word -> Html.text(word.text("text"))).toList();
        return Pattern.compile(PLACE.pattern()).matcher(raw).replaceAll(found -> {
            int number = Integer.parseInt(found.group(1));
            if (number < 1 || number > words.size() || gaps.size() >= MOST_GAPS) {
                return Matcher.quoteReplacement(found.group());
            }
            XmlElement right = words.get(number - 1);
            gaps.add(new Gap(GapKind.LIST, false,
                    words.stream().filter(word -> word.text("group").equals(right.text("group")))
                            .map(word -> new Answer(texts.get(words.indexOf(word)),
                                    word == right ? BigDecimal.valueOf(100) : BigDecimal.ZERO, BigDecimal.ZERO))
                            .toList()));
            return Question.gap(gaps.size() - 1);
        });
    }

    private static List<Media> media(XmlElement text) {
        List<Media> media = new ArrayList<>();
        for (XmlElement file : text.children("file")) {
            String path = file.attribute("path").replaceAll("^/+", "");
            media.add(file(path + file.attribute("name"), file.text()));
        }
        return media;
    }

    private static Media file(String name, String base64) {
        try {
            return new Media(name, Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return new Media(name, new byte[0]); // refused later on, by name
        }
    }
}
