package fr.pixlti.tool.lti.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A secret that a browser carries and that is good for one use: the {@code state} of a login, the ticket of a launch
 * without a cookie. It names its row and proves itself by 192 random bits, of which the database keeps only a hash.
 *
 * @param id the row; for state and ticket alike the id of the login, so that a used one still leads to its session
 * @param text what the browser carries: base64url, 54 characters
 */
public record OneUseSecret(UUID id, String text) {

    private static final int RANDOM_BYTES = 24;
    private static final int BYTES = 16 + RANDOM_BYTES;
    private static final int LENGTH = 54;
    private static final int SHORT_NAME = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new secret for a row. */
    public static OneUseSecret mint(UUID id) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).put(random);
        return new OneUseSecret(id, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
    }

    /** Reads what a browser sent; empty when it has another form. */
    public static Optional<OneUseSecret> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return Optional.of(new OneUseSecret(new UUID(bytes.getLong(), bytes.getLong()), text));
        } catch (IllegalArgumentException e) {
            // Not base64url: not one of ours.
            return Optional.empty();
        }
    }

    /** The same secret, good only together with the proof. */
    OneUseSecret with(String proof) {
        return new OneUseSecret(id, text + proof);
    }

    /** SHA-256 of the text. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** A part of the random bits that tells secrets of one browser apart and gives nothing away of the rest. */
    public String shortName() {
        return text.substring(LENGTH - SHORT_NAME);
    }
}
