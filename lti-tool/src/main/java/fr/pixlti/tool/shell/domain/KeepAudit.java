package fr.pixlti.tool.shell.domain;

import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.shell.domain.AuditEntries.Entry;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes the audit log, in the transaction of the deed. */
@Component
class KeepAudit implements AuditLog {

    private static final int LONGEST = 500;

    private final AuditEntries entries;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    KeepAudit(AuditEntries entries, Transactions transactions, Ids ids, Clock clock) {
        this.entries = entries;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void record(CurrentOperator operator, String action, String subject) {
        Entry entry = new Entry(ids.next(), clock.instant(), operator.id(), operator.name(), action, cut(subject));
        transactions.run(() -> entries.add(entry));
    }

    /** What nobody known did, such as a sign-in under a name that no account has. */
    void recordNobody(String action) {
        Entry entry = new Entry(ids.next(), clock.instant(), null, "", action, "");
        transactions.run(() -> entries.add(entry));
    }

    private static String cut(String subject) {
        return subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST);
    }
}
