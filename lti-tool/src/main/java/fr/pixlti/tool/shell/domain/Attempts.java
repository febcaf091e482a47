package fr.pixlti.tool.shell.domain;

import java.time.Instant;

/** How often something was tried lately. Everything is called inside a transaction. */
public interface Attempts {

    /**
     * Counts one more attempt.
     *
     * @param until when the count ends, if it begins now
     * @return how many there are, this one included
     */
    int count(byte[] countedFor, Instant now, Instant until);

    void forget(byte[] countedFor);

    /** Removes what no longer counts. @return how many */
    int purge(Instant now);
}
