package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Item.Format;
import fr.pixlti.tool.content.Item.Tolerance;
import fr.pixlti.tool.content.Tolerances;
import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Makes a field of a gap. Where a file gives no wrong answer one is made up, since fields have at least one. */
final class DraftField {

    /** Marks wrong answers that no author thought of. */
    static final List<String> MADE_UP = List.of("autre réponse", "je ne sais pas", "aucune idée");
    private static final int MOST_WHOLE_NUMBERS = 21;
    private static final int LONGEST = 500;

    private final Gap gap;
    private final Consumer<Remark> remarks;

    DraftField(Gap gap, Consumer<Remark> remarks) {
        this.gap = gap;
        this.remarks = remarks;
    }

    /** The field; empty, with a remark that says why, when there can be none. */
    Optional<Item.Field> field(String name, String label, Optional<Set<Tolerance>> tagged) {
        List<Answer> right = right();
        if (right.isEmpty()) {
            remarks.accept(Remark.of(Note.NOT_NONE_RIGHT));
            return Optional.empty();
        }
        return switch (gap.kind()) {
            case LIST -> list(name, label, right);
            case NUMBER -> number(name, label, right);
            case TEXT -> text(name, label, right,
                    tagged.orElse(gap.caseCounts() ? Set.of() : Set.of(Tolerance.CASE)));
        };
    }

    /** Answers worth everything, or the best ones when none is. */
    private List<Answer> right() {
        BigDecimal best = gap.answers().stream().map(Answer::fraction).max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        if (best.signum() <= 0) {
            return List.of();
        }
        if (gap.answers().stream().anyMatch(
                answer -> answer.fraction().signum() > 0 && !answer.full())) {
            remarks.accept(Remark.of(Note.PARTIAL_CREDIT));
        }
        return gap.answers().stream().filter(answer -> answer.fraction().compareTo(best) == 0).toList();
    }

    private Optional<Item.Field> list(String name, String label, List<Answer> right) {
        List<String> options = texts(gap.answers().stream()).toList();
        List<String> answers = texts(right.stream()).toList();
        if (options.size() < 2 || answers.isEmpty()) {
            remarks.accept(Remark.of(Note.NOT_TOO_FEW_CHOICES));
            return Optional.empty();
        }
        if (answers.size() == options.size()) {
            remarks.accept(Remark.of(Note.NOT_ALL_RIGHT));
            return Optional.empty();
        }
        return Optional.of(new Item.Field(name, label, Format.TEXT, options, answers, Set.of(), List.of()));
    }

    private static Stream<String> texts(Stream<Answer> answers) {
        return answers.map(answer -> answer.text().replaceAll("\\s+", " ").strip()).filter(text -> !text.isEmpty())
                .distinct();
    }

    private Optional<Item.Field> number(String name, String label, List<Answer> right) {
        Set<String> answers = new LinkedHashSet<>();
        for (Answer answer : right) {
            if (!Decimals.isNumber(answer.text()) || Tolerances.number(answer.text()).isEmpty()) {
                remarks.accept(Remark.of(Note.NOT_NUMBER, answer.text()));
                return Optional.empty();
            }
            answers.addAll(around(answer));
        }
        Item.Field field = field(name, label, Format.NUMBER, List.copyOf(answers), Set.of(), List.of());
        List<String> refused = new ArrayList<>(refused(field));
        for (BigDecimal next = Decimals.read(right.getFirst().text()); refused.isEmpty();) {
            next = next.add(BigDecimal.ONE);
            String wrong = next.toPlainString();
            if (!Tolerances.accepts(field, wrong)) {
                refused.add(wrong);
            }
        }
        return Optional.of(field(name, label, Format.NUMBER, field.answers(), Set.of(), refused));
    }

    /** The numbers that an answer with its tolerance takes, when they are few whole ones; else the number itself. */
    private List<String> around(Answer answer) {
        BigDecimal value = Decimals.read(answer.text()).stripTrailingZeros();
        BigDecimal tolerance = answer.tolerance().abs().stripTrailingZeros();
        if (tolerance.signum() == 0) {
            return List.of(value.toPlainString());
        }
        String from = value.subtract(tolerance).toPlainString();
        String to = value.add(tolerance).toPlainString();
        boolean whole = value.scale() <= 0 && tolerance.scale() <= 0 && value.precision() - value.scale() <= 15
                && tolerance.compareTo(BigDecimal.valueOf(MOST_WHOLE_NUMBERS / 2)) <= 0;
        if (!whole) {
            remarks.accept(Remark.of(Note.TOLERANCE_LOST, from, to));
            return List.of(value.toPlainString());
        }
        remarks.accept(Remark.of(Note.WHOLE_NUMBERS, from, to));
        return LongStream.rangeClosed(-tolerance.longValueExact(), tolerance.longValueExact())
                .mapToObj(step -> Long.toString(value.longValueExact() + step)).toList();
    }

    private Optional<Item.Field> text(String name, String label, List<Answer> right, Set<Tolerance> tolerances) {
        List<String> answers = texts(right.stream()).filter(text -> text.indexOf(Wildcards.ANY) < 0).toList();
        if (texts(right.stream()).anyMatch(text -> text.indexOf(Wildcards.ANY) >= 0)) {
            remarks.accept(Remark.of(answers.isEmpty() ? Note.NOT_WILDCARD : Note.WILDCARD_LOST));
        }
        if (answers.stream().anyMatch(text -> text.length() > LONGEST)) {
            remarks.accept(Remark.of(Note.NOT_TOO_LONG, String.valueOf(LONGEST)));
            return Optional.empty();
        }
        if (answers.isEmpty() || answers.stream().anyMatch(text -> Tolerances.reduced(text, tolerances).isEmpty())) {
            if (!answers.isEmpty()) {
                remarks.accept(Remark.of(Note.NOT_CONTRADICTORY));
            }
            return Optional.empty();
        }
        Item.Field field = field(name, label, Format.TEXT, answers, tolerances, List.of());
        List<String> refused = new ArrayList<>(refused(field));
        for (int i = 0; i < MADE_UP.size() && refused.isEmpty(); i++) {
            if (!Tolerances.accepts(field, MADE_UP.get(i))) {
                refused.add(MADE_UP.get(i));
            }
        }
        return Optional.of(field(name, label, Format.TEXT, answers, tolerances, refused));
    }

    /** Wrong answers of the file that are indeed refused. */
    private List<String> refused(Item.Field field) {
        return texts(gap.answers().stream().filter(answer -> answer.fraction().signum() <= 0))
                .filter(text -> text.indexOf(Wildcards.ANY) < 0)
                .filter(text -> field.format() == Format.TEXT || Tolerances.number(text).isPresent())
                .filter(text -> !Tolerances.accepts(field, text)).toList();
    }

    private static Item.Field field(String name, String label, Format format, List<String> answers,
            Set<Tolerance> tolerances, List<String> refused) {
        return new Item.Field(name, label, format, List.of(), answers, tolerances, refused);
    }
}
