package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import java.util.Optional;

/** Validated launches whose browser kept no cookie. */
public interface Tickets {

    void add(OneUseSecret ticket, String launch, Instant expiresAt);

    /** Takes the ticket away: of all who try at once, exactly one gets the launch. Empty too when it has expired. */
    Optional<String> take(OneUseSecret ticket, Instant now);

    /** Removes what expired before the moment. @return how many */
    int purge(Instant before);
}
