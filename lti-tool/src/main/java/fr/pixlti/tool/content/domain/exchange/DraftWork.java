package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import fr.pixlti.tool.content.domain.exchange.Question.GapKind;
import fr.pixlti.tool.content.domain.exchange.Question.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Makes of what a question asks what a learner does here. */
final class DraftWork {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final int FEWEST_CHOICES = 3;
    private static final int MOST_CHOICES = 7;
    private static final int LONGEST_CHOICE = 300;
    private static final int LONGEST_LABEL = 120;
    private static final String LABEL = "Votre réponse";

    private final ItemTags tags;
    private final Consumer<Remark> remarks;

    DraftWork(ItemTags tags, Consumer<Remark> remarks) {
        this.tags = tags;
        this.remarks = remarks;
    }

    /** @param label of a single field; empty when the question has none */
    Optional<ItemDraft.Work> of(Question.Body body, String label, String gapText) {
        return switch (body) {
            case Question.Choices choices -> choices(choices);
            case Question.TrueFalse(boolean right) -> {
                remarks.accept(Remark.of(Note.DROP_DOWN));
                yield dropDown(List.of("Vrai", "Faux"), Set.of(right ? "Vrai" : "Faux"));
            }
            case Question.Typed(Gap gap) when gap.kind() != GapKind.LIST ->
                new DraftField(gap, remarks).field("answer", label.isEmpty() ? LABEL : cut(label), tags.tolerances(0))
                        .map(ItemDraft.Fill::new);
            case Question.Typed(Gap gap) -> new DraftField(gap, remarks).field("reponse", LABEL, Optional.empty())
                    .map(field -> new ItemDraft.FillSeveral("Réponse : {{reponse}}", List.of(field)));
            case Question.Cloze(List<Gap> gaps) -> cloze(gaps, gapText);
            case Question.Matching(List<Question.Pair> pairs) -> matching(pairs);
            case Question.Ordering(List<String> steps) -> ordering(steps);
            case Question.Foreign(String type) -> {
                remarks.accept(foreign(type));
                yield Optional.empty();
            }
        };
    }

    private static Remark foreign(String type) {
        return switch (type) {
            case "essay" -> Remark.of(Note.NOT_BY_HAND);
            case "description" -> Remark.of(Note.NOT_A_QUESTION);
            case "calculated", "calculatedsimple", "calculatedmulti", "random", "randomsamatch" ->
                Remark.of(Note.NOT_DRAWN);
            case "ddimageortext", "ddmarker", "hotspot" -> Remark.of(Note.NOT_ON_PICTURE);
            case "dependent" -> Remark.of(Note.NOT_DEPENDENT);
            default -> Remark.of(Note.NOT_KNOWN, type);
        };
    }

    private Optional<ItemDraft.Work> refuse(Note note, String... args) {
        remarks.accept(Remark.of(note, args));
        return Optional.empty();
    }

    private Optional<ItemDraft.Work> choices(Question.Choices body) {
        List<Option> options = body.options();
        List<String> texts = options.stream().map(option -> ToMarkdown.line(option.html())).toList();
        if (options.stream().anyMatch(option -> option.html().contains("<img"))) {
            return refuse(Note.NOT_PICTURE_CHOICES);
        }
        if (texts.stream().anyMatch(String::isEmpty)) {
            return refuse(Note.NOT_EMPTY);
        }
        if (texts.stream().distinct().count() < texts.size()) {
            return refuse(Note.NOT_SAME_CHOICES);
        }
        if (texts.stream().anyMatch(text -> text.codePointCount(0, text.length()) > LONGEST_CHOICE)) {
            return refuse(Note.NOT_TOO_LONG, String.valueOf(LONGEST_CHOICE));
        }
        BigDecimal best = options.stream().map(Option::fraction).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        BigDecimal least = body.several() ? new BigDecimal("0.00001") : best;
        List<Boolean> right = options.stream()
                .map(option -> best.signum() > 0 && option.fraction().compareTo(least) >= 0).toList();
        long rights = right.stream().filter(each -> each).count();
        if (rights == 0 || texts.size() < 2) {
            return refuse(texts.size() < 2 ? Note.NOT_TOO_FEW_CHOICES : Note.NOT_NONE_RIGHT);
        }
        if (rights == texts.size()) {
            return refuse(Note.NOT_ALL_RIGHT);
        }
        if (body.several() ? rights > 1 : partial(options, best)) {
            remarks.accept(Remark.of(Note.PARTIAL_CREDIT));
        }
        if (body.several() && texts.size() > MOST_CHOICES) {
            return refuse(Note.NOT_TOO_MANY_CHOICES, String.valueOf(texts.size()), String.valueOf(MOST_CHOICES));
        }
        if (texts.size() < FEWEST_CHOICES || texts.size() > MOST_CHOICES || !body.several() && rights > 1) {
            remarks.accept(Remark.of(Note.DROP_DOWN));
            List<String> plain = options.stream().map(option -> Html.text(option.html())).toList();
            return dropDown(plain, Set.copyOf(IntStream.range(0, plain.size()).filter(right::get).mapToObj(plain::get)
                    .distinct().toList()));
        }
        return Optional.of(new ItemDraft.Choose(body.several(), body.shuffled(), IntStream.range(0, texts.size())
                .mapToObj(i -> new ItemDraft.Choice(texts.get(i), right.get(i))).toList()));
    }

    private static boolean partial(List<Option> options, BigDecimal best) {
        return best.compareTo(FULL) < 0 || options.stream()
                .anyMatch(option -> option.fraction().signum() > 0 && option.fraction().compareTo(best) < 0);
    }

    private Optional<ItemDraft.Work> dropDown(List<String> options, Set<String> right) {
        return list("reponse", LABEL, options, right)
                .map(field -> new ItemDraft.FillSeveral("Réponse : {{reponse}}", List.of(field)));
    }

    private Optional<Item.Field> list(String name, String label, List<String> options, Set<String> right) {
        List<Answer> answers = options.stream()
                .map(option -> new Answer(option, right.contains(option) ? FULL : BigDecimal.ZERO, BigDecimal.ZERO))
                .toList();
        return new DraftField(new Gap(GapKind.LIST, false, answers), remarks).field(name, label, Optional.empty());
    }

    private Optional<ItemDraft.Work> cloze(List<Gap> gaps, String text) {
        if (gaps.isEmpty()) {
            return refuse(Note.NOT_EMPTY);
        }
        String filled = text.replace("{{", "{ {");
        List<Item.Field> fields = new ArrayList<>();
        for (int i = 0; i < gaps.size(); i++) {
            String name = "champ-" + (i + 1);
            if (!filled.contains(Question.gap(i))) {
                return refuse(Note.NOT_READABLE);
            }
            filled = filled.replace(Question.gap(i), "{{" + name + "}}");
            Optional<Item.Field> field = new DraftField(gaps.get(i), remarks).field(name, "Champ " + (i + 1),
                    tags.tolerances(i));
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
        }
        return Optional.of(new ItemDraft.FillSeveral(filled, fields));
    }

    private Optional<ItemDraft.Work> matching(List<Question.Pair> pairs) {
        if (pairs.stream().anyMatch(pair -> pair.prompt().contains("<img"))) {
            return refuse(Note.NOT_PICTURE_CHOICES);
        }
        List<String> options = pairs.stream().map(pair -> pair.answer().replaceAll("\\s+", " ").strip())
                .filter(answer -> !answer.isEmpty()).distinct().sorted().toList();
        List<Question.Pair> asked = pairs.stream().filter(pair -> !Html.text(pair.prompt()).isEmpty()).toList();
        return rows(asked.stream().map(Question.Pair::prompt).toList(), options,
                asked.stream().map(pair -> pair.answer().replaceAll("\\s+", " ").strip()).toList());
    }

    /** The steps in alphabetical order, which must not be the right one, each with a list of places. */
    private Optional<ItemDraft.Work> ordering(List<String> steps) {
        if (steps.stream().anyMatch(step -> step.contains("<img"))) {
            return refuse(Note.NOT_PICTURE_CHOICES);
        }
        List<String> shown = new ArrayList<>(steps.stream().sorted().toList());
        if (shown.equals(steps)) {
            shown = shown.reversed();
        }
        List<String> places = IntStream.rangeClosed(1, steps.size()).mapToObj(Integer::toString).toList();
        return rows(shown, places,
                shown.stream().map(step -> Integer.toString(steps.indexOf(step) + 1)).toList());
    }

    private Optional<ItemDraft.Work> rows(List<String> prompts, List<String> options, List<String> right) {
        if (prompts.isEmpty() || options.size() < 2) {
            return refuse(Note.NOT_TOO_FEW_CHOICES);
        }
        remarks.accept(Remark.of(Note.DROP_DOWN));
        StringBuilder text = new StringBuilder();
        List<Item.Field> fields = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            String name = "ligne-" + (i + 1);
            Optional<Item.Field> field = list(name, cut(Html.text(prompts.get(i))), options, Set.of(right.get(i)));
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
            String prompt = ToMarkdown.of(prompts.get(i), remarks).replace("{{", "{ {");
            boolean lines = prompt.contains("\n");
            text.append(i == 0 ? "" : "\n\n").append(prompt).append(lines ? "\n\n" : prompt.endsWith(":") ? " " : " : ")
                    .append("{{").append(name).append("}}");
        }
        return Optional.of(new ItemDraft.FillSeveral(text.toString(), fields));
    }

    private static String cut(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1).strip() + "…";
    }
}
