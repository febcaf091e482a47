package fr.pixlti.tool.shell.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.miachm.sods.OfficePercentage;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import fr.pixlti.tool.shared.Cell;
import fr.pixlti.tool.shared.DomainError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class OdsTableTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant LATE = Instant.parse("2026-11-20T23:05:00Z");
    private static final List<String> HEADER = List.of("Élève", "Nombre", "Décimal", "Taux", "Jour", "Moment", "Envoyé",
            "Vide");

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @Test
    void every_cell_has_its_type() throws IOException {
        OdsTable table = table("Résultats", 10);
        table.row(List.of(Cell.text("Zoé <& co>"), Cell.number(-3), Cell.number(0.475, 2), Cell.percent(48),
                Cell.day(LATE), Cell.moment(LATE), Cell.flag(true), Cell.EMPTY));
        table.finish();
        Sheet sheet = read();
        assertThat(sheet.getName()).isEqualTo("Résultats");
        assertThat(sheet.getMaxRows()).isEqualTo(2);
        assertThat(sheet.getRange(0, 0).getValue()).isEqualTo("Élève");
        assertThat(sheet.getRange(1, 0).getValue()).isEqualTo("Zoé <& co>");
        assertThat(sheet.getRange(1, 1).getValue()).isEqualTo(-3.0);
        assertThat(sheet.getRange(1, 2).getValue()).isEqualTo(0.48);
        assertThat(sheet.getRange(1, 3).getValue()).isEqualTo(new OfficePercentage(0.48));
        assertThat(sheet.getRange(1, 4).getValue()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(sheet.getRange(1, 5).getValue()).isEqualTo(LocalDateTime.of(2026, 11, 21, 0, 5));
        assertThat(sheet.getRange(1, 6).getValue()).isEqualTo("Oui");
        assertThat(sheet.getRange(1, 7).getValue()).isNull();
    }

    @Test
    void texts_stay_texts() throws IOException {
        OdsTable table = table("Noms", 10);
        table.row(List.of(Cell.text("=1+1")));
        table.row(List.of(Cell.text("-3")));
        table.row(List.of(Cell.text("a\u0000\nb\uD800")));
        table.finish();
        Sheet sheet = read();
        assertThat(sheet.getRange(1, 0).getFormula()).isNull();
        assertThat(sheet.getRange(1, 0).getValue()).isEqualTo("=1+1");
        assertThat(sheet.getRange(2, 0).getValue()).isEqualTo("-3");
        assertThat(sheet.getRange(3, 0).getValue()).asString().isEqualTo("a  b ");
        assertThat(part("content.xml")).doesNotContain("table:formula");
    }

    @Test
    void the_header_is_bold_and_stays_in_view() throws IOException {
        table("Mon parcours [6e] : « l'essai »", 10).finish();
        Sheet sheet = read();
        assertThat(sheet.getName()).isEqualTo("Mon parcours  6e    « l essai »");
        assertThat(sheet.getRange(0, 0).getStyle().isBold()).isTrue();
        assertThat(part("settings.xml")).contains("config:name=\"" + sheet.getName() + "\"",
                "VerticalSplitPosition\" config:type=\"int\">1<");
        assertThat(part("META-INF/manifest.xml")).contains("settings.xml");
    }

    @Test
    void a_longer_table_is_refused_and_nothing_is_written() {
        OdsTable table = table("Longue", 2);
        List<Cell> row = List.of(Cell.number(1));
        table.row(row);
        table.row(row);
        assertThatExceptionOfType(DomainError.class).isThrownBy(() -> table.row(row)).satisfies(error -> {
            assertThat(error.code()).isEqualTo("shell.table-too-long");
            assertThat(error.args()).containsExactly(2);
        });
        assertThat(file.size()).isZero();
    }

    @Test
    void a_table_as_long_as_may_be_is_whole() throws IOException {
        OdsTable table = table("Grande", 5_000);
        for (int i = 0; i < 5_000; i++) {
            table.row(List.of(Cell.text("Élève " + i), Cell.number(i), Cell.percent(i % 101), Cell.EMPTY,
                    Cell.day(LATE), Cell.EMPTY, Cell.flag(i % 2 == 0), Cell.EMPTY));
        }
        table.finish();
        Sheet sheet = read();
        assertThat(sheet.getMaxRows()).isEqualTo(5_001);
        assertThat(sheet.getRange(5_000, 0).getValue()).isEqualTo("Élève 4999");
        assertThat(sheet.getRange(5_000, 1).getValue()).isEqualTo(4999.0);
    }

    private OdsTable table(String title, int rows) {
        return new OdsTable(file, new CellWords(Locale.FRENCH, PARIS, "Oui", "Non"), new FilesSettings(PARIS, rows),
                title, HEADER);
    }

    private Sheet read() throws IOException {
        return new SpreadSheet(new ByteArrayInputStream(file.toByteArray())).getSheet(0);
    }

    private String part(String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("The file has no " + name);
    }
}
