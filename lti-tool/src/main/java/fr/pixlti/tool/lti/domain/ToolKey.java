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
 */
public record ToolKey(UUID id, String publicJwk, byte[] encryptedPrivateKey, Instant createdAt, Instant activeFrom,
        @Nullable Instant retiredAt) {

    boolean published(Instant now) {
        return retiredAt == null || retiredAt.isAfter(now);
    }

    boolean signs(Instant now) {
        return published(now) && !activeFrom.isAfter(now);
    }
}
