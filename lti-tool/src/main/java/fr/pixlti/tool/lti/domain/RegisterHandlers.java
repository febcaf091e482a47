package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.domain.NoticeHandlers.Offer;
import fr.pixlti.tool.shared.ToolSettings;
import fr.pixlti.tool.shared.Transactions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells platforms where they may send notices (PNS 1.0 §3.2), one type after the other, until they take it. */
@Component
public class RegisterHandlers implements Runnable {

    private static final int MOST = 20;
    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final Duration LONGEST_RETRY = Duration.ofDays(1);

    private final NoticeHandlers handlers;
    private final NoticeHandlers.Service service;
    private final Registrations registrations;
    private final Transactions transactions;
    private final URI handler;
    private final Clock clock;

    RegisterHandlers(NoticeHandlers handlers, NoticeHandlers.Service service, Registrations registrations,
            Transactions transactions, ToolSettings tool, Clock clock) {
        this.handlers = handlers;
        this.service = service;
        this.registrations = registrations;
        this.transactions = transactions;
        this.handler = URI.create(tool.url("/lti/notices"));
        this.clock = clock;
    }

    @Override
    public void run() {
        for (Offer offer : transactions.call(() -> handlers.due(clock.instant(), MOST))) {
            Optional<Platform> platform = registrations.byId(offer.platformId()).filter(Platform::approved);
            boolean taken = platform.isPresent() && offer.types().stream()
                    .allMatch(type -> service.register(platform.get(), offer.serviceUrl(), type, handler));
            Instant now = clock.instant();
            transactions.run(() -> handlers.tried(offer, taken ? null : retry(offer, now), now));
        }
    }

    private static @Nullable Instant retry(Offer offer, Instant now) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(offer.failures(), 10));
        return now.plus(wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait);
    }
}
