package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import java.util.Optional;

/** Logins under way. */
public interface Logins {

    void add(Login login);

    /** Takes the login away: of all who try at once, on any node, exactly one gets it. */
    Optional<Login> take(OneUseSecret state);

    /** Removes what expired before the moment. @return how many */
    int purge(Instant before);
}
