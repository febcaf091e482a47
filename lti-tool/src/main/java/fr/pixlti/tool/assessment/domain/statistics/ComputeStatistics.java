package fr.pixlti.tool.assessment.domain.statistics;

import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.assessment.StatisticsSettings;
import fr.pixlti.tool.assessment.domain.reports.Reports;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reckons the statistics of all items anew from all answers, in many short transactions. */
@Component
public class ComputeStatistics {

    private static final Logger LOG = LoggerFactory.getLogger(ComputeStatistics.class);
    /** Tests read at once, some thousands of answers. */
    private static final int BATCH = 250;
    /** Items written at once. */
    private static final int ITEMS = 100;

    private final ItemStatistics statistics;
    private final Reports reports;
    private final ContentApi content;
    private final AssessmentSettings rules;
    private final StatisticsSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    ComputeStatistics(ItemStatistics statistics, Reports reports, ContentApi content, AssessmentSettings rules,
            StatisticsSettings settings, Transactions transactions, Clock clock) {
        this.statistics = statistics;
        this.reports = reports;
        this.content = content;
        this.rules = rules;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param goOn asked between batches; once false, the reckoning is given up and nothing of it is kept
     * @return whether it came to its end
     */
    public boolean handle(BooleanSupplier goOn) {
        // DATETIME columns hold microseconds: figures of this reckoning are not older than its own time.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transactions.run(() -> statistics.begin(now, statistics.tests()));
        Count count = new Count(content.current(), rules, settings.at(now), now);
        int done = 0;
        UUID last = null;
        for (boolean more = true; more;) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            UUID after = last;
            List<TestRun> tests = transactions.call(() -> statistics.testsAfter(after, BATCH));
            tests.forEach(count::add);
            more = tests.size() == BATCH;
            if (!tests.isEmpty()) {
                last = tests.getLast().id();
                done += tests.size();
                int read = done;
                transactions.run(() -> statistics.advance(read));
            }
        }
        keep(count.statistics(transactions.call(reports::openByItem)), now);
        LOG.info("Item statistics: {} answers of {} tests", count.answers(), done);
        return true;
    }

    private void keep(List<ItemStatistic> all, Instant now) {
        for (int from = 0; from < all.size(); from += ITEMS) {
            List<ItemStatistic> some = all.subList(from, Math.min(all.size(), from + ITEMS));
            transactions.run(() -> statistics.put(some, now));
        }
        transactions.run(() -> {
            statistics.removeBefore(now);
            statistics.finish(clock.instant());
        });
    }
}
