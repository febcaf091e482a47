package fr.pixlti.tool.people.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A list of groups as a teacher has it: on each line the group, then a first and a last name in either order, or an
 * email; separated by semicolons, commas or, copied from a spreadsheet, tabs. A first line of headings is passed over.
 */
final class GroupLines {

    private static final Set<String> HEADINGS = Set.of("groupe", "group", "classe", "class");

    private GroupLines() {}

    /** The text of a file: UTF-8, or what Excel writes in France. */
    static String decode(byte[] file) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    /** @return lines that say anything */
    static List<Line> read(String text) {
        List<Line> lines = new ArrayList<>();
        String[] raw = text.strip().replace("\uFEFF", "").split("\\R", -1);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i].isBlank()) {
                continue;
            }
            List<String> cells = cells(raw[i], separator(raw[i]));
            String group = cells.getFirst();
            String person = String.join(" ", cells.subList(1, cells.size())).strip();
            if (!(lines.isEmpty() && HEADINGS.contains(group.toLowerCase(Locale.ROOT)))) {
                lines.add(new Line(i + 1, group, person));
            }
        }
        return lines;
    }

    private static char separator(String line) {
        for (char candidate : new char[]{'\t', ';', ','}) {
            if (line.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ';';
    }

    /** Cells in quotes may hold separators and doubled quotes (RFC 4180). */
    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** @param number from 1 */
    record Line(int number, String group, String person) {}
}
