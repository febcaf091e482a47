package fr.pixlti.tool.assessment.domain.profile;

import fr.pixlti.tool.shared.HomeCard;
import fr.pixlti.tool.shared.HomeCard.Card;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What every room shows of itself to a person. */
@Component
public class ReadCards {

    private static final int PAGE = 20;
    /** Nobody leafs further; each page reads those before it as well. */
    public static final int LAST_PAGE = 50;

    private final ObjectProvider<HomeCard> rooms;
    private final Transactions transactions;

    ReadCards(ObjectProvider<HomeCard> rooms, Transactions transactions) {
        this.rooms = rooms;
        this.transactions = transactions;
    }

    /** What waits: what was begun, then what else there is to do, each the newest first. */
    public List<Card> waiting(PersonId person, Locale locale) {
        return transactions.call(() -> rooms.orderedStream().flatMap(room -> room.waiting(person, locale).stream())
                .sorted(Comparator.comparing(Card::kind).thenComparing(Card::at, Comparator.reverseOrder())).toList());
    }

    /** The newest of what was done. @param most at least 1 */
    public List<Card> recent(PersonId person, Locale locale, int most) {
        return transactions.call(() -> done(person, locale, most).limit(most).toList());
    }

    /** One page of what was done. @param number 0 to {@link #LAST_PAGE} */
    public Page history(PersonId person, Locale locale, int number) {
        int before = number * PAGE;
        List<Card> found = transactions
                .call(() -> done(person, locale, before + PAGE + 1).skip(before).limit(PAGE + 1).toList());
        return new Page(found.stream().limit(PAGE).toList(), number, found.size() > PAGE && number < LAST_PAGE);
    }

    /** What concerns one competence: what waits, and the newest of what was done. */
    public List<Card> about(PersonId person, String competence, Locale locale) {
        return transactions.call(() -> Stream
                .concat(waiting(person, locale).stream(), done(person, locale, PAGE))
                .filter(card -> competence.equals(card.competence())).limit(3).toList());
    }

    private Stream<Card> done(PersonId person, Locale locale, int most) {
        return rooms.orderedStream().flatMap(room -> room.history(person, locale, most).stream())
                .sorted(Comparator.comparing(Card::at, Comparator.reverseOrder()));
    }

    /** @param more whether there is a page after it */
    public record Page(List<Card> cards, int number, boolean more) {}
}
