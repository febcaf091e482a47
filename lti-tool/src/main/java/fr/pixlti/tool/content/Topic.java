package fr.pixlti.tool.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A topic (sujet, Pix's tube): a ladder of skills.
 *
 * @param competence code of its competence
 * @param hint one sentence for whoever failed an item of it; a pack may lack it, as it may the lesson
 * @param skills in rising level, at most one a level
 */
public record Topic(String id, String competence, String title, @Nullable String hint, @Nullable Lesson lesson,
        List<Skill> skills) {

    /** @param minutes reading time, 1 to 4; @param html safe HTML */
    public record Lesson(String title, int minutes, String html) {}

    public int maxLevel() {
        return skills.getLast().level();
    }
}
