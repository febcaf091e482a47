package fr.pixlti.tool.content.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.pixlti.tool.testing.TestPack;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What a ZIP from outside may be, and what is done with the others. */
@NullMarked
class UnpackingTests {

    private static final ReleaseSettings LIMITS = new ReleaseSettings(Duration.ofSeconds(10), Duration.ofDays(1),
            DataSize.ofMegabytes(10), DataSize.ofMegabytes(4), 20);

    @Test
    void a_good_zip_is_unpacked_without_what_systems_add() {
        byte[] zip = TestPack.of("extra").with("crcn/1.1/files/a.txt", "a").with("__MACOSX/crcn/._x", "x")
                .with("crcn/.DS_Store", "x").with("crcn/1.1/", "").zip();
        assertThat(Unpacking.of(zip, LIMITS)).containsOnlyKeys("crcn/1.1/extra.yaml", "crcn/1.1/files/a.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../crcn/1.1/a.yaml", "crcn/../../a.yaml", "/etc/passwd", "crcn//a.yaml", "./a.yaml",
        "..\\a.yaml", "C:/a.yaml", "crcn/a\u0000.yaml", "..", "crcn/.."})
    void names_that_lead_elsewhere_are_refused(String name) {
        assertThat(faults(TestPack.of("extra").with(name, "x").zip())).singleElement().asString()
                .contains("leads elsewhere");
    }

    @Test
    void a_link_is_refused() {
        byte[] zip = new TestPack().with("crcn/1.1/files/link.txt", "/etc/passwd").zip();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < zip.length - 46; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.put(at + 5, (byte) 3);
                bytes.putInt(at + 38, 0120777 << 16);
            }
        }
        assertThat(faults(zip)).containsExactly("crcn/1.1/files/link.txt:1: this is a link, not a file");
    }

    @Test
    void what_is_no_zip_or_a_damaged_one_is_told() {
        assertThat(faults("topic: x".getBytes(StandardCharsets.UTF_8))).singleElement().asString()
                .startsWith("ZIP:1: this is not a ZIP file");
        assertThat(faults(new byte[0])).hasSize(1);
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        byte[] cut = new TestPack().with("crcn/1.1/files/a.txt", noise).zip();
        assertThat(faults(java.util.Arrays.copyOf(cut, 3_000))).hasSize(1);
    }

    @Test
    void a_bomb_is_given_up_early() {
        byte[] zip = new TestPack().with("crcn/1.1/files/a.txt", new byte[3 << 20]).zip();
        assertThat(zip.length).isLessThan(10_000);
        assertThat(faults(zip)).singleElement().asString().contains("100 times its own size");
    }

    @Test
    void too_large_and_too_many_are_given_up() {
        byte[] noise = new byte[3 << 20];
        new Random(1).nextBytes(noise);
        TestPack large = new TestPack().with("a.txt", noise).with("b.txt", noise);
        assertThat(faults(large.zip())).singleElement().asString().contains("more than 4 MB");
        TestPack many = new TestPack();
        for (int i = 0; i < 21; i++) {
            many.with("crcn/1.1/files/" + i + ".txt", "x");
        }
        assertThat(faults(many.zip())).containsExactly("ZIP:1: the ZIP has more than 20 files");
    }

    private static List<String> faults(byte[] zip) {
        FaultyContent refused = catchThrowableOfType(FaultyContent.class, () -> Unpacking.of(zip, LIMITS));
        return refused.faults().stream().map(Fault::toString).toList();
    }
}
