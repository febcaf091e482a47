package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi.AssessmentView;
import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a person has come in one competence of an activity.
 *
 * @param assessmentId of the test under way or the last one done, absent before the first
 * @param done whether a test was completed
 * @param scorecard absent before the first test
 * @param last the test under way or the last one done, absent before the first and for one that was given up
 */
public record Step(String competence, @Nullable UUID assessmentId, boolean done, @Nullable Scorecard scorecard,
        @Nullable AssessmentView last) {

    public @Nullable AssessmentView running() {
        return last != null && last.completedAt() == null ? last : null;
    }

    /** Whether nothing is known yet and nothing was answered. */
    boolean fresh() {
        return scorecard != null && scorecard.assessed() == 0 && last != null && last.answered() == 0;
    }

    public boolean improvable(Instant now) {
        return running() == null && scorecard != null && reached(scorecard.improvableAt(), now);
    }

    public boolean resettable(Instant now) {
        return last != null && scorecard != null && reached(scorecard.resettableAt(), now);
    }

    private static boolean reached(@Nullable Instant from, Instant now) {
        return from != null && !now.isBefore(from);
    }
}
