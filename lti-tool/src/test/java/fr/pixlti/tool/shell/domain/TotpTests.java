package fr.pixlti.tool.shell.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924",
        "2000000000, 69279037", "20000000000, 65353130"})
    void the_vectors_of_rfc_6238_appendix_b(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "5, 254676", "6, 287922",
        "7, 162583", "8, 399871", "9, 520489"})
    void the_vectors_of_rfc_4226_appendix_d(long counter, String code) {
        assertThat(Totp.code(SECRET, counter, 6)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void the_vectors_of_rfc_4648_section_10_without_padding(String text, String encoded) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    @Test
    void a_code_is_good_one_step_before_and_after_its_own() {
        Instant now = Instant.ofEpochSecond(1_000_000_020);
        long step = Totp.step(now);
        for (long off = -1; off <= 1; off++) {
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + off, 6), now)).hasValue(step + off);
        }
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step - 2, 6), now)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + 2, 6), now)).isEmpty();
        assertThat(Totp.stepOf(SECRET, "", now)).isEmpty();
    }

    @Test
    void secrets_have_160_bits_and_are_not_alike() {
        assertThat(Totp.newSecret()).hasSize(20).isNotEqualTo(Totp.newSecret());
        assertThat(Totp.address(SECRET, "Léa M", "pix.example")).isEqualTo(
                "otpauth://totp/Pix%20LTI%20pix.example:L%C3%A9a%20M?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Pix%20LTI%20pix.example");
    }
}
