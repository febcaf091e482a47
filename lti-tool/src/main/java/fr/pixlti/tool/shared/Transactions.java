package fr.pixlti.tool.shared;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs short units of work, whole, and again from the start when the database took them back: a deadlock (MariaDB 1213)
 * or, on a Galera cluster, a lost certification. A unique key that another request took first is settled the same way: the
 * second time round, the work finds what the other kept. The work must have no effect outside the database.
 */
@Component
public class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int TRIES = 5;

    private final TransactionTemplate template;

    Transactions(PlatformTransactionManager manager) {
        this.template = new TransactionTemplate(manager);
    }

    /** Runs the work in a transaction; inside one that is already open, takes part in it and leaves the retry to it. */
    public <T> T call(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (int attempt = 1;; attempt++) {
            try {
                return java.util.Objects.requireNonNull(template.execute(status -> work.get()));
            } catch (TransientDataAccessException | DuplicateKeyException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                LOG.debug("The database took a transaction back; attempt {} of {}", attempt, TRIES, e);
                pause(attempt);
            }
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** Does something outside the database once the transaction that is open now is committed, never when it is not. */
    public static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
