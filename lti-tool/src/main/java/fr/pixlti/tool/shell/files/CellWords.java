package fr.pixlti.tool.shell.files;

import fr.pixlti.tool.shared.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What stands in the cells of a text file, so that the spreadsheet of a reader of that language takes numbers for numbers
 * and dates for dates: in French {@code 0,48} and {@code 21/11/2026}, else {@code 0.48} and {@code 2026-11-21}.
 */
final class CellWords {

    private final boolean french;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;
    private final String yes;
    private final String no;

    CellWords(Locale reader, ZoneId zone, String yes, String no) {
        this.french = reader.getLanguage().equals("fr");
        this.day = DateTimeFormatter.ofPattern(french ? "dd/MM/yyyy" : "yyyy-MM-dd", Locale.ROOT).withZone(zone);
        this.moment = DateTimeFormatter.ofPattern(french ? "dd/MM/yyyy HH:mm" : "yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(zone);
        this.yes = yes;
        this.no = no;
    }

    String of(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> SafeText.withoutFormula(text.text());
            case Cell.Whole whole -> Long.toString(whole.value());
            case Cell.Decimal decimal -> decimal(decimal);
            case Cell.Percent percent -> percent.percent() + "%";
            case Cell.Day date -> day.format(date.at());
            case Cell.Moment date -> moment.format(date.at());
            case Cell.Flag flag -> flag(flag);
            case Cell.Empty empty -> "";
        };
    }

    String flag(Cell.Flag flag) {
        return flag.yes() ? yes : no;
    }

    private String decimal(Cell.Decimal decimal) {
        String plain = BigDecimal.valueOf(decimal.value()).setScale(decimal.decimals(), RoundingMode.HALF_UP)
                .toPlainString();
        return french ? plain.replace('.', ',') : plain;
    }
}
