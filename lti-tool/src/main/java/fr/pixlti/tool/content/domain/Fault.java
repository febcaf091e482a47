package fr.pixlti.tool.content.domain;

import java.util.Comparator;

/**
 * Something wrong in a content file, for whoever writes content.
 *
 * @param file path below the content folder
 * @param line from 1
 */
public record Fault(String file, int line, String message) implements Comparable<Fault> {

    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(Fault::file).thenComparingInt(Fault::line)
            .thenComparing(Fault::message);

    @Override
    public int compareTo(Fault other) {
        return BY_PLACE.compare(this, other);
    }

    /** {@code file:line: message}, which editors turn into a link. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
