package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Sends a platform what it is owed, one score after the other, until nothing is due or the platform is paused. */
@Component
class SendDueScores {

    /** After that a job makes room for those of other platforms. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private final SendNextScore sendNextScore;
    private final Scores scores;
    private final Transactions transactions;
    private final Clock clock;

    SendDueScores(SendNextScore sendNextScore, Scores scores, Transactions transactions, Clock clock) {
        this.sendNextScore = sendNextScore;
        this.scores = scores;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param pace how the platform has been doing
     * @param mayGoOn asked before each request: false when the node stops, or when another may have taken over the job
     * @return how it is doing now
     */
    Pace handle(UUID platformId, Pace pace, BooleanSupplier mayGoOn) {
        Instant end = clock.instant().plus(TURN);
        Pace current = pace;
        while (mayGoOn.getAsBoolean() && !current.pausedAt(clock.instant()) && clock.instant().isBefore(end)) {
            Optional<Pace> after = sendNextScore.handle(platformId, current);
            if (after.isEmpty()) {
                return current;
            }
            current = after.get();
        }
        return current;
    }

    /** When the platform's job should run again, empty when nothing is owed. */
    Optional<Instant> nextRun(UUID platformId, Pace pace) {
        return transactions.call(() -> scores.nextAttempt(platformId))
                .map(due -> pace.pausedUntil() != null && pace.pausedUntil().isAfter(due) ? pace.pausedUntil() : due);
    }
}
