package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Deep linking requests on their way to a response. */
public interface Dialogues {

    void add(Dialogue dialogue, Instant now);

    Optional<Dialogue> find(UUID id);

    /** Uses the dialogue up. @return whether it was unused: of all who try at once, exactly one is told so */
    boolean answer(UUID id, Instant now);

    /** Removes what expired before the moment. @return how many */
    int purge(Instant before);
}
