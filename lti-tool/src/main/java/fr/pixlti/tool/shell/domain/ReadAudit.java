package fr.pixlti.tool.shell.domain;

import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.shell.domain.AuditEntries.Entry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The audit log, for administrators. */
@Component
public class ReadAudit {

    private static final int PAGE = 50;

    private final AuditEntries entries;
    private final Accounts accounts;
    private final Transactions transactions;

    ReadAudit(AuditEntries entries, Accounts accounts, Transactions transactions) {
        this.entries = entries;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /**
     * @param next the entry before which the next page begins, absent on the last one
     * @param accounts all that there are, to choose from
     * @param actions all that were recorded, to choose from
     */
    public record AuditPage(List<Entry> entries, @Nullable UUID next, List<Account> accounts, List<String> actions) {}

    /** A page of the log, newest first. See {@link AuditEntries#read}. */
    public AuditPage handle(CurrentOperator operator, @Nullable UUID account, @Nullable String action,
            @Nullable UUID before) {
        operator.require(Role.ADMINISTRATOR);
        return transactions.call(() -> {
            List<Entry> read = entries.read(account, action, before, PAGE + 1);
            boolean more = read.size() > PAGE;
            List<Entry> shown = more ? read.subList(0, PAGE) : read;
            return new AuditPage(shown, more ? shown.getLast().id() : null, accounts.all(), entries.actions());
        });
    }
}
