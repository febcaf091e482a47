package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Frames of a platform that wait for what a teacher chooses in a window of its own (ADR 0003). */
public interface ContentReturns {

    /** @param secret only the frame's page holds it; its id is the login's */
    void add(OneUseSecret secret, UUID platformId, Instant expiresAt);

    /** The window opened its dialogue. Does nothing for a login for which no frame waits. */
    void opened(UUID loginId, UUID dialogueId);

    /** The dialogue opened in the frame itself after all: nothing is waited for. */
    void forget(UUID loginId);

    /**
     * Keeps what was chosen for the frame.
     *
     * @param until when the frame must have taken it
     * @return whether a frame waits for this dialogue
     */
    boolean chosen(UUID dialogueId, List<ContentItem> items, Instant now, Instant until);

    /** What the secret is waiting for; empty for one that is wrong, expired or used. */
    Optional<Waiting> find(OneUseSecret secret, Instant now);

    /** Takes what was chosen: of all who try at once, exactly one gets it. Empty too as long as nothing was chosen. */
    Optional<Chosen> take(OneUseSecret secret, Instant now);

    /** Removes what expired before the moment. @return how many */
    int purge(Instant before);

    record Waiting(UUID platformId, boolean ready) {}

    record Chosen(UUID dialogueId, List<ContentItem> items) {

        public Chosen {
            items = List.copyOf(items);
        }
    }
}
