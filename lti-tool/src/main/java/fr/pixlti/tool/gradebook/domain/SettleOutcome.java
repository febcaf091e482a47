package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiApi.HeldResult;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Refused;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Superseded;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Taken;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.TryLater;
import fr.pixlti.tool.lti.LtiApi.ScorePost;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.Transactions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps what a platform answered to a score, or that it did not. See {@code docs/adr/0002-scores-arrive-once.md} for why
 * 409 needs the reading back.
 */
@Component
class SettleOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(SettleOutcome.class);
    /** In points of the score's own maximum; platforms keep five decimals at most. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private final LtiApi lti;
    private final Scores scores;
    private final Transactions transactions;
    private final ScoreCounters counters;
    private final GradebookSettings settings;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    SettleOutcome(LtiApi lti, Scores scores, Transactions transactions, ScoreCounters counters,
            GradebookSettings settings, Clock clock) {
        this.lti = lti;
        this.scores = scores;
        this.transactions = transactions;
        this.counters = counters;
        this.settings = settings;
        this.clock = clock;
    }

    /** How the platform is doing after this answer. */
    Pace handle(OwedScore score, ScorePost post, ScoreOutcome outcome, Pace pace) {
        switch (outcome) {
            case Taken() -> settle(score, State.SENT, null, null);
            case Superseded() -> superseded(score, post);
            case Refused(String reason, String detail) -> settle(score, State.REFUSED, reason, detail);
            case TryLater later -> {
                return tryLater(score, later, pace);
            }
        }
        return Pace.WELL;
    }

    /** The platform holds a score under this timestamp or a later one: ours, if an earlier request got through. */
    private void superseded(OwedScore score, ScorePost post) {
        Optional<HeldResult> held = lti.readResult(score.platformId(), post.lineItemUrl(), post.userId());
        if (held.isPresent() && same(score, held.get())) {
            settle(score, State.SENT, null, null);
        } else if (!score.repeated() && !Reasons.NEWER_SCORE.equals(score.lastError())) {
            // Stamped with this very second and refused at once: a clock before ours, or a change in the same second.
            Instant now = clock.instant();
            transactions.run(() -> scores.retryWithNewTimestamp(score, Reasons.NEWER_SCORE,
                    now.plus(settings.firstRetry()), now));
            counters.retried();
        } else if (held.isEmpty() && score.repeated() && youngerThan(settings.confirmWithin(), score)) {
            retry(score, Reasons.UNCONFIRMED, null, null);
        } else {
            settle(score, State.SUPERSEDED,
                    held.isEmpty() && score.repeated() ? Reasons.UNCONFIRMED : Reasons.NEWER_SCORE, null);
        }
    }

    private static boolean same(OwedScore score, HeldResult held) {
        BigDecimal points = held.score().multiply(score.maximum()).divide(held.maximum(), MathContext.DECIMAL64);
        return points.subtract(score.given()).abs().compareTo(TOLERANCE) <= 0;
    }

    private Pace tryLater(OwedScore score, TryLater later, Pace pace) {
        Instant now = clock.instant();
        Pace next = pace.after(later.reason(), later.retryAfter(), now, settings, random);
        if (youngerThan(settings.giveUpAfter(), score)) {
            retry(score, later.reason(), later.detail(), later.retryAfter());
        } else {
            settle(score, State.REFUSED, Reasons.GAVE_UP, later.reason());
        }
        return next;
    }

    private void retry(OwedScore score, String reason, @Nullable String detail, @Nullable Duration wish) {
        Instant now = clock.instant();
        Duration wait = Backoff.upTo(settings.firstRetry(), score.attempts(), settings.maxRetry(), random);
        Instant next = now.plus(wish == null || wish.compareTo(wait) < 0 ? wait : Pace.atMostADay(wish));
        transactions.run(() -> scores.retry(score, reason, detail, next, now));
        counters.retried();
    }

    private void settle(OwedScore score, State state, @Nullable String reason, @Nullable String detail) {
        transactions.run(() -> scores.settle(score, state, reason, detail, clock.instant()));
        counters.settled(state);
        if (state != State.SENT) {
            LOG.info("Score {} for link {}: {}, {}", score.id(), score.linkId(), state, reason);
        }
    }

    private boolean youngerThan(Duration age, OwedScore score) {
        return score.queuedAt().plus(age).isAfter(clock.instant());
    }
}
