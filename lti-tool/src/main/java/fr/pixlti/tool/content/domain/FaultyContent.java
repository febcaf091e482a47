package fr.pixlti.tool.content.domain;

import java.util.List;
import java.util.stream.Collectors;

/** The content cannot be used: every fault found, so that all can be mended at once. */
public final class FaultyContent extends RuntimeException {

    private final transient List<Fault> faults;

    FaultyContent(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(
                Collectors.joining("\n  ", "The content has " + faults.size() + " fault(s):\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    /** In the order of files and lines, never empty. */
    public List<Fault> faults() {
        return faults;
    }
}
