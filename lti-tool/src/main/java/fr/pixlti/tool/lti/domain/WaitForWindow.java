package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.domain.StorageProofs.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a validated launch whose browser kept no cookie, until a ticket fetches it (ADR 0003). In the caller's transaction. */
@Component
class WaitForWindow {

    private static final Duration TICKET_LIFETIME = Duration.ofMinutes(2);
    /** Time to choose; longer, and the page of the course is rarely still open. */
    private static final Duration RETURN_LIFETIME = Duration.ofHours(1);

    private final Tickets tickets;
    private final ContentReturns returns;
    private final StorageProofs proofs;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    WaitForWindow(Tickets tickets, ContentReturns returns, StorageProofs proofs, Clock clock) {
        this.tickets = tickets;
        this.returns = returns;
        this.proofs = proofs;
        this.clock = clock;
    }

    /**
     * @param storageTarget where the platform keeps a proof, absent where it keeps none
     * @param proofNeeded whether the ticket is good only together with that proof
     */
    LaunchAnswer.ToNewWindow keep(OneUseSecret state, Launch launch, Platform platform, @Nullable String storageTarget,
            boolean proofNeeded) {
        Instant now = clock.instant();
        OneUseSecret ticket = OneUseSecret.mint(state.id());
        tickets.add(proofNeeded ? ticket.with(proofs.of(state)) : ticket, json.writeValueAsString(launch),
                now.plus(TICKET_LIFETIME));
        OneUseSecret waiting = null;
        if (launch.message() instanceof Launch.ContentRequest) {
            waiting = OneUseSecret.mint(state.id());
            returns.add(waiting, platform.id(), now.plus(RETURN_LIFETIME));
        }
        return new LaunchAnswer.ToNewWindow(ticket, platform,
                storageTarget == null ? null : Storage.of(storageTarget, platform, state), proofNeeded, waiting);
    }

    /** Takes the launch. @param inFrame whether it opens in the frame after all, which then waits for nothing */
    Optional<Launch> take(OneUseSecret ticket, boolean inFrame) {
        Optional<Launch> launch = tickets.take(ticket, clock.instant())
                .map(text -> json.readValue(text, Launch.class));
        if (inFrame && launch.isPresent() && launch.get().message() instanceof Launch.ContentRequest) {
            returns.forget(ticket.id());
        }
        return launch;
    }
}
