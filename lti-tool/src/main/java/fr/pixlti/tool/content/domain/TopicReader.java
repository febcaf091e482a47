package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a topic with its ladder of skills. */
final class TopicReader {

    static final int HIGHEST_LEVEL = 7;

    private final Reading reading;
    private final String competence;

    /** @param competence code of the competence whose folder the file lies in */
    TopicReader(Reading reading, String competence) {
        this.reading = reading;
        this.competence = competence;
    }

    /** The topic, its skills not worth anything yet; empty when the file is no topic at all. */
    Optional<Topic> read() {
        return YamlFile.open(reading).map(this::topic).filter(topic -> !topic.skills().isEmpty());
    }

    private Topic topic(Entries entries) {
        String id = entries.text("topic", 60);
        String name = reading.path().substring(reading.path().lastIndexOf('/') + 1).replace(".yaml", "");
        if (entries.has("topic") && !id.equals(name)) {
            entries.fault("topic", "`topic` is `" + id + "`, the file is `" + name + "`");
        }
        if (!id.matches("[a-z0-9-]*")) {
            entries.fault("topic", "`topic` may have a–z, 0–9 and hyphens only");
        }
        String title = entries.text("title", 60);
        String hint = reading.lacks(entries, "hint") ? null : entries.text("hint", 200);
        Topic.Lesson lesson = reading.lacks(entries, "lesson")
                ? null
                : entries.map("lesson").map(this::lesson).orElse(null);
        List<Skill> skills = new ArrayList<>();
        for (Entries skill : entries.list("skills")) {
            skills.add(skill(skill, name, skills.isEmpty() ? 0 : skills.getLast().level()));
        }
        if (entries.has("skills") && skills.isEmpty()) {
            entries.fault("skills", "a topic has at least one skill");
        }
        entries.done();
        return new Topic(name, competence, title, hint, lesson, List.copyOf(skills));
    }

    private Topic.Lesson lesson(Entries entries) {
        String title = entries.text("title", 90);
        int minutes = entries.number("minutes", 1, 4);
        String html = Prose.html(entries, "text", 120, 600);
        entries.done();
        return new Topic.Lesson(title, minutes, html);
    }

    private Skill skill(Entries entries, String topic, int levelBelow) {
        int level = entries.number("level", 1, HIGHEST_LEVEL);
        if (level <= levelBelow) {
            entries.fault("level", "levels rise from skill to skill: " + level + " comes after " + levelBelow);
        }
        String id = topic + "-" + level;
        if (!entries.text("skill").equals(id)) {
            entries.fault("skill", "the skill of level " + level + " is called `" + id + "`");
        }
        String name = entries.text("name", 90);
        List<Item> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Entries item : entries.list("items")) {
            items.add(new ItemReader(item, id).read());
            if (!ids.add(items.getLast().id())) {
                item.fault("item", "`" + items.getLast().id() + "` stands twice");
            }
        }
        if (entries.has("items") && items.isEmpty()) {
            entries.fault("items", "a skill has at least one item");
        }
        if (items.stream().anyMatch(item -> item.timer() != null) && items.stream().anyMatch(i -> i.timer() == null)) {
            entries.fault("items", "all variants of a skill are timed, or none");
        }
        entries.done();
        return new Skill(id, topic, competence, level, 0, name, List.copyOf(items));
    }
}
