package fr.pixlti.tool.assessment.domain.reports;

import fr.pixlti.tool.assessment.domain.reports.Report.Closing;
import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An operator closes reports once they are dealt with, or opens one again. */
@Component
public class SettleReports {

    private final Reports reports;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    SettleReports(Reports reports, AuditLog audit, Transactions transactions, Clock clock) {
        this.reports = reports;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param report absent: every open one of the item
     * @return how many were open
     */
    public int close(CurrentOperator operator, String item, @Nullable UUID report, Closing as) {
        operator.require(Role.OPERATOR);
        return transactions.call(() -> {
            int closed = reports.close(item, report, as, clock.instant());
            if (closed > 0) {
                audit.record(operator, "assessment.reports-closed", item + " " + as + " " + closed);
            }
            return closed;
        });
    }

    /** @return whether it was closed */
    public boolean reopen(CurrentOperator operator, String item, UUID report) {
        operator.require(Role.OPERATOR);
        return transactions.call(() -> {
            boolean reopened = reports.reopen(item, report);
            if (reopened) {
                audit.record(operator, "assessment.report-reopened", item);
            }
            return reopened;
        });
    }
}
