package fr.pixlti.tool.shell.files;

import fr.pixlti.tool.shared.TableFile;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Begins a table in the format asked for. */
@Component
class TableFileMaker implements TableFile.Maker {

    private final MessageSource messages;
    private final FilesSettings settings;

    TableFileMaker(MessageSource messages, FilesSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public TableFile begin(TableFile.Format format, OutputStream out, Locale reader, String title,
            List<String> header) {
        CellWords words = new CellWords(reader, settings.timeZone(),
                messages.getMessage("shell.files.yes", null, reader),
                messages.getMessage("shell.files.no", null, reader));
        return switch (format) {
            case CSV -> new CsvTable(out, words, header);
            case ODS -> new OdsTable(out, words, settings, title, header);
        };
    }
}
