package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.assessment.domain.Assessments.Known;
import fr.pixlti.tool.assessment.domain.engine.Score;
import fr.pixlti.tool.assessment.events.AssessmentCompleted;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Starts tests for the rooms that offer them, and tells how people stand. */
@Component
class StartTest implements AssessmentApi {

    private final SecureRandom random = new SecureRandom();
    private final Assessments assessments;
    private final SaidNeeds needs;
    private final Choosing choosing;
    private final ContentApi content;
    private final AssessmentSettings settings;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Moment moment;

    StartTest(Assessments assessments, SaidNeeds needs, Choosing choosing, ContentApi content,
            AssessmentSettings settings,
            Transactions transactions, ApplicationEventPublisher events, Moment moment) {
        this.assessments = assessments;
        this.needs = needs;
        this.choosing = choosing;
        this.content = content;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.moment = moment;
    }

    /** New ids and the time: what a start takes from outside. */
    @Component
    record Moment(Ids ids, Clock clock) {}

    @Override
    public AssessmentId nextId() {
        return new AssessmentId(moment.ids().next());
    }

    @Override
    public void start(AssessmentId id, PersonId person, String competence, String continueTo, boolean leavingCounts) {
        transactions.run(() -> {
            Instant now = moment.clock().instant();
            ContentRelease release = content.current();
            List<Known> before = assessments.knowledge(person, competence);
            Set<String> met = before.isEmpty() ? Set.of() : assessments.metItems(person, competence);
            Assessment test = new Assessment(id, person, competence, release.id(), random.nextLong(), met,
                    Assessment.Status.STARTED, continueTo, null, null, 0, 0, needs.of(person), leavingCounts, now,
                    null);
            Choosing.Step step = choosing.first(test, release, before);
            Item next = step.next();
            if (next == null) {
                assessments.add(test.begun(null, null, now));
                Score score = choosing.score(before, competence, release, settings.at(now).maxLevel());
                events.publishEvent(new AssessmentCompleted(id.value(), person, competence, score.pix(),
                        score.level(), now));
            } else {
                Instant since = next.announced() ? null : now;
                assessments.add(test.begun(next.id(), since, null));
            }
        });
    }

    @Override
    public String path(AssessmentId id) {
        return "/assessments/" + id;
    }

    @Override
    public void reset(PersonId person, String competence) {
        transactions.run(() -> {
            assessments.forget(person, competence);
            assessments.abandon(person, competence);
        });
    }

    @Override
    public Optional<AssessmentView> view(AssessmentId id) {
        return transactions.call(() -> assessments.find(id))
                .filter(test -> test.status() != Assessment.Status.ABANDONED)
                .map(test -> new AssessmentView(test.id(), test.person(), test.competence(), test.answered(),
                        test.startedAt(), test.completedAt()));
    }

    @Override
    public int maxLevel() {
        return settings.at(moment.clock().instant()).maxLevel();
    }

    @Override
    public Scorecard scorecard(PersonId person, String competence) {
        return transactions.call(() -> {
            AssessmentSettings.Rules rules = settings.at(moment.clock().instant());
            List<Known> known = assessments.knowledge(person, competence);
            Score score = choosing.score(known, competence, content.current(), rules.maxLevel());
            int validated = (int) known.stream().filter(element -> element.element().validated()).count();
            Instant last = known.stream().map(element -> element.element().at()).max(Comparator.naturalOrder())
                    .orElse(null);
            boolean somethingFailed = validated < known.size() && score.level() < rules.maxLevel();
            return new Scorecard(competence, score.pix(), score.level(), rules.maxLevel(), known.size(), validated,
                    last, last == null || !somethingFailed ? null : last.plus(rules.improveAfter()),
                    last == null ? null : last.plus(rules.resetAfter()));
        });
    }
}
