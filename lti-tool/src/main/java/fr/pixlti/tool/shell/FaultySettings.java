package fr.pixlti.tool.shell;

import java.util.List;

/** The tool cannot start with these settings. Each fault names its setting; none gives away a secret's value. */
final class FaultySettings extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<String> faults;

    FaultySettings(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
