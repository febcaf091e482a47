package fr.pixlti.tool.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path (parcours) of the catalogue: the topics that a campaign tests, each up to a level, and what its results are
 * worth (pix.md §1, stages and badges; §2).
 *
 * @param id for example {@code decouverte-college}
 * @param group heading of the catalogue under which it stands
 * @param topics never empty, each topic once
 * @param stages by rising threshold, the first of them 0; empty for a path without stars
 * @param badges in the order to show
 * @param attestation whether it ends with an attestation that names the pupil
 */
public record TargetProfile(String id, Words name, Words group, Words description, List<CappedTopic> topics,
        List<Stage> stages, List<Badge> badges, boolean attestation) {

    public TargetProfile {
        topics = List.copyOf(topics);
        stages = List.copyOf(stages);
        badges = List.copyOf(badges);
    }

    /**
     * A topic of which only the skills up to a level are meant.
     *
     * @param maxLevel 1 to 8
     */
    public record CappedTopic(String topic, int maxLevel) {}

    /**
     * What a mastery rate is worth: of the stages reached, the last one counts. The stage 0 is no star.
     *
     * @param threshold mastery in percent from which it is reached, 0 to 100
     * @param message for the pupil, absent when there is nothing to add
     */
    public record Stage(int threshold, @Nullable Words message) {}

    /**
     * A thematic result: obtained when every criterion holds.
     *
     * @param key names it for good
     * @param message for whom obtained it
     * @param otherwise for whom did not; absent where it is then not shown
     */
    public record Badge(String key, Words title, Words message, @Nullable Words otherwise, List<Criterion> criteria) {

        public Badge {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * A part of the skills of which enough must be validated.
     *
     * @param threshold percent of the skills, 1 to 100
     * @param topics of the path; empty for all of it
     */
    public record Criterion(int threshold, List<CappedTopic> topics) {

        public Criterion {
            topics = List.copyOf(topics);
        }
    }
}
