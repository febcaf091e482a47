package fr.pixlti.tool.lti.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.lti.domain.NoticeHandlers.Offer;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sees in launches that a platform sends notices (PNS 1.0 §3.1); one statement for what this node has not seen. */
@Component
class NoticeOffers {

    private static final String SERVICE = "https://purl.imsglobal.org/spec/lti/claim/platformnotificationservice";
    private static final List<String> HANDLED = List.of(Notices.Notice.CONTEXT_COPY, Notices.Notice.HELLO);
    private static final int LONGEST_URL = 1_000;

    private final Cache<UUID, Offer> seen = Caffeine.newBuilder().maximumSize(20_000).build();
    private final NoticeHandlers handlers;
    private final Transactions transactions;
    private final Clock clock;

    NoticeOffers(NoticeHandlers handlers, Transactions transactions, Clock clock) {
        this.handlers = handlers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Passes over what has an unexpected form and deployments that wait for the operator. */
    void seen(VerifyIdToken.Verified verified, String deploymentId) {
        Deployment deployment = verified.registration().deployments().get(deploymentId);
        if (deployment == null || !deployment.approved()
                || !(verified.claims().getClaim(SERVICE) instanceof Map<?, ?> service)
                || !(service.get("platform_notification_service_url") instanceof String url)
                || url.length() > LONGEST_URL || !(service.get("notice_types_supported") instanceof List<?> types)) {
            return;
        }
        List<String> wanted = HANDLED.stream().filter(types::contains).toList();
        Offer offer = new Offer(deployment.id(), verified.registration().platform().id(), url, wanted, 0);
        if (!wanted.isEmpty() && !offer.equals(seen.getIfPresent(deployment.id()))) {
            transactions.run(() -> handlers.offered(offer, clock.instant()));
            seen.put(deployment.id(), offer);
        }
    }
}
