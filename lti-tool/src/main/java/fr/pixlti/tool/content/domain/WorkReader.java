package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what the learner does: choose, fill one field or several, or operate a simulator. */
final class WorkReader {

    private static final int FEWEST_CHOICES = 3;
    private static final int MOST_CHOICES = 7;

    private final Entries entries;

    WorkReader(Entries entries) {
        this.entries = entries;
    }

    Item.Work read() {
        if (!entries.has("kind")) {
            entries.text("kind");
        }
        return switch (entries.word("kind", "qcu", "qcm", "qroc", "qrocm", "simulator")) {
            case "qcm" -> choose(true);
            case "qroc" -> fill();
            case "qrocm" -> new SeveralFieldsReader(entries).read();
            case "simulator" -> new OperateReader(entries).read();
            default -> choose(false);
        };
    }

    private Item.Work choose(boolean several) {
        List<Item.Choice> choices = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entries choice : entries.list("choices")) {
            boolean right = choice.has("right");
            String text = choice.text(right ? "right" : "wrong", 300);
            choice.done();
            choices.add(new Item.Choice(Markdown.inline(text), right));
            if (!seen.add(text)) {
                choice.reading().fault(choice.line(), "the choice `" + text + "` stands twice");
            }
        }
        if (entries.has("choices")) {
            check(several, choices);
        }
        boolean shuffled = "shuffled".equals(entries.word("order", "shuffled", "fixed"));
        return new Item.Choose(several, List.copyOf(choices), shuffled);
    }

    private void check(boolean several, List<Item.Choice> choices) {
        if (choices.size() < FEWEST_CHOICES || choices.size() > MOST_CHOICES) {
            entries.fault("choices", "there are " + choices.size() + " choices, not " + FEWEST_CHOICES + " to "
                    + MOST_CHOICES);
        }
        long right = choices.stream().filter(Item.Choice::right).count();
        if (!several && right != 1) {
            entries.fault("choices", "a qcu has exactly one right choice, not " + right);
        }
        if (several && (right == 0 || right == choices.size())) {
            entries.fault("choices", "a qcm has at least one right and one wrong choice");
        }
    }

    private Item.Work fill() {
        return entries.map("field")
                .map(field -> new Item.Fill(new FieldReader(field, "answer").independent()))
                .orElseGet(() -> new Item.Fill(FieldReader.none("answer")));
    }
}
