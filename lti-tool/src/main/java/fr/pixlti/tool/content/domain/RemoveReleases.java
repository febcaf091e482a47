package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.ReleaseUses;
import fr.pixlti.tool.content.domain.Releases.Kept;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Removes releases that no node uses and no test under way refers to, once the retention is over. */
@Component
class RemoveReleases {

    private static final Logger LOG = LoggerFactory.getLogger(RemoveReleases.class);

    private final Releases releases;
    private final ObjectProvider<ReleaseUses> uses;
    private final ReleaseSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    RemoveReleases(Releases releases, ObjectProvider<ReleaseUses> uses, ReleaseSettings settings,
            Transactions transactions, Clock clock) {
        this.releases = releases;
        this.uses = uses;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    void run() {
        // Nodes say once an hour what they use, whatever the retention.
        Instant before = clock.instant().minus(settings.keepReleases()).minusSeconds(2 * 3600);
        for (Kept release : transactions.call(releases::all)) {
            if (release.usedAt().isBefore(before) && !isInUse(release.id())
                    && transactions.call(() -> releases.remove(release.id(), before))) {
                LOG.info("Content {} is removed: last used {}", release.id(), release.usedAt());
            }
        }
    }

    private boolean isInUse(String id) {
        return transactions.call(() -> uses.stream().anyMatch(each -> each.underWay().containsKey(id)));
    }
}
