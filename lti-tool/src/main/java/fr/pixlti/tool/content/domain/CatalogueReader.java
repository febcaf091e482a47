package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.content.Words;
import fr.pixlti.tool.content.domain.PathReader.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue: its groups, the paths that have files, and those that competences are by themselves. */
final class CatalogueReader {

    static final String GROUPS = "catalogue.yaml";
    static final Pattern PATH = Pattern.compile("paths/[a-z0-9-]+\\.yaml");

    private final ContentFiles files;
    private final Function<String, Rules> rules;
    private final List<Framework> frameworks;
    private final List<Topic> topics;
    private final List<Reading> readings = new ArrayList<>();

    CatalogueReader(ContentFiles files, Function<String, Rules> rules, List<Framework> frameworks,
            List<Topic> topics) {
        this.files = files;
        this.rules = rules;
        this.frameworks = frameworks;
        this.topics = topics;
    }

    /** @param framework whose competences are paths of this group; absent for a group that has files only */
    private record Group(String id, Words name, @Nullable Framework framework) {}

    private record Read(Reading reading, Optional<Placed> path) {}

    /** Every path, in the order to show. */
    List<TargetProfile> read() {
        List<Group> groups = files.has(GROUPS) ? groups() : List.of();
        PathParts parts = parts(groups);
        // Like topics, they do not depend on each other.
        List<Read> reads = files.paths().stream().filter(path -> PATH.matcher(path).matches()).toList()
                .parallelStream().map(path -> new Reading(path, files).under(rules.apply(path)))
                .map(reading -> new Read(reading, new PathReader(reading, parts).read())).toList();
        reads.forEach(each -> readings.add(each.reading()));
        List<Placed> placed = reads.stream().flatMap(each -> each.path().stream())
                .sorted(Comparator.comparingInt(Placed::rank)).toList();
        return groups.stream().flatMap(group -> Stream.concat(ofCompetences(group, parts),
                placed.stream().filter(each -> each.group().equals(group.id())).map(Placed::profile))).toList();
    }

    /** What was read, with its faults. */
    List<Reading> readings() {
        return readings;
    }

    private List<Group> groups() {
        Reading reading = new Reading(GROUPS, files).under(rules.apply(GROUPS));
        readings.add(reading);
        List<Group> groups = new ArrayList<>();
        YamlFile.open(reading).ifPresent(entries -> {
            Set<String> ids = new HashSet<>();
            for (Entries each : entries.list("groups")) {
                String id = each.text("group", 40);
                if (!ids.add(id)) {
                    each.fault("group", "`" + id + "` stands twice");
                }
                groups.add(new Group(id, WordsReader.read(each, "name", 60),
                        each.has("competences") ? framework(each) : null));
                each.done();
            }
            entries.done();
        });
        return groups;
    }

    private @Nullable Framework framework(Entries group) {
        String id = group.text("competences", 20);
        Optional<Framework> framework = frameworks.stream().filter(each -> each.id().equals(id)).findFirst();
        if (framework.isEmpty()) {
            group.fault("competences", "there is no framework `" + id + "`");
        }
        return framework.orElse(null);
    }

    private PathParts parts(List<Group> groups) {
        Map<String, Words> names = new LinkedHashMap<>();
        groups.forEach(group -> names.put(group.id(), group.name()));
        Map<String, Topic> byId = topics.stream()
                .collect(Collectors.toMap(Topic::id, Function.identity(), (one, other) -> one));
        Map<String, List<Topic>> byCompetence = topics.stream().collect(Collectors.groupingBy(Topic::competence));
        Set<String> unread = files.paths().stream().map(ReadContent.TOPIC::matcher).filter(Matcher::matches)
                .map(each -> each.group().substring(each.group().lastIndexOf('/') + 1).replace(".yaml", ""))
                .filter(each -> !byId.containsKey(each)).collect(Collectors.toSet());
        return new PathParts(names, byId, byCompetence, unread);
    }

    /** A path of all topics for each competence of the group's framework that has topics. */
    private static Stream<TargetProfile> ofCompetences(Group group, PathParts parts) {
        return group.framework() == null
                ? Stream.empty()
                : group.framework().areas().stream().flatMap(area -> area.competences().stream())
                        .filter(competence -> parts.byCompetence().containsKey(competence.code()))
                        .map(competence -> new TargetProfile("competence-" + competence.code(), titled(competence),
                                group.name(), new Words(competence.descriptions()),
                                parts.upTo(competence.code(), TopicReader.HIGHEST_LEVEL), List.of(), List.of(),
                                false));
    }

    private static Words titled(Framework.Competence competence) {
        Map<String, String> names = new LinkedHashMap<>(competence.names());
        names.replaceAll((language, name) -> competence.code() + " " + name);
        return new Words(names);
    }
}
