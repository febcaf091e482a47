package fr.pixlti.tool.campaign.domain.results;

import fr.pixlti.tool.content.TargetProfile.Stage;
import java.util.List;
import java.util.Optional;

/**
 * The stage that a result reaches (pix.md §1, stages): the last one whose threshold is at most the mastery.
 *
 * @param stars 0 to {@code of}; the first stage, from 0 %, is none
 * @param of how many stars there are to reach: one less than there are stages
 */
public record StageReached(Stage stage, int stars, int of) {

    /**
     * The stage reached; none on a path without stages.
     *
     * @param stages by rising threshold, the first of them 0
     * @param percent mastery, 0 to 100, as {@link Mastery#percent} gives it
     */
    public static Optional<StageReached> of(List<Stage> stages, int percent) {
        int reached = -1;
        for (int i = 0; i < stages.size() && stages.get(i).threshold() <= percent; i++) {
            reached = i;
        }
        return reached < 0
                ? Optional.empty()
                : Optional.of(new StageReached(stages.get(reached), reached, stages.size() - 1));
    }
}
