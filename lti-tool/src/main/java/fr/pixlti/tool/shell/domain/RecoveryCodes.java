package fr.pixlti.tool.shell.domain;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Codes for one use each that stand in for a lost second factor: 80 random bits in 16 letters and digits, of which those
 * that look alike are left out. Random enough for a plain hash.
 */
final class RecoveryCodes {

    static final int COUNT = 10;
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    static List<String> make() {
        return IntStream.range(0, COUNT).mapToObj(i -> one()).toList();
    }

    /** Letters and digits only; a temporary password is made in the same way. */
    static String one() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Of the code however it was typed: dashes, spaces and small letters do not count. */
    static byte[] hash(String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return AdminCookie.sha256(("recovery:" + plain).getBytes(StandardCharsets.US_ASCII));
    }
}
