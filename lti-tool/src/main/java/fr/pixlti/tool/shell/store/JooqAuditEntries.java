package fr.pixlti.tool.shell.store;

import static fr.pixlti.schema.Tables.SHELL_AUDIT;
import static org.jooq.impl.DSL.noCondition;

import fr.pixlti.tool.shell.domain.AuditEntries;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqAuditEntries implements AuditEntries {

    private final DSLContext db;

    JooqAuditEntries(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Entry entry) {
        db.insertInto(SHELL_AUDIT).set(SHELL_AUDIT.ID, entry.id()).set(SHELL_AUDIT.AT, Utc.of(entry.at()))
                .set(SHELL_AUDIT.ACCOUNT_ID, entry.accountId()).set(SHELL_AUDIT.ACCOUNT_NAME, entry.accountName())
                .set(SHELL_AUDIT.ACTION, entry.action()).set(SHELL_AUDIT.SUBJECT, entry.subject()).execute();
    }

    @Override
    public List<Entry> read(@Nullable UUID account, @Nullable String action, @Nullable UUID before, int limit) {
        Condition wanted = noCondition();
        if (account != null) {
            wanted = wanted.and(SHELL_AUDIT.ACCOUNT_ID.eq(account));
        }
        if (action != null) {
            wanted = wanted.and(SHELL_AUDIT.ACTION.eq(action));
        }
        if (before != null) {
            wanted = wanted.and(SHELL_AUDIT.ID.lt(before));
        }
        return db.selectFrom(SHELL_AUDIT).where(wanted).orderBy(SHELL_AUDIT.ID.desc()).limit(limit)
                .fetch(row -> new Entry(row.getId(), Utc.instant(row.getAt()), row.getAccountId(),
                        row.getAccountName(), row.getAction(), row.getSubject()));
    }

    @Override
    public List<String> actions() {
        return db.selectDistinct(SHELL_AUDIT.ACTION).from(SHELL_AUDIT).orderBy(SHELL_AUDIT.ACTION)
                .fetch(SHELL_AUDIT.ACTION);
    }
}
