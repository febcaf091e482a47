package fr.pixlti.tool.shell.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit log as stored. Everything is called inside a transaction. */
public interface AuditEntries {

    void add(Entry entry);

    /**
     * The newest entries.
     *
     * @param account of one account only
     * @param action of one kind only
     * @param before older than this entry
     */
    List<Entry> read(@Nullable UUID account, @Nullable String action, @Nullable UUID before, int limit);

    /** Every action that was ever recorded. */
    List<String> actions();

    /**
     * @param id rises with time
     * @param accountId absent for a sign-in under a name that no account has
     * @param action {@code <room>.<deed>}; its words are {@code audit.<room>.<deed>}
     */
    record Entry(UUID id, Instant at, @Nullable UUID accountId, String accountName, String action, String subject) {}
}
