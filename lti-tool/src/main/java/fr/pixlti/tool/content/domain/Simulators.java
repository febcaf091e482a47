package fr.pixlti.tool.content.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The simulators of the content: folders below {@code simulators/} that have a page.
 *
 * @param labels by simulator, what its facts are called where a learner reads them, by fact
 */
record Simulators(Map<String, Map<String, String>> labels) {

    static final Simulators NONE = new Simulators(Map.of());
    static final String PAGE = "simulators/[a-z0-9-]+/index\\.html";
    static final String LABELS = "simulators/[a-z0-9-]+/facts\\.yaml";
    private static final int LONGEST_LABEL = 80;

    /** The simulator that a path belongs to. */
    static String name(String path) {
        return path.split("/", 3)[1];
    }

    boolean has(String name) {
        return labels.containsKey(name);
    }

    /** What the fact is called; its own name where nobody named it better. */
    String label(String simulator, String fact) {
        return labels.getOrDefault(simulator, Map.of()).getOrDefault(fact, fact);
    }

    /** Reads {@code facts.yaml}: the labels of a simulator's facts. */
    static Optional<Map<String, String>> labels(Reading reading) {
        return YamlFile.open(reading).map(entries -> {
            Map<String, String> labels = new LinkedHashMap<>();
            entries.map("facts").ifPresent(facts -> facts.keys()
                    .forEach(fact -> labels.put(fact, facts.text(fact, LONGEST_LABEL))));
            entries.done();
            return Map.copyOf(labels);
        });
    }
}
