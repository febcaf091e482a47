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

    /** Among many scores, grades that a teacher wants to see are looked for so often. */
    private static final Duration READ_EVERY = Duration.ofSeconds(1);

    private final SendNextScore sendNextScore;
    private final ReadGrades readGrades;
    private final GradeColumns columns;
    private final Scores scores;
    private final Transactions transactions;
    private final Clock clock;

    SendDueScores(SendNextScore sendNextScore, ReadGrades readGrades, GradeColumns columns, Scores scores,
            Transactions transactions, Clock clock) {
        this.sendNextScore = sendNextScore;
        this.readGrades = readGrades;
        this.columns = columns;
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
        Instant readAt = Instant.EPOCH;
        while (mayGoOn.getAsBoolean() && !current.pausedAt(clock.instant()) && clock.instant().isBefore(end)) {
            if (readAt.plus(READ_EVERY).isBefore(clock.instant())) {
                // A teacher waits for these.
                current = readGrades.handle(platformId, current, mayGoOn);
                readAt = clock.instant();
                continue;
            }
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
        return transactions
                .call(() -> columns.toRead(platformId).isEmpty()
                        ? scores.nextAttempt(platformId)
                        : Optional.of(clock.instant()))
                .map(due -> pace.pausedUntil() != null && pace.pausedUntil().isAfter(due) ? pace.pausedUntil() : due);
    }
}
