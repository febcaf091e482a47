package fr.pixlti.tool.content.domain.exchange;

import java.util.List;

/**
 * What became of each question of a file, in its order.
 *
 * @param topics how many topics were made
 */
public record ImportReport(List<Line> lines, int topics) {

    /** IMPORTED as it was; CHANGED: something of it could not be kept; REFUSED: left out. */
    public enum State {
        IMPORTED, CHANGED, REFUSED
    }

    /** @param item id of the item made, empty when it was refused */
    public record Line(String name, String category, State state, String item, List<Remark> remarks) {}

    /** How many questions ended so. */
    public long count(State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }
}
