package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the bank holds, counted: the table in the content's README. */
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
                + " | qcu | templates | with a file or picture | timed | suit blindness |");
        lines.add("|---".repeat(8 + TopicReader.HIGHEST_LEVEL + 1 + KINDS.size()) + "|");
        release.topicsByCompetence().keySet()
                .forEach(code -> lines.add(line(code, release.topicsOf(code).size(), release.skillsOf(code))));
        lines.add(line("all", release.topics().size(), release.skills().values()));
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
                        share(skills, skill -> skill.items().stream().anyMatch(Item::suitsBlindness))))
                .flatMap(each -> each).collect(Collectors.joining(" | ", "| ", " |"));
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
