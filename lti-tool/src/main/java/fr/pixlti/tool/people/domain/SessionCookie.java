package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.shared.PersonId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The browser's half of a session: 16 bytes that find it and 32 random bytes that prove it, base64url.
 *
 * <p>A session is named in the address by a key made of the person, so that two people who share a browser, each in
 * their own tab, never meet in one cookie; the key is no secret. See ADR 0001.
 */
public record SessionCookie(UUID sessionId, byte[] secret) {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static SessionCookie of(UUID sessionId) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new SessionCookie(sessionId, secret);
    }

    /** Reads a cookie's value; empty when it has another form. */
    public static Optional<SessionCookie> parse(String value) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != 16 + SECRET_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID id = new UUID(buffer.getLong(), buffer.getLong());
        byte[] secret = new byte[SECRET_BYTES];
        buffer.get(secret);
        return Optional.of(new SessionCookie(id, secret));
    }

    public String value() {
        byte[] bytes = ByteBuffer.allocate(16 + SECRET_BYTES).putLong(sessionId.getMostSignificantBits())
                .putLong(sessionId.getLeastSignificantBits()).put(secret).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public byte[] hash() {
        return sha256(secret);
    }

    /** Whether this is the cookie of the session; takes the same time whatever the answer. */
    public boolean proves(byte[] secretHash) {
        return MessageDigest.isEqual(hash(), secretHash);
    }

    /** The key of a person's sessions in addresses: ten hexadecimal digits. */
    public static String key(PersonId person) {
        byte[] hash = sha256(("session-key:" + person).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(hash, 0, 5);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
