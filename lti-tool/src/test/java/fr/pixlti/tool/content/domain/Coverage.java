package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the bank holds, counted: the tables in the content's README. */
final class Coverage {

    private static final List<String> KINDS = List.of("qcu", "qcm", "qroc", "qrocm", "simulator");

    private Coverage() {}

    /** The table in Markdown, with a line for each competence that has content and one for all. */
    static String table(ContentRelease release) {
        List<String> lines = new ArrayList<>();
        lines.add("| Competence | topics | skills | "
                + IntStream.rangeClosed(1, TopicReader.HIGHEST_LEVEL).mapToObj(Integer::toString)
                        .collect(Collectors.joining(" | "))
                + " | items | " + String.join(" | ", KINDS)
                + " | qcu | templates | with a file or picture | timed | focused | suit blindness | suit colour-blindness |");
        lines.add("|---".repeat(10 + TopicReader.HIGHEST_LEVEL + 1 + KINDS.size()) + "|");
        release.topicsByCompetence().keySet()
                .forEach(code -> lines.add(line(code, release.topicsOf(code).size(), release.skillsOf(code))));
        lines.add(line("all", release.topics().size(), release.skills().values()));
        return String.join("\n", lines);
    }

    /** The table of the catalogue in Markdown, a line for each path that has a file. */
    static String paths(ContentRelease release) {
        List<String> lines = new ArrayList<>(
                List.of("| Path | topics | skills | competences | up to level | stars | badges |",
                        "|---".repeat(7) + "|"));
        release.targetProfiles().stream().filter(path -> !path.id().startsWith("competence-"))
                .forEach(path -> lines.add(Stream
                        .of(path.id(), path.topics().size(), release.skillsOf(path.topics()).size(),
                                path.topics().stream().map(topic -> release.topic(topic.topic()).competence())
                                        .distinct().count(),
                                path.topics().stream().mapToInt(CappedTopic::maxLevel).max().orElse(0),
                                shown(Math.max(0, path.stages().size() - 1)), shown(path.badges().size()))
                        .map(Object::toString).collect(Collectors.joining(" | ", "| ", " |"))));
        return String.join("\n", lines);
    }

    private static String line(String name, int topics, Collection<Skill> skills) {
        List<Item> items = skills.stream().flatMap(skill -> skill.items().stream()).toList();
        LongStream levels = IntStream.rangeClosed(1, TopicReader.HIGHEST_LEVEL)
                .mapToLong(level -> skills.stream().filter(skill -> skill.level() == level).count());
        LongStream kinds = KINDS.stream()
                .mapToLong(kind -> items.stream().filter(item -> kind.equals(kind(item))).count());
        return Stream.of(Stream.of(name, topics + "", skills.size() + ""), levels.mapToObj(Coverage::shown),
                Stream.of(items.size() + ""), kinds.mapToObj(Coverage::shown),
                Stream.of(share(items, item -> "qcu".equals(kind(item))),
                        shown(items.stream().filter(item -> item.draws() != null).count()),
                        shown(items.stream().filter(item -> item.picture() != null || !item.attachments().isEmpty())
                                .count()),
                        shown(items.stream().filter(item -> item.timer() != null).count()),
                        shown(items.stream().filter(Item::focused).count()),
                        share(skills, skill -> offers(skill, new Needs(true, false))),
                        share(skills, skill -> offers(skill, new Needs(false, true)))))
                .flatMap(each -> each).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Whether a variant of the skill, or its alternative, can be answered by someone with these needs. */
    static boolean offers(Skill skill, Needs needs) {
        return skill.items().stream().anyMatch(item -> item.offers(needs));
    }

    static String kind(Item item) {
        return switch (item.work()) {
            case Item.Choose choose -> choose.several() ? "qcm" : "qcu";
            case Item.Fill fill -> "qroc";
            case Item.FillSeveral several -> "qrocm";
            case Item.Operate operate -> "simulator";
        };
    }

    private static <T> String share(Collection<T> all, java.util.function.Predicate<T> some) {
        return String.format(Locale.ROOT, "%d %%", Math.round(100.0 * all.stream().filter(some).count() / all.size()));
    }

    private static String shown(long number) {
        return number == 0 ? "–" : Long.toString(number);
    }
}
