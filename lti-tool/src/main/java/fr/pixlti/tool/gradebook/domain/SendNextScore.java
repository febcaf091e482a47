package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.LtiApi.ScorePost;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
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
    private static final Duration SHORTEST_PUT_OFF = Duration.ofMinutes(1);

    private final LtiApi lti;
    private final Scores scores;
    private final SettleOutcome settleOutcome;
    private final Transactions transactions;
    private final GradebookSettings settings;
    private final Clock clock;

    SendNextScore(LtiApi lti, Scores scores, SettleOutcome settleOutcome, Transactions transactions,
            GradebookSettings settings, Clock clock) {
        this.lti = lti;
        this.scores = scores;
        this.settleOutcome = settleOutcome;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** How the platform is doing after that; empty when nothing was due. */
    Optional<Pace> handle(UUID platformId, Pace pace) {
        Optional<Step> step = transactions.call(() -> scores
                .nextDue(platformId, clock.instant(), pace.probing(settings)).map(this::begin));
        return step.map(next -> next.post() == null ? pace : send(next.score(), next.post(), pace));
    }

    private Step begin(OwedScore score) {
        Instant now = clock.instant();
        Link link = lti.link(score.linkId()).orElse(null);
        if (link == null || link.lineItemUrl() == null || !link.takesScores()) {
            putOff(score, now);
            return new Step(score, null);
        }
        if (Reasons.NO_LINE_ITEM.equals(score.lastError())) {
            scores.resume(score.linkId(), Reasons.NO_LINE_ITEM, now);
        }
        ScorePost post = score.toPost(link.lineItemUrl(), now);
        boolean ours = scores.begin(score, post.timestamp(), post.lineItemUrl(), now);
        return new Step(score, ours ? post : null);
    }

    /** A later launch may bring the column, so the scores of the link wait, the longer the older they get. */
    private void putOff(OwedScore score, Instant now) {
        Duration age = Duration.between(score.queuedAt(), now);
        Duration first = age.compareTo(SHORTEST_PUT_OFF) < 0 ? SHORTEST_PUT_OFF : age;
        Duration wait = Backoff.around(first, 0, settings.maxRetry(), RandomGenerator.getDefault());
        scores.putOff(score.linkId(), Reasons.NO_LINE_ITEM, now.plus(wait), now.minus(settings.giveUpAfter()), now);
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

    /** @param post absent when there is nothing to request for the score now */
    private record Step(OwedScore score, @Nullable ScorePost post) {}
}
