package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.lti.spi.ActivityProvider.Opening;
import fr.pixlti.tool.shared.Transactions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps what a teacher picked for a link and opens it. Of two teachers at once the first decides, for both. */
@Component
public class PickActivity {

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
     * @return path inside the tool, without the session's prefix; empty when nothing offers what was picked
     */
    public Optional<String> handle(PickGrant grant, String picked) {
        return transactions.call(() -> {
            Optional<Target> wanted = Target.parse(picked).filter(target -> activities.providing(target).isPresent());
            if (wanted.isEmpty()) {
                return Optional.empty();
            }
            ResourceLink link = links.pick(grant.linkId(), wanted.get()).orElseThrow();
            Target target = link.picked().orElseThrow();
            return activities.providing(target).map(provider -> open(provider, target, link, grant));
        });
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
