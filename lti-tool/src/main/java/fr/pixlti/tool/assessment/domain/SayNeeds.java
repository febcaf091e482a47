package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person tells what they need; tests under way follow at once. */
@Component
public class SayNeeds {

    private final SaidNeeds said;
    private final Assessments assessments;
    private final Recall recall;
    private final Choosing choosing;
    private final ContentApi content;
    private final Transactions transactions;
    private final Clock clock;

    SayNeeds(SaidNeeds said, Assessments assessments, Recall recall, Choosing choosing, ContentApi content,
            Transactions transactions, Clock clock) {
        this.said = said;
        this.assessments = assessments;
        this.recall = recall;
        this.choosing = choosing;
        this.content = content;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the person told last. */
    public Needs of(PersonId person) {
        return transactions.call(() -> said.of(person));
    }

    /** Keeps what they need. A question before them that does not suit gives way to another, unanswered. */
    public void handle(PersonId person, Needs needs) {
        transactions.run(() -> {
            said.keep(person, needs);
            assessments.lockStarted(person).stream().filter(test -> !test.needs().equals(needs))
                    .forEach(test -> assessments.askInstead(test, suited(test, needs)));
        });
    }

    private Assessment suited(Assessment test, Needs needs) {
        Assessment same = test.suiting(needs, test.currentItem(), test.currentSince());
        ContentRelease release = content.release(test.release());
        if (test.currentItem() == null || offers(release.items().get(test.currentItem()), needs)) {
            return same;
        }
        Item other = choosing.instead(recall.running(same, release), release).next();
        return other == null ? same : test.suiting(needs, other.id(), other.announced() ? null : clock.instant());
    }

    private static boolean offers(@Nullable Item item, Needs needs) {
        return item == null || item.offers(needs);
    }
}
