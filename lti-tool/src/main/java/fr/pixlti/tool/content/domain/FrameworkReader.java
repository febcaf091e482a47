package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Framework;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a framework: its areas and competences, in French and English. */
final class FrameworkReader {

    private final Reading reading;

    FrameworkReader(Reading reading) {
        this.reading = reading;
    }

    Optional<Framework> read() {
        return YamlFile.open(reading).map(this::framework);
    }

    private Framework framework(Entries entries) {
        String id = entries.text("framework", 20);
        if (!reading.path().equals("frameworks/" + id + ".yaml")) {
            entries.fault("framework", "`framework` is `" + id + "`, the file has another name");
        }
        Map<String, String> names = labels(entries, "name");
        List<Framework.Area> areas = entries.list("areas").stream().map(this::area).toList();
        entries.done();
        return new Framework(id, names, areas);
    }

    private Framework.Area area(Entries entries) {
        String code = entries.text("area", 20);
        Map<String, String> names = labels(entries, "name");
        List<Framework.Competence> competences = new ArrayList<>();
        for (Entries competence : entries.list("competences")) {
            String competenceCode = competence.text("competence", 40);
            if (!competenceCode.matches("[a-z0-9.-]*")) {
                competence.fault("competence", "a competence's code has a–z, 0–9, points and hyphens");
            }
            competences.add(new Framework.Competence(competenceCode, labels(competence, "name"),
                    labels(competence, "description")));
            competence.done();
        }
        entries.done();
        return new Framework.Area(code, names, List.copyOf(competences));
    }

    private static Map<String, String> labels(Entries entries, String key) {
        Map<String, String> labels = new TreeMap<>();
        entries.map(key).ifPresent(byLanguage -> {
            labels.put("fr", byLanguage.text("fr", 300));
            labels.put("en", byLanguage.text("en", 300));
            byLanguage.done();
        });
        return Map.copyOf(labels);
    }
}
