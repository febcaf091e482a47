package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider.Preview;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Transactions;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Shows a teacher what an activity is before it is chosen. */
@Component
public class ShowPreview {

    private final Activities activities;
    private final Transactions transactions;

    ShowPreview(Activities activities, Transactions transactions) {
        this.activities = activities;
        this.transactions = transactions;
    }

    /** @throws DomainError {@code lti.activity-unknown} when nothing offers the target */
    public Preview handle(String target, Locale locale) {
        return transactions.call(() -> Target.parse(target)
                .flatMap(wanted -> activities.providing(wanted).map(provider -> provider.preview(wanted, locale)))
                .orElseThrow(() -> DomainError.notFound("lti.activity-unknown")));
    }
}
