package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.assessment.AssessmentApi.AssessmentView;
import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.Gauge;
import fr.pixlti.tool.assessment.Wait;
import fr.pixlti.tool.campaign.domain.Step;
import fr.pixlti.tool.campaign.domain.TakePart.Activity;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the learner's page shows.
 *
 * @param answered questions answered in the test under way
 * @param gauge absent while no test was completed
 * @param reviewPath where the answers of the last test can be read again, absent before one is completed
 */
record ParticipationPage(UUID id, String code, String name, String description, State state, int answered,
        @Nullable Gauge gauge, @Nullable Wait improveIn, @Nullable Wait resetIn, boolean mayReset,
        @Nullable String reviewPath) {

    /** NEW: no test yet; RUNNING: one to go on with; IMPROVABLE: another may begin; DONE: nothing to do now. */
    enum State {
        NEW, RUNNING, IMPROVABLE, DONE
    }

    static ParticipationPage of(Activity activity, ContentRelease release, Instant now, Locale locale) {
        Step step = activity.steps().getFirst();
        Framework.Competence competence = release.competence(step.competence()).orElseThrow();
        AssessmentView running = step.running();
        State state = state(step, now);
        Scorecard scorecard = step.done() ? step.scorecard() : null;
        Gauge gauge = scorecard == null ? null : Gauge.of(scorecard);
        return new ParticipationPage(activity.participation().id(), step.competence(), competence.name(locale),
                competence.description(locale), state, running == null ? 0 : running.answered(), gauge,
                state == State.DONE && scorecard != null ? Wait.until(scorecard.improvableAt(), now) : null,
                scorecard != null ? Wait.until(scorecard.resettableAt(), now) : null, step.resettable(now),
                review(step));
    }

    static State state(Step step, Instant now) {
        if (step.running() != null) {
            return State.RUNNING;
        }
        if (step.last() == null) {
            return State.NEW;
        }
        return step.improvable(now) ? State.IMPROVABLE : State.DONE;
    }

    static @Nullable String review(Step step) {
        AssessmentView last = step.last();
        return last != null && last.completedAt() != null ? "/assessments/" + last.id() + "/review" : null;
    }
}
