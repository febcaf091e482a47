package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tags say what formats have no place for: {@code competence:1.1}, {@code level:3} (or {@code niveau:3}), {@code skill:x},
 * {@code timer:60}, {@code blindness:no}, {@code colourblindness:no}, and the tolerances of each field in turn by their first
 * letters, {@code tolerances:cpt/-} (case, punctuation, typos, none).
 */
record ItemTags(List<String> tags, String words) {

    static final String LABEL_CLASS = "pixlti-label";
    private static final int LONGEST_TAG = 50;

    static List<String> of(Topic topic, Skill skill, Item item) {
        List<String> tags = new ArrayList<>(List.of("competence:" + topic.competence(), "level:" + skill.level(),
                "skill:" + skill.id()));
        Integer timer = item.timer();
        if (timer != null) {
            tags.add("timer:" + timer);
        }
        if (!item.suitsBlindness()) {
            tags.add("blindness:no");
        }
        if (!item.suitsColourBlindness()) {
            tags.add("colourblindness:no");
        }
        List<Item.Field> fields = switch (item.work()) {
            case Item.Fill(Item.Field field) -> List.of(field);
            case Item.FillSeveral several -> several.fields();
            default -> List.of();
        };
        String letters = fields.stream().map(ItemTags::letters).collect(Collectors.joining("/"));
        // Longer tags are cut by Moodle; whoever reads the rest takes what the format says itself.
        boolean typed = fields.stream()
                .anyMatch(field -> field.options().isEmpty() && field.format() == Item.Format.TEXT);
        if (typed && "tolerances:".length() + letters.length() <= LONGEST_TAG) {
            tags.add("tolerances:" + letters);
        }
        return tags;
    }

    private static String letters(Item.Field field) {
        String letters = field.tolerances().stream().sorted()
                .map(tolerance -> tolerance.name().substring(0, 1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return letters.isEmpty() ? "-" : letters;
    }

    /** The tags of a question, and whatever else names it: its name and categories may say as much. */
    static ItemTags in(Question question) {
        return new ItemTags(question.tags(), question.name() + " " + String.join(" ", question.category()));
    }

    Optional<String> competence() {
        return value("comp[eé]tence", "[\\w.-]+");
    }

    Optional<Integer> level() {
        return value("(?:level|niveau)", "[1-7]").map(Integer::valueOf);
    }

    Optional<String> skill() {
        return value("(?:skill|acquis)", "[\\w-]+");
    }

    Optional<Integer> timer() {
        return value("timer", "\\d{2,3}").map(Integer::valueOf).filter(seconds -> seconds >= 10 && seconds <= 600);
    }

    boolean excludes(String whom) {
        return tags.contains(whom + ":no");
    }

    /** The tolerances of the field in that place, from 0; empty when no tag says so. */
    Optional<Set<Item.Tolerance>> tolerances(int field) {
        return value("tolerances", "[cpt/-]+").map(letters -> letters.split("/"))
                .filter(letters -> field < letters.length).map(letters -> {
                    Set<Item.Tolerance> tolerances = EnumSet.noneOf(Item.Tolerance.class);
                    for (Item.Tolerance each : Item.Tolerance.values()) {
                        if (letters[field].indexOf(Character.toLowerCase(each.name().charAt(0))) >= 0) {
                            tolerances.add(each);
                        }
                    }
                    return tolerances;
                });
    }

    private Optional<String> value(String key, String value) {
        Pattern whole = Pattern.compile("(?iu)" + key + "\\s*[:=]\\s*(" + value + ")");
        for (String tag : tags) {
            Matcher matcher = whole.matcher(tag.strip());
            if (matcher.matches()) {
                return Optional.of(matcher.group(1));
            }
        }
        Matcher matcher = Pattern.compile("(?iu)\\b" + key + "\\s?[:=]\\s?(" + value + ")(?![\\w])").matcher(words);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
