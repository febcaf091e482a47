package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to register one platform.
 *
 * @param school whose platform it is, as the operator knows it
 * @param allowPrivateAddresses for platforms in a private network, or without https: tests and intranets
 * @param createdBy name of the operator
 * @param platform name of the platform that used it, absent when none has
 */
public record Invitation(UUID id, String school, boolean allowPrivateAddresses, String createdBy, Instant createdAt,
        Instant expiresAt, @Nullable Instant revokedAt, @Nullable UUID platformId, @Nullable String platform) {

    /** OPEN: may be used; the others may not. */
    public enum State {
        OPEN, USED, REVOKED, EXPIRED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state(Instant now) {
        if (platformId != null) {
            return State.USED;
        }
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt.isAfter(now) ? State.OPEN : State.EXPIRED;
    }
}
