package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.gradebook.domain.PassbackQueue.Batch;
import fr.pixlti.tool.gradebook.domain.PassbackQueue.Filter;
import fr.pixlti.tool.gradebook.domain.PassbackQueue.Queued;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends scores again that a platform has refused or holds another one of, once the operator has seen to the reason. A row
 * holds the newest value only, so what goes out again is never older than what went out.
 */
@Component
public class ResendScores {

    private static final int BATCH = 500;

    private final PassbackQueue queue;
    private final PeopleApi people;
    private final WakeSending wakeSending;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    ResendScores(PassbackQueue queue, PeopleApi people, WakeSending wakeSending, AuditLog audit,
            Transactions transactions, Clock clock) {
        this.queue = queue;
        this.people = people;
        this.wakeSending = wakeSending;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * One score.
     *
     * @param revision of the value that the operator saw
     * @return false when something happened to it meanwhile
     * @throws DomainError {@code gradebook.no-score}; {@code gradebook.unknown-person} when the platform still does not
     *     know the person
     */
    public boolean one(CurrentOperator operator, UUID id, int revision) {
        operator.require(Role.OPERATOR);
        Queued score = transactions.call(() -> queue.find(id))
                .orElseThrow(() -> DomainError.notFound("gradebook.no-score"));
        boolean owed = transactions.call(() -> {
            String subject = people.subject(score.personId(), score.platformId())
                    .orElseThrow(() -> new DomainError("gradebook.unknown-person", DomainError.Kind.CONFLICT));
            boolean again = queue.oweAgain(id, revision, subject, clock.instant());
            if (again) {
                audit.record(operator, "gradebook.resent", score.platform() + " / " + score.activity());
            }
            return again;
        });
        if (owed) {
            wakeSending.soon(score.platformId());
        }
        return owed;
    }

    /**
     * All that a filter finds, in short transactions.
     *
     * @return how many
     */
    public int all(CurrentOperator operator, Filter filter) {
        operator.require(Role.OPERATOR);
        Instant now = clock.instant();
        Set<UUID> platforms = new HashSet<>();
        int owed = 0;
        UUID last = null;
        do {
            Batch batch = batch(operator, filter, last, now);
            owed += batch.owed();
            platforms.addAll(batch.platforms());
            last = batch.last();
        } while (last != null);
        platforms.forEach(wakeSending::soon);
        return owed;
    }

    private Batch batch(CurrentOperator operator, Filter filter, @Nullable UUID before, Instant now) {
        return transactions.call(() -> {
            Batch batch = queue.oweAgain(filter, before, BATCH, now);
            if (batch.owed() > 0) {
                audit.record(operator, "gradebook.all-resent", String.valueOf(batch.owed()));
            }
            return batch;
        });
    }
}
