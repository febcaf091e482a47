package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.LtiApi.ScorePost;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends one score. The request stands between two transactions, in none itself: the first fixes the timestamp and counts
 * the request, the second keeps what became of it. A crash between them repeats the request under the same timestamp,
 * which a platform that has the score refuses (see {@link SettleOutcome}).
 */
@Component
class SendNextScore {

    private static final Logger LOG = LoggerFactory.getLogger(SendNextScore.class);

    private final LtiApi lti;
    private final Scores scores;
    private final GradeColumns columns;
    private final PrepareColumn prepareColumn;
    private final FindOwnColumn findOwnColumn;
    private final PutOff putOff;
    private final SettleOutcome settleOutcome;
    private final Transactions transactions;
    private final GradebookSettings settings;
    private final Clock clock;

    SendNextScore(LtiApi lti, Scores scores, GradeColumns columns, PrepareColumn prepareColumn,
            FindOwnColumn findOwnColumn, PutOff putOff, SettleOutcome settleOutcome, Transactions transactions,
            GradebookSettings settings, Clock clock) {
        this.lti = lti;
        this.scores = scores;
        this.columns = columns;
        this.prepareColumn = prepareColumn;
        this.findOwnColumn = findOwnColumn;
        this.putOff = putOff;
        this.settleOutcome = settleOutcome;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** How the platform is doing after that; empty when nothing was due. */
    Optional<Pace> handle(UUID platformId, Pace pace) {
        Optional<Step> step = transactions.call(() -> scores
                .nextDue(platformId, clock.instant(), pace.probing(settings)).map(this::begin));
        return step.map(next -> switch (next) {
            case Step.Send(OwedScore score, ScorePost post) -> send(score, post, pace);
            case Step.FindOwn(OwedScore score, Link link) -> findOwnColumn.handle(score, link, pace);
            case Step.Prepare(Column column, Link link) -> prepareColumn.handle(column, link, pace);
            case Step.None() -> pace;
        });
    }

    private Step begin(OwedScore score) {
        Link link = lti.link(score.linkId()).orElse(null);
        if (link == null || !link.takesScores()) {
            return putOff(score, Reasons.NO_LINE_ITEM);
        }
        return score.own() ? beginOwn(score, link) : beginBeside(score, link);
    }

    private Step beginOwn(OwedScore score, Link link) {
        if (link.lineItemUrl() != null) {
            return begin(score, link.lineItemUrl());
        }
        return link.lineItems() == null ? putOff(score, Reasons.NO_LINE_ITEM) : new Step.FindOwn(score, link);
    }

    private Step beginBeside(OwedScore score, Link link) {
        Column column = columns.find(score.linkId(), score.tag()).orElseThrow();
        if (link.makesColumns() && column.needsWork(clock.instant())) {
            return new Step.Prepare(column, link);
        }
        return column.url() == null ? putOff(score, Reasons.NO_COLUMN_RIGHT) : begin(score, column.url());
    }

    private Step begin(OwedScore score, String lineItemUrl) {
        Instant now = clock.instant();
        if (score.lastError() != null && Reasons.WITHOUT_COLUMN.contains(score.lastError())) {
            scores.resume(score.linkId(), score.tag(), score.lastError(), now);
        }
        ScorePost post = score.toPost(lineItemUrl, now);
        return scores.begin(score, post.timestamp(), post.lineItemUrl(), now)
                ? new Step.Send(score, post)
                : new Step.None();
    }

    private Step putOff(OwedScore score, String reason) {
        putOff.handle(score, reason);
        return new Step.None();
    }

    private Pace send(OwedScore score, ScorePost post, Pace pace) {
        ScoreOutcome outcome;
        try {
            outcome = lti.postScore(score.platformId(), post);
        } catch (RuntimeException e) {
            // One score that trips over a fault of ours must not hold up the others.
            LOG.error("Sending score {} failed", score.id(), e);
            outcome = new ScoreOutcome.TryLater(Reasons.INTERNAL, e.getClass().getName(), null);
        }
        return settleOutcome.handle(score, post, outcome, pace);
    }

    /** What a due score needs next. */
    private sealed interface Step {

        record Send(OwedScore score, ScorePost post) implements Step {}

        record FindOwn(OwedScore score, Link link) implements Step {}

        record Prepare(Column column, Link link) implements Step {}

        record None() implements Step {}
    }
}
