package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a release of the content files, or tells every fault in them. */
public final class ReadContent {

    private static final Pattern FRAMEWORK = Pattern.compile("frameworks/[a-z0-9-]+\\.yaml");
    private static final Pattern TOPIC = Pattern.compile("([a-z0-9-]+)/([a-z0-9.-]+)/[^/]+\\.yaml");
    private static final Pattern FILE = Pattern.compile("[a-z0-9-]+/[a-z0-9.-]+/files/[a-zA-Z0-9._-]+");
    private static final Pattern OF_SIMULATOR = Pattern.compile("simulators/[a-z0-9-]+/(?:[a-zA-Z0-9_-]+\\.)+"
            + "(?:html|js|css|svg|png)|" + Simulators.LABELS);
    private static final String RELEASE = "release.yaml";

    private final ContentFiles files;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> references = new HashSet<>();

    private ReadContent(ContentFiles files) {
        this.files = files;
    }

    /** @throws FaultyContent with every fault */
    public static Content read(ContentFiles files) {
        return new ReadContent(files).read();
    }

    private record Read<T>(Reading reading, Optional<T> value) {}

    private Content read() {
        String id = files.has(RELEASE) ? releaseName() : missingRelease();
        List<Framework> frameworks = files.paths().stream().filter(path -> FRAMEWORK.matcher(path).matches())
                .map(path -> new Reading(path, files))
                .map(reading -> new Read<>(reading, new FrameworkReader(reading).read())).toList().stream()
                .flatMap(read -> collected(read).stream()).sorted(Comparator.comparing(Framework::id)).toList();
        Map<String, String> competences = competences(frameworks);
        List<Topic> topics = topics(competences, simulators());
        checkFiles();
        if (!faults.isEmpty()) {
            throw new FaultyContent(faults.stream().sorted().toList());
        }
        Map<String, ServedFile> served = new HashMap<>();
        references.forEach(path -> served.put(path, ServedFile.of(path, files.bytes(path))));
        files.paths().stream().filter(path -> OF_SIMULATOR.matcher(path).matches() && !path.endsWith(".yaml"))
                .forEach(path -> served.put(path, ServedFile.run(path, files.bytes(path))));
        return new Content(release(id + "-" + files.hash(), frameworks, topics), Map.copyOf(served));
    }

    private String releaseName() {
        Reading reading = new Reading(RELEASE, files);
        Optional<String> name = YamlFile.open(reading).map(entries -> {
            String text = entries.text("release", 20);
            if (!text.matches("[a-z0-9.-]*")) {
                entries.fault("release", "a release's name has a–z, 0–9, points and hyphens");
            }
            entries.done();
            return text;
        });
        return collected(new Read<>(reading, name)).orElse("");
    }

    private String missingRelease() {
        faults.add(new Fault(RELEASE, 1, "the file is missing"));
        return "";
    }

    /** Each competence's framework, by code. */
    private Map<String, String> competences(List<Framework> frameworks) {
        Map<String, String> competences = new HashMap<>();
        for (Framework framework : frameworks) {
            framework.areas().stream().flatMap(area -> area.competences().stream()).forEach(competence -> {
                if (competences.put(competence.code(), framework.id()) != null) {
                    faults.add(new Fault("frameworks/" + framework.id() + ".yaml", 1,
                            "the competence " + competence.code() + " stands twice"));
                }
            });
        }
        return competences;
    }

    private Simulators simulators() {
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (String path : files.paths()) {
            if (path.matches(Simulators.PAGE)) {
                labels.putIfAbsent(Simulators.name(path), Map.of());
            } else if (path.matches(Simulators.LABELS)) {
                Reading reading = new Reading(path, files);
                labels.put(Simulators.name(path),
                        collected(new Read<>(reading, Simulators.labels(reading))).orElse(Map.of()));
            }
        }
        return new Simulators(Map.copyOf(labels));
    }

    private List<Topic> topics(Map<String, String> competences, Simulators simulators) {
        // Files do not depend on each other, and a start must not wait for a single core.
        List<Read<Topic>> reads = files.paths().stream().filter(path -> TOPIC.matcher(path).matches())
                .filter(path -> !FRAMEWORK.matcher(path).matches() && !OF_SIMULATOR.matcher(path).matches()).toList()
                .parallelStream().map(path -> topic(path, simulators)).toList();
        Map<String, String> fileOf = new HashMap<>();
        List<Topic> topics = new ArrayList<>();
        for (Read<Topic> read : reads) {
            String path = read.reading().path();
            collected(read).ifPresent(topic -> {
                String other = fileOf.putIfAbsent(topic.id(), path);
                if (other != null) {
                    faults.add(new Fault(path, 1, "the topic " + topic.id() + " is also in " + other));
                }
                String framework = path.substring(0, path.indexOf('/'));
                if (!framework.equals(competences.get(topic.competence()))) {
                    faults.add(new Fault(path, 1, "the framework " + framework + " has no competence "
                            + topic.competence()));
                }
                topics.add(topic);
            });
        }
        return topics;
    }

    private Read<Topic> topic(String path, Simulators simulators) {
        Matcher matcher = TOPIC.matcher(path);
        Reading reading = new Reading(path, files, simulators);
        String competence = matcher.matches() ? matcher.group(2) : "";
        return new Read<>(reading, new TopicReader(reading, competence).read());
    }

    private void checkFiles() {
        for (String path : files.paths()) {
            if (FILE.matcher(path).matches()) {
                if (!references.contains(path)) {
                    faults.add(new Fault(path, 1, "no item uses this file"));
                }
            } else if (!path.equals(RELEASE) && !FRAMEWORK.matcher(path).matches() && !TOPIC.matcher(path).matches()
                    && !OF_SIMULATOR.matcher(path).matches()) {
                faults.add(new Fault(path, 1, "this file has no place in the content, or a name that has none"));
            }
        }
    }

    private <T> Optional<T> collected(Read<T> read) {
        faults.addAll(read.reading().faults());
        references.addAll(read.reading().references());
        return read.value();
    }

    private static ContentRelease release(String id, List<Framework> frameworks, List<Topic> drafts) {
        Map<String, List<Topic>> byCompetence = new TreeMap<>();
        Map<String, Topic> topics = new LinkedHashMap<>();
        Map<String, Skill> skills = new LinkedHashMap<>();
        Map<String, Item> items = new LinkedHashMap<>();
        for (Topic topic : PixValues.given(drafts)) {
            byCompetence.computeIfAbsent(topic.competence(), competence -> new ArrayList<>()).add(topic);
            topics.put(topic.id(), topic);
            topic.skills().forEach(skill -> {
                skills.put(skill.id(), skill);
                skill.items().forEach(item -> items.put(item.id(), item));
            });
        }
        byCompetence.replaceAll((competence, list) -> List.copyOf(list));
        return new ContentRelease(id, List.copyOf(frameworks), java.util.Collections.unmodifiableMap(byCompetence),
                Map.copyOf(skills), Map.copyOf(items), Map.copyOf(topics));
    }
}
