package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The tool's own keys, as stored. */
public interface ToolKeys {

    List<ToolKey> all();

    /** Adds the key unless one with its id or its generation is there already. @return whether it was added */
    boolean addUnlessThere(ToolKey key);

    /** Publishes the keys older than a generation no longer than until then. */
    void retireBefore(int generation, Instant at);

    /** Ends the publication of a key that is published now. @return false when it is not */
    boolean retireNow(UUID id, String by, Instant now);

    /** Lets a key sign now that was to sign later. @return false when it does already */
    boolean activateNow(UUID id, Instant now);
}
