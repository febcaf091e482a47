package fr.pixlti.tool.shared;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/**
 * A table on its way to somebody's spreadsheet, row after row. It is whole only once {@link #finish} has returned: whoever
 * fails on the way lets the failure through, and what was written stays a torn file rather than a short one.
 */
public interface TableFile {

    /**
     * Adds a row. Texts are made safe: none is taken for a formula, none breaks the table.
     *
     * @param cells in the header's order, no more than it has
     * @throws DomainError {@code shell.table-too-long} when the format takes no further row
     * @throws java.io.UncheckedIOException when the reader is gone
     */
    void row(List<Cell> cells);

    /** Writes what is left. The stream stays open. @throws java.io.UncheckedIOException when the reader is gone */
    void finish();

    /** Where table files come from. */
    interface Maker {

        /**
         * Begins a table with its header.
         *
         * @param out where it goes; a CSV goes out while its rows come in, an ODS at the end
         * @param reader their language decides how dates, numbers and yes or no look
         * @param title of the sheet, where the format has one
         */
        TableFile begin(Format format, OutputStream out, Locale reader, String title, List<String> header);
    }

    /** CSV: any length, in constant memory; ODS: as many rows as the setting {@code pixlti.files.ods-rows} says. */
    enum Format {
        CSV("text/csv;charset=UTF-8", "csv"), ODS("application/vnd.oasis.opendocument.spreadsheet", "ods");

        private final String mediaType;
        private final String extension;

        Format(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }

        public String mediaType() {
            return mediaType;
        }

        /** Of a file's name, without the dot. */
        public String extension() {
            return extension;
        }
    }
}
