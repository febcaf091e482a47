package fr.pixlti.tool.assessment.domain.engine;

import fr.pixlti.tool.content.Skill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an answer teaches about a learner (pix.md §1, inference). */
public final class Inference {

    private Inference() {}

    /**
     * The answered skill itself; after a success every strictly easier skill of its topic validated, otherwise every
     * strictly harder one invalidated. Skills off target or known already are left alone.
     *
     * @param success right and in time; skipped, late and wrong are no success
     * @return new knowledge, the direct element first
     */
    public static List<KnowledgeElement> from(Target target, Skill answered, boolean success,
            Map<String, KnowledgeElement> known, Instant at) {
        List<KnowledgeElement> learnt = new ArrayList<>();
        int index = target.indexOf(answered.id());
        if (index < 0) {
            return learnt;
        }
        Status status = success ? Status.VALIDATED : Status.INVALIDATED;
        if (!known.containsKey(answered.id())) {
            learnt.add(new KnowledgeElement(answered.id(), status, Source.DIRECT, at));
        }
        for (int i = target.topicStart[index]; i < target.topicEnd[index]; i++) {
            String other = target.skills[i].id();
            boolean concerned = success ? target.levels[i] < answered.level() : target.levels[i] > answered.level();
            if (concerned && !known.containsKey(other)) {
                learnt.add(new KnowledgeElement(other, status, Source.INFERRED, at));
            }
        }
        return learnt;
    }
}
