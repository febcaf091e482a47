package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.Gauge;
import fr.pixlti.tool.assessment.Wait;
import fr.pixlti.tool.assessment.domain.profile.ReadCompetence.Known;
import fr.pixlti.tool.assessment.domain.profile.ReadCompetence.Ladder;
import fr.pixlti.tool.assessment.domain.profile.ReadCompetence.Rung;
import fr.pixlti.tool.assessment.domain.profile.ReadCompetence.State;
import fr.pixlti.tool.content.Skill;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a competence shows.
 *
 * @param gauge absent while nothing is known
 * @param next the easiest skills that are missing to the next level, in French; empty at the highest
 * @param improvable whether what failed may be tried again now
 * @param lessons of topics in which something failed
 */
record CompetencePage(String code, String name, String description, String area, @Nullable Gauge gauge,
        List<String> next, boolean improvable, @Nullable Wait improveIn, @Nullable Wait resetIn, List<Topic> topics,
        List<LessonView> lessons) {

    private static final int MOST_NEXT = 4;

    /** @param validated number of its skills */
    record Topic(String title, long validated, List<Step> steps) {}

    /** A skill. */
    record Step(int level, String name, State state) {}

    static CompetencePage of(Known known, Instant now, Locale locale) {
        Scorecard card = known.scorecard();
        Gauge gauge = card.assessed() == 0 ? null : Gauge.of(card);
        return new CompetencePage(known.competence().code(), known.competence().name(locale),
                known.competence().description(locale), known.area().code() + ". " + known.area().name(locale), gauge,
                gauge == null || gauge.toNextLevel() == 0 ? List.of() : next(known.ladders()),
                card.improvableAt() != null && !now.isBefore(card.improvableAt()),
                Wait.until(card.improvableAt(), now), Wait.until(card.resettableAt(), now),
                known.ladders().stream().map(CompetencePage::topic).toList(),
                known.ladders().stream().filter(Ladder::failed).map(Ladder::topic).filter(LessonView::has)
                        .map(LessonView::of).toList());
    }

    private static List<String> next(List<Ladder> ladders) {
        return ladders.stream().flatMap(ladder -> ladder.rungs().stream())
                .filter(rung -> rung.state() != State.VALIDATED).map(Rung::skill)
                .sorted(Comparator.comparingInt(Skill::level)).limit(MOST_NEXT).map(Skill::name).toList();
    }

    private static Topic topic(Ladder ladder) {
        return new Topic(ladder.topic().title(),
                ladder.rungs().stream().filter(rung -> rung.state() == State.VALIDATED).count(),
                ladder.rungs().stream()
                        .map(rung -> new Step(rung.skill().level(), rung.skill().name(), rung.state())).toList());
    }
}
