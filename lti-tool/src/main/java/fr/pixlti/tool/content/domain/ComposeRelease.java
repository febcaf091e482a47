package fr.pixlti.tool.content.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the built-in content and packs together, and tells what is wrong with the packs. */
@Component
class ComposeRelease {

    private final BuiltInContent builtIn;

    ComposeRelease(BuiltInContent builtIn) {
        this.builtIn = builtIn;
    }

    /** A pack's files and what it is called in a fault of another. */
    record Part(String name, ContentFiles files) {}

    /**
     * @param content to be used only when there are no faults
     * @param files all that the content consists of
     * @param faults in the order of files and lines, as the remarks are
     */
    record Composed(Content content, ContentFiles files, List<Fault> faults, List<Fault> remarks) {

        String id() {
            return content.release().id();
        }
    }

    Composed handle(List<Part> parts) {
        Known known = builtIn.known();
        List<Fault> faults = new ArrayList<>();
        Map<String, byte[]> merged = new HashMap<>();
        known.files().paths().forEach(path -> merged.put(path, known.files().bytes(path)));
        Map<String, String> owners = new HashMap<>();
        for (Part part : parts) {
            if (part.files().paths().stream().noneMatch(each -> isTopic(each) || isPath(each))) {
                faults.add(new Fault("ZIP", 1, "there is no topic, <framework>/<competence>/<topic>.yaml, and no path, "
                        + "paths/<path>.yaml"));
            }
            part.files().paths().forEach(path -> add(path, part, merged, owners, faults));
        }
        ContentFiles files = new ContentFiles(merged);
        ReadContent.Checked checked = ReadContent.check(files, new HashSet<>(owners.keySet()), known);
        return new Composed(checked.content(), files,
                Stream.concat(faults.stream(), checked.faults().stream()).sorted().toList(), checked.remarks());
    }

    private static void add(String path, Part part, Map<String, byte[]> merged, Map<String, String> owners,
            List<Fault> faults) {
        byte[] bytes = part.files().bytes(path);
        byte[] other = merged.get(path);
        if (!isTopic(path) && !isPath(path) && !ReadContent.FILE.matcher(path).matches()) {
            faults.add(new Fault(path, 1, "a pack has topics, <framework>/<competence>/<topic>.yaml, their files, "
                    + "<framework>/<competence>/files/<name>, and paths, paths/<path>.yaml, and nothing else"));
        } else if (other == null) {
            merged.put(path, bytes);
            owners.put(path, part.name());
            if (path.endsWith(".svg")) {
                SafeDrawing.faults(path, bytes).forEach(faults::add);
            }
        } else if (isTopic(path) || isPath(path) || !Arrays.equals(bytes, other)) {
            String owner = owners.get(path);
            String kind = isTopic(path) ? "a topic" : isPath(path) ? "a path" : "another file";
            faults.add(new Fault(path, 1, kind + " of this name is already in "
                    + (owner == null ? "the content of the tool" : "the pack " + owner) + ": choose another name"));
        }
    }

    private static boolean isPath(String path) {
        return CatalogueReader.PATH.matcher(path).matches();
    }

    private static boolean isTopic(String path) {
        return !Set.of("frameworks", "simulators").contains(path.substring(0, Math.max(0, path.indexOf('/'))))
                && ReadContent.TOPIC.matcher(path).matches();
    }
}
