package fr.pixlti.tool.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What stands in one cell of a {@link TableFile}: spreadsheets take numbers for numbers and dates for dates. */
public sealed interface Cell {

    Cell EMPTY = new Empty();

    /** A text; an absent or blank one is an empty cell. */
    static Cell text(@Nullable String text) {
        return text == null || text.isBlank() ? EMPTY : new Text(text);
    }

    static Cell number(long value) {
        return new Whole(value);
    }

    /** @param decimals how many are shown, halves up, 0 to 6 */
    static Cell number(double value, int decimals) {
        return new Decimal(value, decimals);
    }

    /** @param percent 48 is 48 % */
    static Cell percent(int percent) {
        return new Percent(percent);
    }

    /** The day in the readers' time zone; an absent one is an empty cell. */
    static Cell day(@Nullable Instant at) {
        return at == null ? EMPTY : new Day(at);
    }

    /** Day, hour and minute in the readers' time zone; an absent one is an empty cell. */
    static Cell moment(@Nullable Instant at) {
        return at == null ? EMPTY : new Moment(at);
    }

    /** Yes or no, in the reader's language. */
    static Cell flag(boolean yes) {
        return new Flag(yes);
    }

    record Text(String text) implements Cell {}

    record Whole(long value) implements Cell {}

    record Decimal(double value, int decimals) implements Cell {}

    record Percent(int percent) implements Cell {}

    record Day(Instant at) implements Cell {}

    record Moment(Instant at) implements Cell {}

    record Flag(boolean yes) implements Cell {}

    record Empty() implements Cell {}
}
