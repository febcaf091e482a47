package fr.pixlti.tool.content.domain.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/** Writes a table; its first row is the head, since Markdown knows no table without. */
final class MarkdownTable {

    private final Element table;
    private final Function<Element, String> inlines;

    MarkdownTable(Element table, Function<Element, String> inlines) {
        this.table = table;
        this.inlines = inlines;
    }

    Optional<String> write() {
        List<List<Element>> rows = table.select("tr").stream().map(row -> List.copyOf(row.select("> th, > td")))
                .filter(cells -> !cells.isEmpty()).toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        StringBuilder text = new StringBuilder(row(rows.getFirst(), columns)).append('\n');
        text.append(IntStream.range(0, columns).mapToObj(column -> alignment(rows.getFirst(), column))
                .collect(Collectors.joining(" | ", "| ", " |")));
        rows.stream().skip(1).forEach(cells -> text.append('\n').append(row(cells, columns)));
        return Optional.of(text.toString());
    }

    private String row(List<Element> cells, int columns) {
        return IntStream.range(0, columns).mapToObj(column -> column < cells.size() ? cell(cells.get(column)) : "")
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String cell(Element cell) {
        cell.select("code").forEach(code -> code.text(code.text().replace("|", "\\|")));
        return inlines.apply(cell).replace("\\\n", " ").replace('\n', ' ').strip();
    }

    private static String alignment(List<Element> cells, int column) {
        return switch (column < cells.size() ? cells.get(column).attr("align") : "") {
            case "left" -> ":---";
            case "right" -> "---:";
            case "center" -> ":---:";
            default -> "---";
        };
    }
}
