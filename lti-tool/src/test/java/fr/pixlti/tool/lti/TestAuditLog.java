package fr.pixlti.tool.lti;

import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stands in for the shell: remembers what operators did, and that it was written with the deed. */
public final class TestAuditLog implements AuditLog {

    public final List<String> deeds = new CopyOnWriteArrayList<>();

    @Override
    public void record(CurrentOperator operator, String action, String subject) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Not in the transaction of the deed: " + action);
        }
        deeds.add(operator.name() + " " + action + " " + subject);
    }
}
