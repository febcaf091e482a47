package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes logins, tickets and dialogues whose time is over. */
@Component
class PurgeLti implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeLti.class);

    /** A dialogue that is over says so for a day; then it was never there. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Logins logins;
    private final Tickets tickets;
    private final Dialogues dialogues;
    private final ContentReturns returns;
    private final Transactions transactions;
    private final Clock clock;

    PurgeLti(Logins logins, Tickets tickets, Dialogues dialogues, ContentReturns returns,
            Transactions transactions, Clock clock) {
        this.logins = logins;
        this.tickets = tickets;
        this.dialogues = dialogues;
        this.returns = returns;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        int gone = transactions.call(() -> logins.purge(now)) + transactions.call(() -> tickets.purge(now))
                + transactions.call(() -> returns.purge(now))
                + transactions.call(() -> dialogues.purge(now.minus(REMEMBERED)));
        LOG.debug("Expired logins, tickets and dialogues removed: {}", gone);
    }
}
