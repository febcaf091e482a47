package fr.pixlti.tool.content.web;

import fr.pixlti.tool.content.domain.exchange.ImportReport;
import fr.pixlti.tool.content.domain.exchange.ImportReport.Line;
import fr.pixlti.tool.content.domain.exchange.ImportReport.State;
import fr.pixlti.tool.content.domain.exchange.Remark;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reports in the operator's language, for pages and spreadsheets. */
@Component
class ExchangeReports {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST_ROWS = 500;

    private final MessageSource messages;

    ExchangeReports(MessageSource messages) {
        this.messages = messages;
    }

    record Row(String name, String category, State state, String item, List<String> remarks) {}

    /** @param rows refused ones first, then changed ones; at most 500, all are in the spreadsheet */
    record Shown(long imported, long changed, long refused, int topics, List<Row> rows, boolean cut) {}

    Shown shown(ImportReport report, Locale locale) {
        List<Row> rows = Stream.of(State.REFUSED, State.CHANGED, State.IMPORTED)
                .flatMap(state -> report.lines().stream().filter(line -> line.state() == state)).limit(MOST_ROWS)
                .map(line -> row(line, locale)).toList();
        return new Shown(report.count(State.IMPORTED), report.count(State.CHANGED), report.count(State.REFUSED),
                report.topics(), rows, report.lines().size() > MOST_ROWS);
    }

    /** With semicolons, which French spreadsheets expect. */
    String csv(ImportReport report, Locale locale) {
        return Stream.concat(
                Stream.of(Stream.of("question", "category", "state", "item", "remarks")
                        .map(column -> messages.getMessage("content.exchange.column." + column, null, locale))
                        .map(ExchangeReports::cell).collect(Collectors.joining(";"))),
                report.lines().stream().map(line -> line(row(line, locale), locale)))
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
    }

    private String line(Row row, Locale locale) {
        return Stream.of(row.name(), row.category(),
                messages.getMessage("content.exchange.state." + row.state().name(), null, locale), row.item(),
                String.join(" ", row.remarks())).map(ExchangeReports::cell).collect(Collectors.joining(";"));
    }

    /** No cell begins like a formula: names come from somebody's file. */
    private static String cell(String text) {
        String plain = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"").replaceAll("\\R", " ") + '"';
    }

    private Row row(Line line, Locale locale) {
        return new Row(line.name(), line.category(), line.state(), line.item(),
                line.remarks().stream().map(remark -> words(remark, locale)).toList());
    }

    private String words(Remark remark, Locale locale) {
        return messages.getMessage(remark.note().key(), remark.args().toArray(), locale);
    }
}
