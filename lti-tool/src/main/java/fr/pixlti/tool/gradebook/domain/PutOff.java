package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** A later launch may bring the column, so the scores of the link wait, the longer the older they get. */
@Component
class PutOff {

    static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Scores scores;
    private final Transactions transactions;
    private final GradebookSettings settings;
    private final Clock clock;

    PutOff(Scores scores, Transactions transactions, GradebookSettings settings, Clock clock) {
        this.scores = scores;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    void handle(OwedScore score, String reason) {
        Instant now = clock.instant();
        Duration age = Duration.between(score.queuedAt(), now);
        Duration first = age.compareTo(SHORTEST) < 0 ? SHORTEST : age;
        Duration wait = Backoff.around(first, 0, settings.maxRetry(), RandomGenerator.getDefault());
        transactions.run(() -> scores.putOff(score.linkId(), score.tag(), reason, now.plus(wait),
                now.minus(settings.giveUpAfter()), now));
    }
}
