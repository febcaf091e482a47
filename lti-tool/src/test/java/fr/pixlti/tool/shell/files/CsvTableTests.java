package fr.pixlti.tool.shell.files;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.shared.Cell;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** Still the 20th in UTC, already the 21st in Paris. */
    private static final Instant LATE = Instant.parse("2026-11-20T23:05:00Z");

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @Test
    void opens_in_french_spreadsheets() {
        table(Locale.FRENCH, "Élève", "Note");
        assertThat(file.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFFÉlève;Note\r\n");
    }

    @Test
    void numbers_and_dates_are_written_as_a_french_reader_types_them() {
        assertThat(row(Locale.FRENCH, Cell.number(-3), Cell.number(0.475, 2), Cell.number(-1.5, 1), Cell.percent(48),
                Cell.day(LATE), Cell.moment(LATE), Cell.flag(true), Cell.flag(false), Cell.EMPTY, Cell.text("Zoé")))
                .isEqualTo("-3;0,48;-1,5;48%;21/11/2026;21/11/2026 00:05;Oui;Non;;Zoé");
    }

    @Test
    void and_in_english_as_every_spreadsheet_reads_them() {
        assertThat(row(Locale.ENGLISH, Cell.number(1234), Cell.number(0.5, 2), Cell.day(LATE), Cell.moment(LATE),
                Cell.flag(true))).isEqualTo("1234;0.50;2026-11-21;2026-11-21 00:05;Yes");
    }

    @Test
    void what_is_absent_is_an_empty_cell() {
        assertThat(row(Locale.FRENCH, Cell.text(null), Cell.text("  "), Cell.day(null), Cell.moment(null)))
                .isEqualTo(";;;");
    }

    @Test
    void separators_and_quotes_stay_inside_their_cell() {
        assertThat(row(Locale.FRENCH, Cell.text("a;b"), Cell.text("dit « \"non\" »"), Cell.text("c")))
                .isEqualTo("\"a;b\";\"dit « \"\"non\"\" »\";c");
    }

    @Test
    void a_text_of_several_lines_is_one_line() {
        assertThat(row(Locale.FRENCH, Cell.text("a\r\nb\u2028c\u0000d"), Cell.text("e"))).isEqualTo("a  b c d;e");
    }

    /** What the cell is typed, and what it becomes. The first ones are OWASP's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¤', ignoreLeadingAndTrailingWhitespace = false, value = {
        "=1+1|'=1+1", "+33 6|'+33 6", "-3|'-3", "@SUM(A1)|'@SUM(A1)", "=cmd#' /C calc'!A0|'=cmd#' /C calc'!A0",
        // hidden behind what spreadsheets skip
        " =1|' =1", "'=1|''=1", "« =1|'« =1", "\u00A0=1|'\u00A0=1", "\u200B=1|'\u200B=1", "\uFEFF=1|'\uFEFF=1",
        // written wide or small
        "＝1|'＝1", "＋1|'＋1", "－1|'－1", "＠a|'＠a", "﹦1|'﹦1", "−1|'−1",
        // a cell of its own where commas separate
        "Léa,=1|Léa,'=1", "Léa, +1,-2|Léa,' +1,'-2",
        // not formulas
        "Jean-Luc|Jean-Luc", "a=b|a=b", "lea@example.org|lea@example.org", "6e - B|6e - B", "-|-", "L'Hay|L'Hay"})
    void no_text_is_taken_for_a_formula(String typed, String cell) {
        assertThat(row(Locale.FRENCH, Cell.text(typed))).isEqualTo(cell);
    }

    @Test
    void a_quote_a_tab_or_a_new_line_hides_no_formula_either() {
        assertThat(row(Locale.FRENCH, Cell.text("\t=1"))).isEqualTo("' =1");
        assertThat(row(Locale.FRENCH, Cell.text("\r=1"))).isEqualTo("' =1");
        assertThat(row(Locale.FRENCH, Cell.text("\n=1"))).isEqualTo("' =1");
        assertThat(row(Locale.FRENCH, Cell.text("\"=1"))).isEqualTo("\"'\"\"=1\"");
        assertThat(row(Locale.FRENCH, Cell.text("a;=1"))).isEqualTo("\"a;'=1\"");
        assertThat(row(Locale.FRENCH, Cell.text("a|@b"))).isEqualTo("a|'@b");
    }

    @Test
    void a_header_is_no_formula_either() {
        table(Locale.FRENCH, "=1");
        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF'=1\r\n");
    }

    /** Rows go out while they come in: a reader that counts sees them, and the writer keeps no more than a buffer. */
    @Test
    void rows_do_not_wait_for_the_end() {
        long[] gone = new long[1];
        CsvTable table = new CsvTable(new OutputStream() {

            @Override
            public void write(int b) {
                gone[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                gone[0] += length;
            }
        }, words(Locale.FRENCH), List.of("Nom"));
        List<Cell> row = List.of(Cell.text("x".repeat(98)));
        long written = 0;
        long mostKept = 0;
        for (int i = 0; i < 10_000; i++) {
            table.row(row);
            written += 100;
            mostKept = Math.max(mostKept, written - gone[0]);
        }
        assertThat(mostKept).isLessThan(20_000);
        table.finish();
        assertThat(gone[0]).isEqualTo(3 + 5 + written);
    }

    private String row(Locale reader, Cell... cells) {
        file.reset();
        CsvTable table = new CsvTable(file, words(reader), List.of("x"));
        table.row(List.of(cells));
        table.finish();
        String text = file.toString(StandardCharsets.UTF_8);
        return text.substring("\uFEFFx\r\n".length(), text.length() - 2);
    }

    private void table(Locale reader, String... header) {
        new CsvTable(file, words(reader), List.of(header)).finish();
    }

    private static CellWords words(Locale reader) {
        return reader.equals(Locale.FRENCH)
                ? new CellWords(reader, PARIS, "Oui", "Non")
                : new CellWords(reader, PARIS, "Yes", "No");
    }
}
