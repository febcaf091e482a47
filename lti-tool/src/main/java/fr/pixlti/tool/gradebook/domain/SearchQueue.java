package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.gradebook.domain.PassbackQueue.Filter;
import fr.pixlti.tool.gradebook.domain.PassbackQueue.Queued;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.Transactions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of the scores that the tool owes, for operators. */
@Component
public class SearchQueue {

    private static final int PAGE = 50;

    private final PassbackQueue queue;
    private final Transactions transactions;

    SearchQueue(PassbackQueue queue, Transactions transactions) {
        this.queue = queue;
        this.transactions = transactions;
    }

    /**
     * @param next the score before which the next page begins, absent on the last one
     * @param counts how many are in each state but SENT, whatever the filter
     * @param platforms to choose from
     */
    public record Found(List<Queued> scores, @Nullable UUID next, Map<State, Integer> counts,
            Map<UUID, String> platforms) {}

    public Found handle(CurrentOperator operator, Filter filter, @Nullable UUID before) {
        operator.require(Role.OPERATOR);
        return transactions.call(() -> {
            List<Queued> found = queue.page(filter, before, PAGE + 1);
            boolean more = found.size() > PAGE;
            List<Queued> shown = more ? found.subList(0, PAGE) : found;
            return new Found(shown, more ? shown.getLast().id() : null, queue.counts(), queue.platforms());
        });
    }

    /** How many scores platforms refuse. */
    public int refused() {
        return transactions.call(queue::counts).getOrDefault(State.REFUSED, 0);
    }
}
