package fr.pixlti.tool.content.domain.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives drafts their place: one topic a category, one skill a level, its questions as variants. */
final class ArrangeTopics {

    private static final int MOST_VARIANTS = 26;

    private final Map<String, String> frameworks;
    private final Set<String> taken;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Map<ItemDraft, String> ids = new java.util.IdentityHashMap<>();
    private final Set<ItemDraft> moved = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

    /** @param frameworks of each competence, by its code; @param taken ids of topics that exist already */
    ArrangeTopics(Map<String, String> frameworks, Set<String> taken) {
        this.frameworks = frameworks;
        this.taken = new HashSet<>(taken);
    }

    private record Key(String competence, String topic) {}

    void arrange(List<ItemDraft> drafts) {
        Map<Key, List<ItemDraft>> groups = new LinkedHashMap<>();
        drafts.forEach(draft -> groups.computeIfAbsent(new Key(draft.competence(), draft.topic()),
                key -> new ArrayList<>()).add(draft));
        groups.forEach((key, group) -> {
            SortedMap<Integer, List<ItemDraft>> byLevel = new TreeMap<>();
            group.forEach(draft -> byLevel.computeIfAbsent(draft.level(), level -> new ArrayList<>()).add(draft));
            for (int part = 0; !byLevel.isEmpty(); part++) {
                topic(key, byLevel, part);
            }
        });
    }

    /** The id that a draft got. */
    String id(ItemDraft draft) {
        return ids.getOrDefault(draft, "");
    }

    /** Whether the draft is in a further topic, since its skill was full. */
    boolean isInFurtherTopic(ItemDraft draft) {
        return moved.contains(draft);
    }

    /** Content files by path. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    private void topic(Key key, SortedMap<Integer, List<ItemDraft>> byLevel, int part) {
        String topic = free(key.topic());
        String folder = frameworks.getOrDefault(key.competence(), "crcn") + "/" + key.competence() + "/";
        TopicYaml yaml = new TopicYaml(topic, byLevel.firstEntry().getValue().getFirst().topicTitle());
        for (int level : List.copyOf(byLevel.keySet())) {
            List<ItemDraft> waiting = byLevel.getOrDefault(level, List.of());
            List<ItemDraft> now = List.copyOf(waiting.subList(0, Math.min(MOST_VARIANTS, waiting.size())));
            waiting.subList(0, now.size()).clear();
            if (waiting.isEmpty()) {
                byLevel.remove(level);
            }
            skill(yaml, topic + "-" + level, level, now, folder);
            if (part > 0) {
                moved.addAll(now);
            }
        }
        files.put(folder + topic + ".yaml", yaml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void skill(TopicYaml yaml, String id, int level, List<ItemDraft> drafts, String folder) {
        yaml.skill(id, level, drafts.getFirst().skillName());
        // All variants of a skill are timed, or none.
        boolean timed = drafts.stream().allMatch(draft -> draft.timer() != null);
        char letter = 'a';
        for (ItemDraft draft : drafts) {
            String item = id + letter++;
            ids.put(draft, item);
            @Nullable
            String picture = draft.picture() == null ? null : file(folder, item, draft.picture().file());
            List<String> attachments = draft.attachments().stream().map(shown -> file(folder, item, shown.file()))
                    .toList();
            yaml.item(item, timed ? draft : untimed(draft), picture, attachments);
        }
    }

    /** Keeps the file; its name, the same for the same file, and one of its own for another of that name. */
    private String file(String folder, String item, Question.Media media) {
        String name = SafeFile.servedName(media.name());
        byte[] other = files.get(folder + "files/" + name);
        if (other != null && !Arrays.equals(other, media.bytes())) {
            name = item + "-" + name;
            for (int i = 2; files.containsKey(folder + "files/" + name); i++) {
                name = item + "-" + i + "-" + SafeFile.servedName(media.name());
            }
        }
        files.put(folder + "files/" + name, media.bytes());
        return name;
    }

    private String free(String slug) {
        String topic = slug;
        for (int i = 2; !taken.add(topic); i++) {
            topic = slug + "-" + i;
        }
        return topic;
    }

    private static ItemDraft untimed(ItemDraft draft) {
        return new ItemDraft(draft.competence(), draft.level(), draft.topic(), draft.topicTitle(), draft.skillName(),
                draft.instruction(), draft.picture(), draft.attachments(), null, draft.suitsBlindness(),
                draft.suitsColourBlindness(), draft.work(), draft.correction());
    }
}
