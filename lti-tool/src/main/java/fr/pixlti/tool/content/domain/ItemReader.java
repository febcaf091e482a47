package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an item: what all kinds have in common. */
final class ItemReader {

    private final Entries entries;
    private final String skill;

    ItemReader(Entries entries, String skill) {
        this.entries = entries;
        this.skill = skill;
    }

    Item read() {
        return entries.has("parameters") ? Template.read(entries, skill) : read(null);
    }

    /** @param draws of the template that the item is drawn from */
    Item read(Item.@Nullable Draws draws) {
        String id = entries.text("item");
        if (entries.has("item") && !isNamedAfter(id)) {
            entries.fault("item", "an item of this skill is called `" + skill + "a`, `" + skill + "b`, …");
        }
        String instruction = Prose.html(entries, "instruction", 1200);
        Item.Picture picture = picture();
        List<Item.Attachment> attachments = attachments();
        Integer timer = entries.has("timer") ? entries.number("timer", 10, 600) : null;
        boolean focused = "true".equals(entries.word("focused", "false", "true"));
        boolean suitsBlindness = true;
        boolean suitsColourBlindness = true;
        if (entries.has("accessibility")) {
            Entries suits = entries.map("accessibility").orElse(null);
            suitsBlindness = suits == null || "ok".equals(suits.word("blindness", "ok", "no"));
            suitsColourBlindness = suits == null || "ok".equals(suits.word("colourBlindness", "ok", "no"));
            if (suits != null) {
                suits.done();
            }
        }
        Item.Work work = new WorkReader(entries).read();
        String correction = Prose.html(entries, "correction", 15, 150);
        if (focused && (!attachments.isEmpty() || instruction.contains("<a "))) {
            entries.fault("focused", "what is asked without leaving the page has no file and no link to open");
        }
        Item item = new Item(id, skill, work, instruction, picture, attachments, timer, focused, suitsBlindness,
                suitsColourBlindness, correction, null, draws);
        Item alternative = entries.has("alternative") ? alternative(item) : null;
        entries.done();
        return alternative == null ? item : item.with(alternative);
    }

    private @Nullable Item alternative(Item item) {
        return entries.map("alternative").map(others -> new AlternativeReader(entries, skill).read(item, others))
                .orElse(null);
    }

    private boolean isNamedAfter(String id) {
        char letter = id.isEmpty() ? ' ' : id.charAt(id.length() - 1);
        return letter >= 'a' && letter <= 'z' && id.length() == skill.length() + 1 && id.startsWith(skill);
    }

    private Item.@Nullable Picture picture() {
        if (!entries.has("image")) {
            return null;
        }
        Entries image = entries.map("image").orElse(null);
        if (image == null) {
            return null;
        }
        String name = image.text("file");
        String path = image.has("file") ? image.reading().reference(image.line("file"), name) : "";
        if (!name.isEmpty() && !ServedFile.isPicture(name)) {
            image.fault("file", "`" + name + "` is not a picture");
        }
        String alt = image.text("alt");
        image.done();
        return new Item.Picture(path, alt.strip());
    }

    private List<Item.Attachment> attachments() {
        if (!entries.has("attachments")) {
            return List.of();
        }
        List<Item.Attachment> attachments = new ArrayList<>();
        for (Entries attachment : entries.list("attachments")) {
            String name = attachment.text("file");
            String path = attachment.has("file")
                    ? attachment.reading().reference(attachment.line("file"), name)
                    : "";
            attachments.add(new Item.Attachment(path, attachment.text("label", 120)));
            attachment.done();
        }
        if (attachments.isEmpty()) {
            entries.fault("attachments", "`attachments` has no file");
        }
        return List.copyOf(attachments);
    }
}
