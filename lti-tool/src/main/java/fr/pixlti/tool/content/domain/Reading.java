package fr.pixlti.tool.content.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One file being read: where its faults and the files it refers to are noted. Used by one thread at a time. */
final class Reading {

    private static final int MOST_FAULTS = 200;
    private static final int LONGEST_MESSAGE = 400;

    private final String path;
    private final ContentFiles files;
    private final Simulators simulators;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> remarks = new ArrayList<>();
    private final Set<String> references = new LinkedHashSet<>();
    private Rules rules = Rules.STRICT;

    Reading(String path, ContentFiles files) {
        this(path, files, Simulators.NONE);
    }

    /** @param simulators that items of this file may use */
    Reading(String path, ContentFiles files, Simulators simulators) {
        this.path = path;
        this.files = files;
        this.simulators = simulators;
    }

    /** Another reading of the same file, which notes its own faults. */
    Reading again() {
        return new Reading(path, files, simulators).under(rules);
    }

    Simulators simulators() {
        return simulators;
    }

    /** The same reading, under these rules. */
    Reading under(Rules those) {
        rules = those;
        return this;
    }

    String path() {
        return path;
    }

    byte[] bytes() {
        return files.bytes(path);
    }

    /** Notes what must be mended before anybody is asked anything of the file. @param line from 1 */
    void fault(int line, String message) {
        note(rules == Rules.STORED ? remarks : faults, line, message);
    }

    /** Notes what the content of the tool must not have, while a pack may. */
    void remark(int line, String message) {
        note(rules == Rules.STRICT ? faults : remarks, line, message);
    }

    /** A file made to have countless faults, or to quote itself in them, must not fill the memory. */
    private void note(List<Fault> noted, int line, String message) {
        if (noted.size() < MOST_FAULTS) {
            noted.add(new Fault(path, line, message.length() > LONGEST_MESSAGE
                    ? message.substring(0, LONGEST_MESSAGE) + "…"
                    : message));
        }
    }

    /** Whether a key is absent that only a pack may go without. */
    boolean lacks(Entries entries, String key) {
        if (entries.has(key)) {
            return false;
        }
        remark(entries.line(), "`" + key + "` is missing");
        return true;
    }

    /** Notes that the file refers to another, named from its own folder; that one's path below the content folder. */
    String reference(int line, String name) {
        String target = path.substring(0, path.lastIndexOf('/') + 1) + name;
        if (!name.startsWith("files/")) {
            fault(line, "`" + name + "` does not begin with files/");
        } else if (!files.has(target)) {
            fault(line, "the file `" + name + "` is missing");
        } else if (ServedFile.typeOf(target).isEmpty()) {
            fault(line, "files of the kind of `" + name + "` are not served");
        } else {
            references.add(target);
        }
        return target;
    }

    List<Fault> faults() {
        return faults;
    }

    List<Fault> remarks() {
        return remarks;
    }

    Set<String> references() {
        return references;
    }
}
