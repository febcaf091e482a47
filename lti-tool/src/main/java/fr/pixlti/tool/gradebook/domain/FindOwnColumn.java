package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.LineItem;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.ServiceOutcome.Done;
import fr.pixlti.tool.lti.ServiceOutcome.Later;
import fr.pixlti.tool.lti.ServiceOutcome.Never;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Finds a link's own line item where no launch names it: Moodle leaves it out as soon as the link has a second one, which a
 * copied course may have before its first launch. It is the link's one with the tag that deep linking gave it, or else the
 * one that has neither tag nor resource id.
 */
@Component
class FindOwnColumn {

    /** Deep linking gives it to the link's line item. */
    private static final String TAG = "score";

    private final LtiApi lti;
    private final PutOff putOff;
    private final GradebookSettings settings;
    private final Clock clock;

    FindOwnColumn(LtiApi lti, PutOff putOff, GradebookSettings settings, Clock clock) {
        this.lti = lti;
        this.putOff = putOff;
        this.settings = settings;
        this.clock = clock;
    }

    /** How the platform is doing after that. The score waits either for its column or for nothing any more. */
    Pace handle(OwedScore score, Link link, Pace pace) {
        return switch (lti.lineItems(link, null)) {
            case Done<List<LineItem>>(List<LineItem> found) -> {
                Optional<LineItem> own = own(found);
                own.ifPresentOrElse(item -> lti.coupleLineItem(link.id(), item.url()),
                        () -> putOff.handle(score, Reasons.NO_LINE_ITEM));
                yield Pace.WELL;
            }
            case Later<List<LineItem>>(var reason, var detail, var wish, var done) -> {
                putOff.handle(score, reason);
                yield pace.after(reason, wish, clock.instant(), settings, RandomGenerator.getDefault());
            }
            case Never<List<LineItem>> never -> {
                putOff.handle(score, Reasons.NO_LINE_ITEM);
                yield pace;
            }
        };
    }

    private static Optional<LineItem> own(List<LineItem> found) {
        return found.stream().filter(item -> item.tag().equals(TAG)).findFirst()
                .or(() -> found.stream().filter(item -> item.tag().isEmpty() && item.resourceId().isEmpty())
                        .findFirst());
    }
}
