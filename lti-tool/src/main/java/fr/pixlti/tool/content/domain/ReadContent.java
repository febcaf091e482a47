package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a release of the content files, or tells every fault in them. */
public final class ReadContent {

    private static final Pattern FRAMEWORK = Pattern.compile("frameworks/[a-z0-9-]+\\.yaml");
    static final Pattern TOPIC = Pattern.compile("([a-z0-9-]+)/([a-z0-9.-]+)/[^/]+\\.yaml");
    static final Pattern FILE = Pattern.compile("[a-z0-9-]+/[a-z0-9.-]+/files/[a-zA-Z0-9._-]+");
    private static final Pattern OF_SIMULATOR = Pattern.compile("simulators/[a-z0-9-]+/(?:[a-zA-Z0-9_-]+\\.)+"
            + "(?:html|js|css|svg|png)|" + Simulators.LABELS);
    private static final String RELEASE = "release.yaml";

    private final ContentFiles files;
    private final Function<String, Rules> rules;
    private final Known known;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> remarks = new ArrayList<>();
    private final Set<String> references = new HashSet<>();

    private ReadContent(ContentFiles files, Function<String, Rules> rules, Known known) {
        this.files = files;
        this.rules = rules;
        this.known = known;
    }

    /** @throws FaultyContent with every fault */
    public static Content read(ContentFiles files) {
        Checked checked = check(files, Set.of(), Known.NOTHING);
        if (!checked.faults().isEmpty()) {
            throw new FaultyContent(checked.faults());
        }
        return checked.content();
    }

    /** What was read, to be used only when it has no fault. Both lists are in the order of files and lines. */
    record Checked(Content content, List<Fault> faults, List<Fault> remarks) {}

    /**
     * Reads content to which packs were added.
     *
     * @param ofPacks paths of the packs' files
     * @param known whose equal topics are taken over instead of being read again
     */
    static Checked check(ContentFiles files, Set<String> ofPacks, Known known) {
        ReadContent reading = new ReadContent(files, path -> ofPacks.contains(path) ? Rules.PACK : Rules.STRICT,
                known);
        Content content = reading.read();
        return new Checked(content, reading.faults.stream().sorted().toList(),
                reading.remarks.stream().sorted().toList());
    }

    /** Reads what was released under that id, by whatever version of the tool. */
    static Content stored(String id, ContentFiles files, Known known) {
        Content content = new ReadContent(files, path -> Rules.STORED, known).read();
        ContentRelease release = content.release();
        return new Content(new ContentRelease(id, release.frameworks(), release.topicsByCompetence(), release.skills(),
                release.items(), release.topics(), release.targetProfiles()), content.files());
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
        CatalogueReader catalogue = new CatalogueReader(files, rules, frameworks, topics);
        List<TargetProfile> paths = catalogue.read();
        catalogue.readings().forEach(this::collect);
        checkFiles();
        Map<String, ServedFile> served = new HashMap<>();
        references.forEach(path -> served.put(path, known.file(path, files)
                .orElseGet(() -> ServedFile.of(path, files.bytes(path)))));
        files.paths().stream().filter(path -> OF_SIMULATOR.matcher(path).matches() && !path.endsWith(".yaml"))
                .forEach(path -> served.put(path, known.file(path, files)
                        .orElseGet(() -> ServedFile.run(path, files.bytes(path)))));
        return new Content(release(id + "-" + files.hash(), frameworks, topics, paths), Map.copyOf(served));
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
        Reading reading = new Reading(path, files, simulators).under(rules.apply(path));
        String competence = matcher.matches() ? matcher.group(2) : "";
        Optional<Topic> same = known.topic(path, competence, files);
        if (same.isPresent()) {
            reading.references().addAll(known.filesBeside(path, files));
            return new Read<>(reading, same);
        }
        Optional<Topic> topic = new TopicReader(reading, competence).read();
        return new Read<>(reading, switch (rules.apply(path)) {
            case STRICT -> topic;
            case STORED -> topic.flatMap(Usable::of);
            case PACK -> {
                topic.ifPresent(each -> drawAll(each, reading));
                yield topic;
            }
        });
    }

    /** No test of ours has tried the templates of a pack: each draw is, before a learner gets it. */
    private static void drawAll(Topic topic, Reading reading) {
        topic.skills().stream().flatMap(skill -> skill.items().stream()).map(Item::draws).filter(Objects::nonNull)
                .forEach(draws -> {
                    for (int i = 0; i < draws.count(); i++) {
                        try {
                            draws.draw(i);
                        } catch (FaultyContent e) {
                            e.faults().forEach(fault -> reading.fault(fault.line(), fault.message()));
                        }
                    }
                });
    }

    private void checkFiles() {
        for (String path : files.paths()) {
            if (FILE.matcher(path).matches()) {
                if (!references.contains(path)) {
                    (rules.apply(path) == Rules.STRICT ? faults : remarks)
                            .add(new Fault(path, 1, "no item uses this file"));
                }
            } else if (!path.equals(RELEASE) && !path.equals(CatalogueReader.GROUPS)
                    && Stream.of(FRAMEWORK, TOPIC, OF_SIMULATOR, CatalogueReader.PATH)
                            .noneMatch(kind -> kind.matcher(path).matches())) {
                faults.add(new Fault(path, 1, "this file has no place in the content, or a name that has none"));
            }
        }
    }

    private <T> Optional<T> collected(Read<T> read) {
        collect(read.reading());
        return read.value();
    }

    private void collect(Reading reading) {
        faults.addAll(reading.faults());
        remarks.addAll(reading.remarks());
        references.addAll(reading.references());
    }

    private static ContentRelease release(String id, List<Framework> frameworks, List<Topic> drafts,
            List<TargetProfile> paths) {
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
                Map.copyOf(skills), Map.copyOf(items), Map.copyOf(topics), List.copyOf(paths));
    }
}
