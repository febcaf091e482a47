package fr.pixlti.tool.assessment.domain.reports;

import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.assessment.ReportSettings;
import fr.pixlti.tool.assessment.domain.Assessment;
import fr.pixlti.tool.assessment.domain.Assessments;
import fr.pixlti.tool.assessment.domain.reports.Report.Category;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A learner reports a problem with a question of their own test: the one before them, or one they have answered. */
@Component
public class ReportProblem {

    private static final Duration DAY = Duration.ofHours(24);

    private final Assessments assessments;
    private final Reports reports;
    private final ContentApi content;
    private final Rules rules;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    ReportProblem(Assessments assessments, Reports reports, ContentApi content, Rules rules,
            Transactions transactions, Ids ids, Clock clock) {
        this.assessments = assessments;
        this.reports = reports;
        this.content = content;
        this.rules = rules;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** When corrections are shown, and how many reports a day are taken. */
    @Component
    record Rules(AssessmentSettings tests, ReportSettings reports) {}

    /**
     * What a learner sends.
     *
     * @param position number of the question, from 1
     * @param category absent when none was chosen
     * @param language of the page
     * @param browser see {@link Report}
     */
    public record Sent(int position, @Nullable Category category, String words, String language, String browser) {}

    /** What came of it; only {@link #THANKS} is kept. */
    public enum Said {
        THANKS, NO_CATEGORY, TOO_LONG, TOO_MANY
    }

    /**
     * @param said what to tell the learner
     * @param offered the categories for this question
     * @param answered whether the question is answered already
     */
    public record Outcome(Said said, List<Category> offered, boolean answered) {}

    /** @throws DomainError {@code assessment.not-found} for a test or a question that is not on this person's screen */
    public Outcome handle(AssessmentId id, PersonId person, Sent sent) {
        return transactions.call(() -> {
            // Held, so that of two clicks the second sees what the first kept.
            Assessment test = assessments.lock(id).filter(found -> found.person().equals(person))
                    .filter(found -> found.status() != Assessment.Status.ABANDONED)
                    .orElseThrow(() -> DomainError.notFound("assessment.not-found"));
            boolean answered = sent.position() <= test.answered();
            Assessments.Answered answer = answered ? answer(test, sent.position()) : null;
            String itemId = answer == null ? asked(test, sent.position()) : answer.item();
            Item item = content.release(test.release()).items().get(itemId);
            if (item == null) {
                throw DomainError.notFound("assessment.not-found");
            }
            List<Category> offered = Category.offered(item, corrected(test, sent.position()));
            Said said = check(person, item, offered, sent);
            if (said == Said.THANKS && sent.category() != null) {
                reports.put(person, new Report(ids.next(), item.id(), sent.category(),
                        content.release(test.release()).skill(item.skill()).competence(),
                        test.release(), item.draws() == null ? null : test.seed(),
                        answer == null ? null : answer.given(), sent.words(), sent.language(), sent.browser(),
                        clock.instant(), null, null));
            }
            return new Outcome(said, offered, answered);
        });
    }

    private Said check(PersonId person, Item item, List<Category> offered, Sent sent) {
        if (sent.category() == null || !offered.contains(sent.category())) {
            return Said.NO_CATEGORY;
        }
        if (sent.words().length() > Report.LONGEST) {
            return Said.TOO_LONG;
        }
        Instant yesterday = clock.instant().minus(DAY);
        return reports.since(person, yesterday) < rules.reports().perDay()
                || reports.has(person, item.id(), sent.category()) ? Said.THANKS : Said.TOO_MANY;
    }

    /** Corrections are shown at each checkpoint and at the end. */
    private boolean corrected(Assessment test, int position) {
        int every = rules.tests().at(test.startedAt()).checkpointEvery();
        return test.status() == Assessment.Status.COMPLETED
                ? position <= test.answered()
                : position <= test.answered() - test.answered() % every;
    }

    private Assessments.Answered answer(Assessment test, int position) {
        return assessments.answers(test.id()).stream().filter(each -> each.position() == position).findFirst()
                .orElseThrow(() -> DomainError.notFound("assessment.not-found"));
    }

    /** The item on the screen; one whose clock waits, or that a checkpoint hides, has not been seen. */
    private String asked(Assessment test, int position) {
        if (position != test.answered() + 1 || test.currentItem() == null || test.currentSince() == null
                || test.atCheckpoint(rules.tests().at(test.startedAt()).checkpointEvery())) {
            throw DomainError.notFound("assessment.not-found");
        }
        return test.currentItem();
    }
}
