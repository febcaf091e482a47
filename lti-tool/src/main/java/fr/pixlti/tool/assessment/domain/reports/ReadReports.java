package fr.pixlti.tool.assessment.domain.reports;

import fr.pixlti.tool.assessment.domain.reports.Reports.Filter;
import fr.pixlti.tool.assessment.domain.reports.Reports.Reported;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Transactions;
import java.util.List;
import org.springframework.stereotype.Component;

/** An operator reads what learners reported. */
@Component
public class ReadReports {

    /** Items on a page. */
    public static final int PAGE = 50;

    private final Reports reports;
    private final Transactions transactions;

    ReadReports(Reports reports, Transactions transactions) {
        this.reports = reports;
        this.transactions = transactions;
    }

    /**
     * @param items at most {@link #PAGE}, most reported first
     * @param more whether there is a next page
     */
    public record Page(List<Reported> items, boolean more) {}

    /** @param page from 0 */
    public Page items(CurrentOperator operator, Filter filter, int page) {
        operator.require(Role.OPERATOR);
        List<Reported> found = transactions.call(() -> reports.items(filter, page * PAGE, PAGE + 1));
        return new Page(found.subList(0, Math.min(PAGE, found.size())), found.size() > PAGE);
    }

    /**
     * Every report of an item.
     *
     * @throws DomainError {@code assessment.not-reported} when there is none
     */
    public List<Report> of(CurrentOperator operator, String item) {
        operator.require(Role.OPERATOR);
        List<Report> found = transactions.call(() -> reports.of(item));
        if (found.isEmpty()) {
            throw DomainError.notFound("assessment.not-reported");
        }
        return found;
    }

    /** How many reports are open. */
    public long open() {
        return transactions.call(reports::open);
    }
}
