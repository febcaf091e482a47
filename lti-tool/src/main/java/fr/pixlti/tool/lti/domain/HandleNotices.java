package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.domain.Notices.Notice;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does what notices ask for: a copied course is known as such before anybody launches from it. */
@Component
public class HandleNotices implements Runnable {

    private static final int MOST = 100;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Notices notices;
    private final ContextCopies copies;
    private final Transactions transactions;
    private final Clock clock;

    HandleNotices(Notices notices, ContextCopies copies, Transactions transactions, Clock clock) {
        this.notices = notices;
        this.copies = copies;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run() {
        List<Notice> waiting = transactions.call(() -> notices.waiting(MOST));
        for (Notice notice : waiting) {
            transactions.run(() -> handle(notice));
        }
        if (waiting.isEmpty()) {
            transactions.call(() -> notices.purge(clock.instant().minus(KEPT)));
        }
    }

    /** Of other types nothing is wanted: a greeting shows the platform that the way here is open. */
    private void handle(Notice notice) {
        if (notice.type().equals(Notice.CONTEXT_COPY)) {
            copies.add(notice.deploymentId(), notice.contextId(), notice.origins(), clock.instant());
        }
        notices.handled(notice.id(), clock.instant());
    }
}
