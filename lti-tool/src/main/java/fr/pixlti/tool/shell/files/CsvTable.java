package fr.pixlti.tool.shell.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.pixlti.tool.shared.Cell;
import fr.pixlti.tool.shared.TableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A CSV that opens by a double click in French spreadsheets: byte order mark, semicolons, CRLF. It keeps no row: what the
 * buffer cannot hold is on its way to the reader.
 */
final class CsvTable implements TableFile {

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final CsvWriter csv;
    private final CellWords words;

    CsvTable(OutputStream out, CellWords words, List<String> header) {
        this.words = words;
        try {
            out.write(BYTE_ORDER_MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8);
        row(header.stream().map(Cell::text).toList());
    }

    @Override
    public void row(List<Cell> cells) {
        CsvWriterRecord line = csv.writeRecord();
        for (Cell cell : cells) {
            line.writeField(words.of(cell));
        }
        line.endRecord();
    }

    @Override
    public void finish() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
