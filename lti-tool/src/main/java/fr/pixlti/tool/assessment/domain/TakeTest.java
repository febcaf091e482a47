package fr.pixlti.tool.assessment.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.assessment.domain.Assessments.Answered;
import fr.pixlti.tool.assessment.domain.engine.Score;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.assessment.events.AssessmentCompleted;
import fr.pixlti.tool.assessment.events.PathCompleted;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A learner looks at the question before them, answers it, passes a checkpoint. */
@Component
public class TakeTest {

    /** What an answer takes on its way: nobody is late for the network's sake. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Assessments assessments;
    private final Leavings leavings;
    private final Choosing choosing;
    private final Recall recall;
    private final ContentApi content;
    private final AssessmentSettings settings;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Tests answered on this node a moment ago. Each use is checked against the database by the update that moves the
     * test on, so an old entry costs a second look and nothing else.
     */
    private final Cache<AssessmentId, Running> recently = Caffeine.newBuilder().maximumSize(5_000)
            .expireAfterWrite(Duration.ofMinutes(10)).build();

    TakeTest(Assessments assessments, Leavings leavings, Choosing choosing, Recall recall, ContentApi content,
            AssessmentSettings settings,
            Transactions transactions, ApplicationEventPublisher events, Clock clock) {
        this.assessments = assessments;
        this.leavings = leavings;
        this.choosing = choosing;
        this.recall = recall;
        this.content = content;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** @throws DomainError {@code assessment.not-found} for a test that is not this person's */
    public Screen look(AssessmentId id, PersonId person) {
        return transactions.call(() -> screen(askable(own(assessments.find(id).orElse(null), person)), null));
    }

    /**
     * Keeps an answer and moves on. An answer to a question that is no longer the current one changes nothing: the
     * screen to show is the one the test is at.
     *
     * @param position number of the question answered, from 1
     * @throws DomainError {@code assessment.not-found}; {@code assessment.damaged-answer} for one that does not fit the
     *     question
     */
    public Screen answer(AssessmentId id, PersonId person, int position, Given given) {
        Running.Answering done = transactions.call(() -> {
            Running recent = recently.getIfPresent(id);
            if (recent != null && recent.awaits(person, position) && isAskable(recent.test())) {
                Running.Answering answering = record(recent, given);
                if (answering != null) {
                    return answering;
                }
            }
            Assessment found = own(assessments.lock(id).orElse(null), person);
            Assessment test = askable(found);
            Running running = recall.running(test, content.release(test.release()));
            // What was answered must be what is asked.
            boolean awaited = test == found && running.awaits(person, position);
            Running.Answering answering = awaited ? record(running, given) : null;
            return answering == null ? new Running.Answering(screen(test, running.answers()), null) : answering;
        });
        if (done.now() == null || done.now().test().status() != Assessment.Status.STARTED) {
            recently.invalidate(id);
        } else {
            recently.put(id, done.now());
        }
        return done.screen();
    }

    /** Keeps the answer; null when the test has moved on elsewhere, in which case nothing was kept. */
    private Running.@Nullable Answering record(Running running, Given sent) {
        Assessment test = running.test();
        ContentRelease release = content.release(test.release());
        Item item = release.item(Objects.requireNonNull(test.currentItem())).drawn(test.seed());
        Given given = Marking.concerning(item, sent);
        if (!Marking.fits(item, given)) {
            throw new DomainError("assessment.damaged-answer", DomainError.Kind.INVALID);
        }
        Instant now = clock.instant();
        Outcome outcome = outcome(test, item, given, now);
        Answered answer = new Answered(test.answered() + 1, item.skill(), item.id(), outcome, GivenJson.write(given),
                now);
        Choosing.Step step = choosing.afterAnswer(running, release, answer);
        Item next = step.next();
        Assessment moved = test.movedOn(next == null ? null : next.id(),
                next == null || next.announced() ? null : now, next == null ? now : null);
        // This update comes first: it is also the lock that lets one of two simultaneous answers through.
        if (!assessments.moveOn(test, moved)) {
            return null;
        }
        assessments.addAnswer(test.id(), answer);
        if (!test.subject().isolated()) {
            // What one answer teaches is of one topic.
            assessments.keep(test.person(), release.skill(item.skill()).competence(), test.id(), step.learnt());
        }
        if (next == null) {
            complete(moved, release, now);
        }
        Running after = running.with(moved, answer, step.learnt());
        return new Running.Answering(screen(moved, after.answers()), after);
    }

    private void complete(Assessment test, ContentRelease release, Instant now) {
        events.publishEvent(switch (test.subject()) {
            case Subject.Competence(var code) -> {
                List<Assessments.Known> known = recall.known(test.person(), test.subject(), release);
                Score score = choosing.score(known, code, release, settings.at(test.startedAt()).maxLevel());
                yield new AssessmentCompleted(test.id().value(), test.person(), code, score.pix(), score.level(), now);
            }
            case Subject.Path path -> new PathCompleted(test.id().value(), test.person(), path.id(), now);
        });
    }

    private Outcome outcome(Assessment test, Item item, Given given, Instant now) {
        Integer seconds = seconds(test, item);
        boolean late = seconds != null && test.currentSince() != null
                && now.isAfter(test.currentSince().plusSeconds(seconds).plus(GRACE));
        Outcome outcome = Marking.mark(item, given, late);
        return outcome == Outcome.RIGHT && test.leavingCounts() && item.focused()
                && leavings.has(test.id(), test.answered() + 1) ? Outcome.FOCUS_LOST : outcome;
    }

    /** Time for a timed item, longer for people who need it. */
    private @Nullable Integer seconds(Assessment test, Item item) {
        return item.timer() == null || !test.needs().any()
                ? item.timer()
                : Integer.valueOf((int) Math.ceil(item.timer() * settings.at(test.startedAt()).extraTime()));
    }

    /** Shows a question that was announced, and starts its clock if it has one. */
    public Screen startClock(AssessmentId id, PersonId person) {
        return transactions.call(() -> {
            Assessment test = own(assessments.lock(id).orElse(null), person);
            if (test.currentItem() != null && test.currentSince() == null) {
                assessments.startClock(id, clock.instant());
            }
            return screen(askable(own(assessments.find(id).orElse(null), person)), null);
        });
    }

    /**
     * Notes that the page of the current question was left, once, where that is noticed; nothing for another question.
     *
     * @param position number of the question, from 1
     */
    public void leave(AssessmentId id, PersonId person, int position) {
        transactions.run(() -> {
            Assessment test = own(assessments.find(id).orElse(null), person);
            if (test.status() == Assessment.Status.STARTED && test.answered() + 1 == position
                    && test.currentItem() != null && test.currentSince() != null && isAskable(test)
                    && content.release(test.release()).item(test.currentItem()).focused()) {
                leavings.note(id, position, clock.instant());
            }
        });
    }

    /** Leaves a checkpoint for the next question. */
    public Screen passCheckpoint(AssessmentId id, PersonId person, int answered) {
        return transactions.call(() -> {
            Assessment test = askable(own(assessments.find(id).orElse(null), person));
            int passed = Math.min(answered, test.answered());
            assessments.passCheckpoint(id, passed);
            return screen(test.passed(passed), null);
        });
    }

    /**
     * The test at a question that can be shown. Its release is kept as long as it is under way; should it be lost all the
     * same, the test goes on with the current one, and a question that is not in there gives way to the next, unanswered.
     */
    private Assessment askable(Assessment test) {
        String item = test.currentItem();
        ContentRelease release = content.release(test.release());
        if (test.status() != Assessment.Status.STARTED || item == null || release.has(item)) {
            return test;
        }
        Assessment locked = assessments.lock(test.id()).orElse(test);
        if (!item.equals(locked.currentItem())) {
            return locked;
        }
        Instant now = clock.instant();
        Running running = recall.running(locked, release);
        Item next = choosing.instead(running, release).next();
        Assessment moved = locked.asking(next == null ? null : next.id(),
                next == null || next.announced() ? null : now, next == null ? now : null);
        assessments.askInstead(locked, moved);
        if (next == null) {
            complete(moved, release, now);
        }
        return moved;
    }

    private boolean isAskable(Assessment test) {
        return test.currentItem() != null && content.release(test.release()).has(test.currentItem());
    }

    private static Assessment own(@Nullable Assessment test, PersonId person) {
        if (test == null || !test.person().equals(person)) {
            throw DomainError.notFound("assessment.not-found");
        }
        return test;
    }

    /** @param known answers of the test, when they are at hand */
    private Screen screen(Assessment test, @Nullable List<Answered> known) {
        if (test.status() == Assessment.Status.ABANDONED) {
            throw DomainError.notFound("assessment.not-found");
        }
        if (test.status() == Assessment.Status.COMPLETED || test.currentItem() == null) {
            return new Screen.Over(test);
        }
        int every = settings.at(test.startedAt()).checkpointEvery();
        ContentRelease release = content.release(test.release());
        if (test.atCheckpoint(every)) {
            List<Answered> answers = known == null ? assessments.answers(test.id()) : known;
            return new Screen.Checkpoint(
                    new Review(test, release, answers.subList(answers.size() - every, answers.size())));
        }
        Item item = release.item(test.currentItem()).drawn(test.seed()).shownTo(test.needs());
        Integer seconds = seconds(test, item);
        if (test.currentSince() == null) {
            return new Screen.ClockStart(test, item, seconds);
        }
        Long left = seconds == null
                ? null
                : Math.max(0, Duration.between(clock.instant(), test.currentSince().plusSeconds(seconds)).toSeconds());
        return new Screen.Question(test, release.id(), item, every, left,
                item.focused() && leavings.has(test.id(), test.answered() + 1));
    }

    /** Answers with what is needed to explain them. */
    public record Review(Assessment test, ContentRelease release, List<Answered> answers) {}

    /** What a learner sees of a test. */
    public sealed interface Screen {

        /**
         * @param secondsLeft of a timed question, absent for others
         * @param left whether its page was left, where that is noticed
         */
        record Question(Assessment test, String release, Item item, int checkpointEvery, @Nullable Long secondsLeft,
                boolean left) implements Screen {}

        /**
         * Announces a timed question, whose clock waits for the learner, or one during which leaving is noticed.
         *
         * @param seconds that the clock gives, absent without one
         */
        record ClockStart(Assessment test, Item item, @Nullable Integer seconds) implements Screen {}

        /** The last answers, right or wrong, with corrections and lessons. */
        record Checkpoint(Review review) implements Screen {}

        record Over(Assessment test) implements Screen {}
    }
}
