package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.assessment.AssessmentApi.AssessmentView;
import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.Gauge;
import fr.pixlti.tool.assessment.Wait;
import fr.pixlti.tool.campaign.domain.Step;
import fr.pixlti.tool.campaign.domain.TakePart.Activity;
import fr.pixlti.tool.campaign.web.ParticipationPage.State;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the learner's page of a test of several competences shows.
 *
 * @param done number of competences with a completed test
 * @param pix of all competences done
 * @param maxPix of all competences
 * @param next the one to go on with; absent once each has a completed test
 */
record SeveralPage(UUID id, String title, List<Line> lines, long done, int pix, int maxPix, @Nullable Line next) {

    private static final int PIX_PER_LEVEL = 8;

    /**
     * @param answered questions answered in the test under way
     * @param gauge absent while no test was completed
     * @param reviewPath where the answers of the last test can be read again, absent before one is completed
     */
    record Line(String code, String name, String description, State state, int answered, @Nullable Gauge gauge,
            @Nullable Wait improveIn, boolean mayReset, @Nullable String reviewPath) {}

    static SeveralPage of(Activity activity, int maxLevel, ContentRelease release, Instant now, Locale locale) {
        List<Line> lines = activity.steps().stream().map(step -> line(step, release, now, locale)).toList();
        int pix = lines.stream().map(Line::gauge).mapToInt(gauge -> gauge == null ? 0 : gauge.pix()).sum();
        Line next = lines.stream().filter(line -> line.state() == State.RUNNING).findFirst()
                .or(() -> lines.stream().filter(line -> line.state() == State.NEW).findFirst()).orElse(null);
        String title = activity.campaign().title();
        return new SeveralPage(activity.participation().id(), title == null ? "" : title, lines,
                activity.steps().stream().filter(Step::done).count(), pix, PIX_PER_LEVEL * maxLevel * lines.size(),
                next);
    }

    private static Line line(Step step, ContentRelease release, Instant now, Locale locale) {
        Framework.Competence competence = release.competence(step.competence()).orElseThrow();
        AssessmentView running = step.running();
        Scorecard scorecard = step.done() ? step.scorecard() : null;
        State state = ParticipationPage.state(step, now);
        return new Line(competence.code(), competence.name(locale), competence.description(locale), state,
                running == null ? 0 : running.answered(), scorecard == null ? null : Gauge.of(scorecard),
                state == State.DONE && scorecard != null ? Wait.until(scorecard.improvableAt(), now) : null,
                step.resettable(now), ParticipationPage.review(step));
    }
}
