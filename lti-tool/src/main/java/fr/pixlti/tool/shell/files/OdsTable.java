package fr.pixlti.tool.shell.files;

import com.github.miachm.sods.OfficePercentage;
import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.github.miachm.sods.Style;
import fr.pixlti.tool.shared.Cell;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.TableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An ODS of one sheet whose header stays in view. All of it is held until the end, so its length has a limit. */
final class OdsTable implements TableFile {

    private static final int LONGEST_NAME = 31;
    private static final double NARROWEST = 18;
    private static final double WIDEST = 90;
    private static final double CHARACTER = 2.1;
    /** The one way of writing a date without a time that SODS knows. */
    private static final String DAY = "YYYY-MM-DD";

    private final OutputStream out;
    private final CellWords words;
    private final ZoneId zone;
    private final int mostRows;
    private final String title;
    private final List<String> header;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    OdsTable(OutputStream out, CellWords words, FilesSettings settings, String title, List<String> header) {
        this.out = out;
        this.words = words;
        this.zone = settings.timeZone();
        this.mostRows = settings.odsRows();
        this.title = title;
        this.header = header.stream().map(SafeText::line).toList();
    }

    @Override
    public void row(List<Cell> cells) {
        if (rows.size() == mostRows) {
            throw new DomainError("shell.table-too-long", DomainError.Kind.INVALID, mostRows);
        }
        @Nullable
        Object[] row = new @Nullable Object[header.size()];
        for (int i = 0; i < cells.size(); i++) {
            row[i] = value(cells.get(i));
        }
        rows.add(row);
    }

    private @Nullable Object value(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> SafeText.line(text.text());
            case Cell.Whole whole -> whole.value();
            case Cell.Decimal decimal -> BigDecimal.valueOf(decimal.value())
                    .setScale(decimal.decimals(), RoundingMode.HALF_UP).doubleValue();
            case Cell.Percent percent -> new OfficePercentage(percent.percent() / 100.0);
            case Cell.Day date -> LocalDate.ofInstant(date.at(), zone);
            case Cell.Moment date -> LocalDateTime.ofInstant(date.at(), zone).truncatedTo(ChronoUnit.MINUTES);
            case Cell.Flag flag -> words.flag(flag);
            case Cell.Empty empty -> null;
        };
    }

    @Override
    public void finish() {
        Sheet sheet = new Sheet(name(), rows.size() + 1, header.size());
        Style day = new Style();
        day.setDataStyle(DAY);
        // SODS keeps equal neighbours together and looks for a cell from the start: from the end it finds each at once.
        for (int row = rows.size(); row > 0; row--) {
            fill(sheet, row, rows.get(row - 1), day);
        }
        Style bold = new Style();
        bold.setBold(true);
        for (int column = header.size() - 1; column >= 0; column--) {
            Range cell = sheet.getRange(0, column);
            cell.setValue(header.get(column));
            cell.setStyle(bold);
            sheet.setColumnWidth(column, Math.clamp(header.get(column).length() * CHARACTER, NARROWEST, WIDEST));
        }
        SpreadSheet book = new SpreadSheet();
        book.appendSheet(sheet);
        book.setAdditionalFile("settings.xml", "text/xml", OdsView.frozenHeader(sheet.getName()));
        try {
            book.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Sheet sheet, int row, @Nullable Object[] values, Style day) {
        for (int column = values.length - 1; column >= 0; column--) {
            Object value = values[column];
            if (value != null) {
                Range cell = sheet.getRange(row, column);
                cell.setValue(value);
                if (value instanceof LocalDate) {
                    cell.setStyle(day);
                }
            }
        }
    }

    /** A sheet's name bears no punctuation of formulas and no more than 31 characters. */
    private String name() {
        String name = SafeText.line(title).replaceAll("[\\[\\]*?:/\\\\'<>&\"]", " ").strip();
        String shown = name.isEmpty() ? "1" : name;
        int end = Math.min(LONGEST_NAME, shown.length());
        // Not in the middle of a character that takes two.
        boolean split = end < shown.length() && Character.isLowSurrogate(shown.charAt(end));
        return shown.substring(0, split ? end - 1 : end).strip();
    }
}
