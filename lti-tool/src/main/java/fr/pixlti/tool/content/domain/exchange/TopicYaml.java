package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.Item;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a topic as an author would: prose in blocks, short texts in quotation marks. */
final class TopicYaml {

    private final StringBuilder yaml = new StringBuilder();

    TopicYaml(String topic, String title) {
        line(0, "topic: " + topic);
        line(0, "title: " + quoted(title));
        line(0, "skills:");
    }

    void skill(String id, int level, String name) {
        line(2, "- skill: " + id);
        line(4, "level: " + level);
        line(4, "name: " + quoted(name));
        line(4, "items:");
    }

    /** @param picture and @param attachments names of the draft's files as they stand in the folder */
    void item(String id, ItemDraft draft, @Nullable String picture, List<String> attachments) {
        line(6, "- item: " + id);
        line(8, "kind: " + switch (draft.work()) {
            case ItemDraft.Choose choose -> choose.several() ? "qcm" : "qcu";
            case ItemDraft.Fill _ -> "qroc";
            case ItemDraft.FillSeveral _ -> "qrocm";
        });
        block(8, "instruction", draft.instruction());
        if (picture != null && draft.picture() != null) {
            line(8, "image: {file: files/" + picture + ", alt: " + quoted(draft.picture().text()) + "}");
        }
        if (!attachments.isEmpty()) {
            line(8, "attachments:");
            for (int i = 0; i < attachments.size(); i++) {
                line(10, "- file: files/" + attachments.get(i));
                line(12, "label: " + quoted(draft.attachments().get(i).text()));
            }
        }
        if (draft.timer() != null) {
            line(8, "timer: " + draft.timer());
        }
        if (!draft.suitsBlindness() || !draft.suitsColourBlindness()) {
            line(8, "accessibility: {blindness: " + (draft.suitsBlindness() ? "ok" : "no") + ", colourBlindness: "
                    + (draft.suitsColourBlindness() ? "ok" : "no") + "}");
        }
        work(draft.work());
        if (!draft.correction().isBlank()) {
            block(8, "correction", draft.correction());
        }
    }

    private void work(ItemDraft.Work work) {
        switch (work) {
            case ItemDraft.Choose choose -> {
                line(8, "choices:");
                choose.choices().forEach(choice -> line(10,
                        (choice.right() ? "- right: " : "- wrong: ") + quoted(choice.text())));
                if (!choose.shuffled()) {
                    line(8, "order: fixed");
                }
            }
            case ItemDraft.Fill(Item.Field field) -> {
                line(8, "field:");
                field(10, field);
            }
            case ItemDraft.FillSeveral several -> {
                block(8, "text", several.text());
                line(8, "mode: independent");
                line(8, "fields:");
                several.fields().forEach(field -> {
                    line(10, field.name() + ":");
                    field(12, field);
                });
            }
        }
    }

    private void field(int indent, Item.Field field) {
        line(indent, "label: " + quoted(field.label()));
        if (!field.options().isEmpty()) {
            line(indent, "options: " + list(field.options()));
            line(indent, "answers: " + list(field.answers()));
            return;
        }
        if (field.format() == Item.Format.NUMBER) {
            line(indent, "format: number");
        }
        line(indent, "answers: " + list(field.answers()));
        if (field.format() == Item.Format.TEXT) {
            line(indent, "tolerances: [" + field.tolerances().stream().sorted()
                    .map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")) + "]");
        }
        boolean madeUp = field.refused().stream().anyMatch(DraftField.MADE_UP::contains);
        line(indent, "refused: " + list(field.refused()) + (madeUp ? " # à remplacer par une erreur plausible" : ""));
    }

    private void block(int indent, String key, String text) {
        line(indent, key + ": |");
        clean(text).lines().forEach(each -> line(each.isBlank() ? 0 : indent + 2, each.isBlank() ? "" : each));
    }

    private static String list(List<String> texts) {
        return texts.stream().map(TopicYaml::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + clean(text).replaceAll("\\s*\\R\\s*", " ").replace("\t", " ").replace("\\", "\\\\")
                .replace("\"", "\\\"") + '"';
    }

    /** Without characters that YAML cannot hold or reads as ends of lines. */
    private static String clean(String text) {
        return MoodleXmlWriter.printable(text).replace("\r", "").replaceAll("[\\x7F-\\x9F\\uFEFF]", "")
                .replaceAll("[\\u2028\\u2029]", " ").strip();
    }

    private void line(int indent, String text) {
        yaml.append(" ".repeat(indent)).append(text).append('\n');
    }

    @Override
    public String toString() {
        return yaml.toString();
    }
}
