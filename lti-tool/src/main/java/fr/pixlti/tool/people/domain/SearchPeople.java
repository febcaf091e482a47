package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.people.domain.KnownPeople.Found;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.Transactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An operator looks for a person. */
@Component
public class SearchPeople {

    private static final int PAGE = 50;

    private final KnownPeople known;
    private final Transactions transactions;

    SearchPeople(KnownPeople known, Transactions transactions) {
        this.known = known;
        this.transactions = transactions;
    }

    /**
     * @param text beginning of a name, or a platform's id; blank: nobody, as nobody should leaf through everybody
     * @param before the person after whom the page begins, absent for the first page
     */
    public Page handle(CurrentOperator operator, String text, @Nullable UUID before) {
        operator.require(Role.OPERATOR);
        String sought = text.strip();
        if (sought.isEmpty()) {
            return new Page(List.of(), null);
        }
        List<Found> found = transactions.call(() -> known.search(sought, before, PAGE + 1));
        boolean more = found.size() > PAGE;
        List<Found> shown = more ? found.subList(0, PAGE) : found;
        return new Page(shown, more ? shown.getLast().id().value() : null);
    }

    /** @param next the person after whom the next page begins, absent on the last one */
    public record Page(List<Found> people, @Nullable UUID next) {}
}
