package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.assessment.AssessmentApi.AssessmentView;
import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.campaign.domain.TakePart.Activity;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import java.time.Duration;
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

    /** A time to wait, rounded up: whole days, or hours below a day. */
    record Wait(long amount, boolean days) {

        static @Nullable Wait until(@Nullable Instant then, Instant now) {
            if (then == null || !now.isBefore(then)) {
                return null;
            }
            long minutes = Duration.between(now, then).toMinutes() + 1;
            long hours = (minutes + 59) / 60;
            return hours > 24 ? new Wait((hours + 23) / 24, true) : new Wait(hours, false);
        }
    }

    static ParticipationPage of(Activity activity, ContentRelease release, Instant now, Locale locale) {
        String code = activity.campaign().competence();
        Framework.Competence competence = release.competence(code).orElseThrow();
        AssessmentView running = activity.running();
        AssessmentView last = activity.last();
        State state = State.DONE;
        if (running != null) {
            state = State.RUNNING;
        } else if (last == null) {
            state = State.NEW;
        } else if (activity.improvable(now)) {
            state = State.IMPROVABLE;
        }
        Scorecard scorecard = activity.participation().completedAt() == null ? null : activity.scorecard();
        Gauge gauge = scorecard == null ? null : Gauge.of(scorecard);
        String review = last != null && last.completedAt() != null ? "/assessments/" + last.id() + "/review" : null;
        return new ParticipationPage(activity.participation().id(), code, competence.name(locale),
                competence.description(locale), state, running == null ? 0 : running.answered(), gauge,
                state == State.DONE && scorecard != null ? Wait.until(scorecard.improvableAt(), now) : null,
                scorecard != null ? Wait.until(scorecard.resettableAt(), now) : null, activity.resettable(now),
                review);
    }
}
