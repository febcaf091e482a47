package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Item.Format;
import fr.pixlti.tool.content.Tolerances;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Checks the answer key of a field against itself, with the code that marks learners' answers. */
final class KeyChecks {

    private final Entries entries;
    private final Item.Field field;
    private final List<Entries.Text> answers;
    private final List<Entries.Text> refused;

    private KeyChecks(Entries entries, Item.Field field, List<Entries.Text> answers, List<Entries.Text> refused) {
        this.entries = entries;
        this.field = field;
        this.answers = answers;
        this.refused = refused;
    }

    /**
     * Notes what contradicts itself.
     *
     * @param entries the field's own
     * @param answers what the field accepts, all groups together when it is dependent
     */
    static void check(Entries entries, Item.Field field, List<Entries.Text> answers, List<Entries.Text> refused) {
        KeyChecks checks = new KeyChecks(entries, field, answers, refused);
        if (!field.options().isEmpty()) {
            checks.options();
        } else if (field.format() == Format.NUMBER) {
            checks.numbers();
        } else {
            checks.texts();
        }
    }

    private void options() {
        if (new HashSet<>(field.options()).size() < Math.max(2, field.options().size())) {
            entries.fault("options", "a drop-down list has at least two options, all different");
        }
        if (field.format() == Format.NUMBER) {
            entries.fault("format", "a drop-down list has no format");
        }
        for (Entries.Text answer : answers) {
            if (!field.options().contains(answer.value())) {
                fault(answer, "the answer `" + answer.value() + "` is not among the options");
            }
        }
        List<String> right = FieldReader.values(answers);
        if (!right.isEmpty() && right.containsAll(field.options())) {
            entries.fault("options", "every option is right");
        }
        for (Entries.Text wrong : refused) {
            if (right.contains(wrong.value()) || !field.options().contains(wrong.value())) {
                fault(wrong, "the refused `" + wrong.value() + "` is not a wrong option");
            }
        }
    }

    private void numbers() {
        for (Entries.Text answer : answers) {
            if (Tolerances.number(answer.value()).isEmpty()) {
                fault(answer, "the answer `" + answer.value() + "` is not a number");
            }
            for (Entries.Text wrong : refused) {
                if (Tolerances.accepts(field, List.of(answer.value()), wrong.value())) {
                    collision(wrong, answer);
                }
            }
        }
    }

    private void texts() {
        List<String> wrongs = refused.stream().map(this::reduced).toList();
        for (Entries.Text answer : answers) {
            String expected = reduced(answer);
            if (expected.isEmpty() && !answer.value().isBlank()) {
                fault(answer, "nothing is left of the answer `" + answer.value() + "` under the tolerances "
                        + field.tolerances().toString().toLowerCase(Locale.ROOT));
            }
            for (int i = 0; i < wrongs.size(); i++) {
                if (Tolerances.matches(field, expected, wrongs.get(i))) {
                    collision(refused.get(i), answer);
                }
            }
        }
    }

    private String reduced(Entries.Text text) {
        return Tolerances.reduced(text.value(), field.tolerances());
    }

    private void collision(Entries.Text wrong, Entries.Text answer) {
        fault(wrong, "the refused `" + wrong.value() + "` is within the tolerances of the answer `" + answer.value()
                + "`");
    }

    private void fault(Entries.Text text, String message) {
        entries.reading().fault(text.line(), message);
    }
}
