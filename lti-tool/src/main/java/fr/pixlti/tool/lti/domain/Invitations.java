package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invitations to register. */
public interface Invitations {

    /** @param secretHash SHA-256 of what the invited are given */
    void add(Invitation invitation, byte[] secretHash);

    /** The invitation that the secret opens, in whatever state. */
    Optional<Invitation> find(OneUseSecret secret);

    /** The youngest first, 200 at most. */
    List<Invitation> all();

    /** @return name of the school; empty when there is no such invitation, or it is used or revoked */
    Optional<String> revoke(UUID id, Instant now);
}
