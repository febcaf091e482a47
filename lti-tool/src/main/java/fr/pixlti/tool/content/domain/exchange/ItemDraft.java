package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item before it has its place: texts are Markdown, files stand beside it.
 *
 * @param topic slug of the topic that it belongs to
 * @param topicTitle what that topic is called
 * @param correction empty when the question had no feedback
 */
record ItemDraft(String competence, int level, String topic, String topicTitle, String skillName, String instruction,
        @Nullable Shown picture, List<Shown> attachments, @Nullable Integer timer, boolean suitsBlindness,
        boolean suitsColourBlindness, Work work, String correction) {

    /** @param text what the picture shows, or the label of a file to open */
    record Shown(Question.Media file, String text) {}

    sealed interface Work {}

    record Choose(boolean several, boolean shuffled, List<Choice> choices) implements Work {}

    record Choice(String text, boolean right) {}

    /** @param field as in an item */
    record Fill(Item.Field field) implements Work {}

    /** @param text Markdown in which <code>{{name}}</code> stands for a field */
    record FillSeveral(String text, List<Item.Field> fields) implements Work {}
}
