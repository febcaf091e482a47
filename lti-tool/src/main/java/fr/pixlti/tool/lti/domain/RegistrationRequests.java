package fr.pixlti.tool.lti.domain;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests to register, each honoured once: of several that come at the same moment, on whatever nodes, one begins. Unique
 * keys see to that.
 */
public interface RegistrationRequests {

    /**
     * Begins, unless the same request or another with the same invitation began before.
     *
     * @param requestHash SHA-256 of everything that makes the request what it is
     * @param invitation absent for hosts that need none
     * @return whether it is for the caller to go on
     */
    boolean begin(UUID id, byte[] requestHash, @Nullable UUID invitation);

    /** The request that stands in the way of this one. */
    Optional<Earlier> earlier(byte[] requestHash, @Nullable UUID invitation);

    /** It led to this platform. */
    void finish(UUID id, UUID platformId);

    /** It failed, and may be tried again. */
    void abandon(UUID id);

    /**
     * @param same whether it is the same request, not just the same invitation
     * @param platformId absent while under way
     */
    record Earlier(boolean same, @Nullable UUID platformId) {}
}
