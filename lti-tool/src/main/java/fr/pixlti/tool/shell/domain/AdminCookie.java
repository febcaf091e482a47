package fr.pixlti.tool.shell.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The browser's half of a console session: 16 bytes that find it and 32 random bytes that prove it, base64url. */
public record AdminCookie(UUID sessionId, byte[] secret) {

    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static AdminCookie of(UUID sessionId) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new AdminCookie(sessionId, secret);
    }

    /** Reads a cookie's value; empty when it has another form. */
    public static Optional<AdminCookie> parse(String value) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + SECRET_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID id = new UUID(buffer.getLong(), buffer.getLong());
        byte[] secret = new byte[SECRET_BYTES];
        buffer.get(secret);
        return Optional.of(new AdminCookie(id, secret));
    }

    public String value() {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + SECRET_BYTES).putLong(sessionId.getMostSignificantBits())
                .putLong(sessionId.getLeastSignificantBits()).put(secret).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] hash() {
        return sha256(secret);
    }

    /** Whether this is the cookie of the session; takes the same time whatever the answer. */
    boolean proves(byte[] secretHash) {
        return MessageDigest.isEqual(hash(), secretHash);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
