package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.lti.spi.ActivityProvider.Offer;
import fr.pixlti.tool.lti.spi.ActivityProvider.Opening;
import fr.pixlti.tool.shared.Transactions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what a teacher picked for a link and opens it. Of two teachers at once the first decides, for both. */
@Component
public class PickActivity {

    /** Where what is made of a link outside a course belongs: to nobody's course. */
    private static final UUID NO_COURSE = new UUID(0, 0);

    private final ResourceLinks links;
    private final Activities activities;
    private final Transactions transactions;

    PickActivity(ResourceLinks links, Activities activities, Transactions transactions) {
        this.links = links;
        this.activities = activities;
        this.transactions = transactions;
    }

    /**
     * @param grant proves that an instructor launched this link into this session
     * @param picked one target, or several for one activity of all of them
     * @return path inside the tool, without the session's prefix; empty when nothing offers what was picked
     */
    public Optional<String> handle(PickGrant grant, List<Target> picked, Locale locale) {
        return transactions.call(() -> {
            ResourceLink before = links.find(grant.linkId()).orElseThrow();
            Optional<Target> wanted = before.picked().or(() -> target(picked, before, grant, locale));
            if (wanted.isEmpty()) {
                return Optional.empty();
            }
            ResourceLink link = links.pick(grant.linkId(), wanted.get()).orElseThrow();
            Target target = link.picked().orElseThrow();
            return activities.providing(target).map(provider -> open(provider, target, link, grant));
        });
    }

    private Optional<Target> target(List<Target> picked, ResourceLink link, PickGrant grant, Locale locale) {
        if (picked.size() == 1) {
            Target one = picked.getFirst();
            return activities.providing(one).map(provider -> provider.chosen(one,
                    link.title() == null ? provider.offer(one, locale).title() : link.title(), course(grant),
                    grant.person(), locale));
        }
        return activities.offerTogether(picked, locale).map(Offer::title)
                .flatMap(proposed -> activities.makeTogether(picked, link.title() == null ? proposed : link.title(),
                        course(grant), locale));
    }

    private static UUID course(PickGrant grant) {
        return grant.courseId() == null ? NO_COURSE : grant.courseId();
    }

    /** Opens what was picked for the link already; empty when nothing was. */
    public Optional<String> openPicked(PickGrant grant) {
        return transactions.call(() -> {
            ResourceLink link = links.find(grant.linkId()).orElseThrow();
            return link.picked().flatMap(target -> activities.providing(target)
                    .map(provider -> open(provider, target, link, grant)));
        });
    }

    private static String open(ActivityProvider provider, Target target, ResourceLink link, PickGrant grant) {
        return provider.open(new Opening(target, link.id(), link.title(), grant.person(), LtiRole.INSTRUCTOR,
                grant.courseId()));
    }
}
