package fr.pixlti.tool.assessment.domain.statistics;

import com.github.kagkarlsson.scheduler.Scheduler;
import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** An operator asks for the statistics to be reckoned now. */
@Component
public class RefreshStatistics {

    private final ItemStatistics statistics;
    private final Scheduler scheduler;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    RefreshStatistics(ItemStatistics statistics, Scheduler scheduler, AuditLog audit, Transactions transactions,
            Clock clock) {
        this.statistics = statistics;
        this.scheduler = scheduler;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Asks once: nothing more happens while one is asked for or under way. */
    public void handle(CurrentOperator operator) {
        operator.require(Role.OPERATOR);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean asked = transactions.call(() -> {
            // Also when it is under way by the rows, so that one whose job was lost begins again.
            boolean scheduled = scheduler.scheduleIfNotExists(
                    StatisticsJobs.COMPUTE.instance(StatisticsJobs.ONLY).build(), now);
            if (scheduled) {
                statistics.request(now);
                audit.record(operator, "assessment.statistics-refreshed", "");
            }
            return scheduled;
        });
        if (asked) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
