package fr.pixlti.tool.shell.domain;

import java.io.ByteArrayOutputStream;
import java.time.Clock;

/** An authenticator application: a secret typed in, a code for the time. */
public record Authenticator(byte[] secret, Clock clock) {

    /** @param text base32 as the page shows it */
    public static Authenticator of(String text, Clock clock) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char each : text.replace(" ", "").toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
            }
        }
        return new Authenticator(bytes.toByteArray(), clock);
    }

    public String code() {
        return Totp.code(secret, Totp.step(clock.instant()), Totp.DIGITS);
    }
}
