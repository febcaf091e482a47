package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the tool's own RSA keys, as stored.
 *
 * @param publicJwk JSON with kid, alg and use
 * @param encryptedPrivateKey 12 bytes of nonce, then AES-256-GCM of the PKCS #8 key
 * @param activeFrom signs from then on; published before
 * @param retiredAt published until then
 * @param generation keys follow one another, the first is 1
 * @param madeBy the operator who asked for it; absent: the schedule
 * @param retiredBy the operator who retired it at once; absent: its time was over
 */
public record ToolKey(UUID id, String publicJwk, byte[] encryptedPrivateKey, Instant createdAt, Instant activeFrom,
        @Nullable Instant retiredAt, int generation, @Nullable String madeBy, @Nullable String retiredBy) {

    ToolKey activeFrom(Instant at) {
        return new ToolKey(id, publicJwk, encryptedPrivateKey, createdAt, at, retiredAt, generation, madeBy, retiredBy);
    }

    /** One that was retired at once is over, whatever this node's clock says. */
    boolean published(Instant now) {
        return retiredBy == null && (retiredAt == null || retiredAt.isAfter(now));
    }

    boolean signs(Instant now) {
        return published(now) && !activeFrom.isAfter(now);
    }
}
