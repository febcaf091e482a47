package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes logins and tickets whose time is over. */
@Component
class PurgeLti implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeLti.class);

    private final Logins logins;
    private final Tickets tickets;
    private final Transactions transactions;
    private final Clock clock;

    PurgeLti(Logins logins, Tickets tickets, Transactions transactions, Clock clock) {
        this.logins = logins;
        this.tickets = tickets;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        int gone = transactions.call(() -> logins.purge(now)) + transactions.call(() -> tickets.purge(now));
        LOG.debug("Expired logins and tickets removed: {}", gone);
    }
}
