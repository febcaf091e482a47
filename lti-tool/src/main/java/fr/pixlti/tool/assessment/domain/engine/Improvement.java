package fr.pixlti.tool.assessment.domain.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which knowledge a further test starts from (pix.md §1, delays). */
public final class Improvement {

    private Improvement() {}

    /**
     * What was validated stays; what was invalidated at least that long ago is asked again.
     *
     * @param delay zero to ask at once
     * @return by skill id
     */
    public static Map<String, KnowledgeElement> kept(Collection<KnowledgeElement> known, Instant now,
            Duration delay) {
        Instant limit = now.minus(delay);
        Map<String, KnowledgeElement> kept = HashMap.newHashMap(known.size());
        for (KnowledgeElement element : known) {
            if (element.validated() || element.at().isAfter(limit)) {
                kept.put(element.skill(), element);
            }
        }
        return kept;
    }
}
