package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.assessment.domain.Assessments.Known;
import fr.pixlti.tool.assessment.domain.engine.Score;
import fr.pixlti.tool.assessment.domain.profile.ReadProfile;
import fr.pixlti.tool.assessment.domain.profile.ShowIntroduction;
import fr.pixlti.tool.assessment.events.AssessmentCompleted;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.assessment.events.PathCompleted;
import fr.pixlti.tool.assessment.domain.engine.KnowledgeElement;
import fr.pixlti.tool.content.Skill;
import java.util.HashMap;
import java.util.Map;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final Recall recall;
    private final SaidNeeds needs;
    private final Choosing choosing;
    private final ContentApi content;
    private final AssessmentSettings settings;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Moment moment;
    private final ReadProfile readProfile;
    private final ShowIntroduction showIntroduction;

    StartTest(Assessments assessments, Recall recall, SaidNeeds needs, Choosing choosing, ContentApi content,
            AssessmentSettings settings,
            Transactions transactions, ApplicationEventPublisher events, Moment moment, ReadProfile readProfile,
            ShowIntroduction showIntroduction) {
        this.assessments = assessments;
        this.recall = recall;
        this.needs = needs;
        this.choosing = choosing;
        this.content = content;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.moment = moment;
        this.readProfile = readProfile;
        this.showIntroduction = showIntroduction;
    }

    /** New ids and the time: what a start takes from outside. */
    @Component
    record Moment(Ids ids, Clock clock) {}

    @Override
    public AssessmentId nextId() {
        return new AssessmentId(moment.ids().next());
    }

    @Override
    public void start(AssessmentId id, PersonId person, Subject subject, String continueTo, boolean leavingCounts) {
        transactions.run(() -> {
            Instant now = moment.clock().instant();
            ContentRelease release = content.current();
            List<Known> before = subject.isolated() ? List.of() : recall.known(person, subject, release);
            // Without any knowledge nothing was met, but in an exam, which leaves none.
            Set<String> met = before.isEmpty() && subject instanceof Subject.Competence
                    ? Set.of()
                    : recall.met(person, subject, release);
            Assessment test = new Assessment(id, person, subject, release.id(), random.nextLong(), met,
                    Assessment.Status.STARTED, continueTo, null, null, 0, 0, needs.of(person), leavingCounts, now,
                    null);
            Choosing.Step step = choosing.first(test, release, before);
            Item next = step.next();
            if (next == null) {
                assessments.add(test.begun(null, null, now));
                events.publishEvent(switch (subject) {
                    case Subject.Competence(var code) -> {
                        Score score = choosing.score(before, code, release, settings.at(now).maxLevel());
                        yield new AssessmentCompleted(id.value(), person, code, score.pix(), score.level(), now);
                    }
                    case Subject.Path path -> new PathCompleted(id.value(), person, path.id(), now);
                });
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
            assessments.abandon(person, new Subject.Competence(competence));
        });
    }

    @Override
    public void reset(PersonId person, Subject.Path path) {
        transactions.run(() -> {
            if (!path.isolated()) {
                ContentRelease release = content.current();
                assessments.forget(person, Recall.competences(path, release),
                        Recall.skills(path, release).stream().map(Skill::id).toList());
            }
            assessments.abandon(person, path);
        });
    }

    @Override
    public Optional<AssessmentView> view(AssessmentId id) {
        return transactions.call(() -> assessments.find(id))
                .filter(test -> test.status() != Assessment.Status.ABANDONED)
                .map(StartTest::seen);
    }

    @Override
    public Map<String, AssessmentView> running(PersonId person) {
        return transactions.call(() -> assessments.started(person)).stream()
                .collect(Collectors.toMap(Assessment::continueTo, StartTest::seen, (one, other) -> one));
    }

    private static AssessmentView seen(Assessment test) {
        return new AssessmentView(test.id(), test.person(), test.subject(), test.answered(), test.startedAt(),
                test.completedAt());
    }

    @Override
    public int maxLevel() {
        return settings.at(moment.clock().instant()).maxLevel();
    }

    @Override
    public Duration improveAfter() {
        return settings.at(moment.clock().instant()).improveAfter();
    }

    @Override
    public Scorecard scorecard(PersonId person, String competence) {
        return transactions.call(() -> Scorecards.of(competence,
                assessments.knowledge(person, Set.of(competence)), content.current(),
                settings.at(moment.clock().instant())));
    }

    @Override
    public List<Scorecard> profile(PersonId person) {
        return readProfile.of(person).competences();
    }

    @Override
    public Optional<String> introduction(PersonId person, String continueTo) {
        return showIntroduction.before(person, continueTo);
    }

    @Override
    public PathKnowledge knowledge(PersonId person, Subject.Path path, @Nullable AssessmentId newest) {
        return transactions.call(() -> {
            List<Known> known = path.isolated() ? taught(newest) : recall.known(person, path, content.current());
            Set<String> skills = Recall.skills(path, content.current()).stream().map(Skill::id)
                    .collect(Collectors.toSet());
            Set<String> validated = new HashSet<>();
            Set<String> invalidated = new HashSet<>();
            Instant last = null;
            for (Known each : known) {
                KnowledgeElement element = each.element();
                if (skills.contains(element.skill())) {
                    (element.validated() ? validated : invalidated).add(element.skill());
                    last = last == null || element.at().isAfter(last) ? element.at() : last;
                }
            }
            AssessmentSettings.Rules rules = settings.at(moment.clock().instant());
            return new PathKnowledge(validated, invalidated, last,
                    last == null || invalidated.isEmpty() ? null : last.plus(rules.improveAfter()),
                    last == null ? null : last.plus(rules.resetAfter()));
        });
    }

    @Override
    public Map<PersonId, Integer> assessed(Map<PersonId, AssessmentId> newest, Subject.Path path) {
        if (!path.isolated()) {
            List<String> skills = Recall.skills(path, content.current()).stream().map(Skill::id).toList();
            return transactions.call(() -> assessments.known(newest.keySet(), skills));
        }
        Map<PersonId, Integer> assessed = new HashMap<>();
        newest.forEach((person, test) -> {
            PathKnowledge known = knowledge(person, path, test);
            assessed.put(person, known.validated().size() + known.invalidated().size());
        });
        return assessed;
    }

    private List<Known> taught(@Nullable AssessmentId exam) {
        Assessment test = exam == null ? null : assessments.find(exam).orElse(null);
        return test == null
                ? List.of()
                : choosing.taught(test, content.release(test.release()), assessments.answers(test.id()));
    }
}
