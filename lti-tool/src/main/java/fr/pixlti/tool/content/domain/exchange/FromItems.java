package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.Tolerances;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import fr.pixlti.tool.content.domain.exchange.Question.GapKind;
import fr.pixlti.tool.content.domain.exchange.Question.Media;
import fr.pixlti.tool.content.domain.exchange.Question.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes questions of items. */
final class FromItems {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    /** Each wrong choice takes everything away: the nearest to "exactly these" that fractions can say. */
    private static final BigDecimal NOTHING_LEFT = BigDecimal.valueOf(-100);

    private final Function<String, Optional<byte[]>> files;

    /** @param files content of a file by its path below the content folder */
    FromItems(Function<String, Optional<byte[]>> files) {
        this.files = files;
    }

    /** The item as a question; its body is foreign, and a remark says why, when it has no counterpart. */
    Question question(String framework, Topic topic, Skill skill, Item item) {
        List<Remark> remarks = new ArrayList<>();
        Map<String, Media> media = new LinkedHashMap<>();
        StringBuilder prompt = new StringBuilder(item.instruction());
        Item.Picture picture = item.picture();
        if (picture != null) {
            prompt.append("\n<p><img src=\"").append(address(picture.path(), media)).append("\" alt=\"")
                    .append(Html.escape(picture.alt())).append("\"></p>");
        }
        for (Item.Attachment file : item.attachments()) {
            prompt.append("\n<p><a href=\"").append(address(file.path(), media)).append("\">")
                    .append(Html.escape(file.label())).append("</a></p>");
        }
        Question.Body body = switch (item.work()) {
            case Item.Choose choose -> choices(choose, remarks);
            case Item.Fill(Item.Field field) -> {
                prompt.append("\n<p class=\"").append(ItemTags.LABEL_CLASS).append("\">")
                        .append(Html.escape(field.label())).append("</p>");
                yield new Question.Typed(gap(field, remarks));
            }
            case Item.FillSeveral several -> several(several, prompt, remarks);
            default -> {
                remarks.add(Remark.of(Note.NOT_SIMULATOR));
                yield new Question.Foreign("simulator");
            }
        };
        if (item.draws() != null) {
            remarks.add(Remark.of(Note.ONE_DRAW));
        }
        if (media.values().stream().anyMatch(file -> file.bytes().length == 0)) {
            remarks.add(Remark.of(Note.NOT_FILE));
        }
        return new Question(item.id() + " " + skill.name(), item.id(),
                List.of(framework, topic.competence(), topic.id()),
                topic.title(), ItemTags.of(topic, skill, item), clean(prompt.toString()), clean(item.correction()),
                body,
                List.copyOf(media.values()), List.copyOf(remarks));
    }

    /** Without what only our own pages use. */
    private static String clean(String html) {
        return Html.cleaned(html, remark -> {});
    }

    private String address(String path, Map<String, Media> media) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        media.computeIfAbsent(name, each -> new Media(name, files.apply(path).orElse(new byte[0])));
        return Question.FILE_PREFIX + name;
    }

    private static Question.Body choices(Item.Choose choose, List<Remark> remarks) {
        long right = choose.choices().stream().filter(Item.Choice::right).count();
        BigDecimal share = FULL.divide(BigDecimal.valueOf(right), 5, RoundingMode.HALF_UP).stripTrailingZeros();
        if (choose.several()) {
            remarks.add(Remark.of(Note.MARKED_OTHERWISE));
        }
        return new Question.Choices(choose.several(), choose.shuffled(), choose.choices().stream()
                .map(choice -> new Option(clean(choice.html()),
                        choice.right() ? share : choose.several() ? NOTHING_LEFT : BigDecimal.ZERO, ""))
                .toList());
    }

    private static Question.Body several(Item.FillSeveral several, StringBuilder prompt, List<Remark> remarks) {
        if (several.dependent()) {
            remarks.add(Remark.of(Note.NOT_DEPENDENT));
            return new Question.Foreign("dependent");
        }
        List<String> names = several.fields().stream().map(Item.Field::name).toList();
        List<Gap> gaps = new ArrayList<>();
        several.fields().forEach(field -> gaps.add(gap(field, remarks)));
        prompt.append('\n');
        several.parts().forEach(part -> prompt
                .append(part.html() != null ? part.html() : Question.gap(names.indexOf(part.field()))));
        return new Question.Cloze(gaps);
    }

    private static Gap gap(Item.Field field, List<Remark> remarks) {
        if (!field.options().isEmpty()) {
            return new Gap(GapKind.LIST, false, field.options().stream()
                    .map(option -> answer(option, field.answers().contains(option))).toList());
        }
        List<Answer> answers = new ArrayList<>();
        boolean number = field.format() == Item.Format.NUMBER;
        field.answers().forEach(text -> answers.add(answer(number ? plain(text) : text, true)));
        field.refused().stream().filter(text -> !number || Tolerances.number(text).isPresent())
                .forEach(text -> answers.add(answer(number ? plain(text) : text, false)));
        if (number) {
            return new Gap(GapKind.NUMBER, false, answers);
        }
        if (field.tolerances().contains(Item.Tolerance.TYPOS)
                || field.tolerances().contains(Item.Tolerance.PUNCTUATION)) {
            Remark lost = Remark.of(Note.TYPOS_LOST);
            if (!remarks.contains(lost)) {
                remarks.add(lost);
            }
        }
        return new Gap(GapKind.TEXT, !field.tolerances().contains(Item.Tolerance.CASE), answers);
    }

    private static String plain(String number) {
        return Tolerances.number(number).map(value -> Decimals.plain(value.toPlainString())).orElse(number);
    }

    private static Answer answer(String text, boolean right) {
        return new Answer(text, right ? FULL : BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
