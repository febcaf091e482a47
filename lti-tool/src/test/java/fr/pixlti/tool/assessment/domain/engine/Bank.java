package fr.pixlti.tool.assessment.domain.engine;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.content.Skill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Skills for tests, written {@code topic:level} with {@code !} for a timed one: {@code a:1 a:2 b:4!}. */
@NullMarked
final class Bank {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private Bank() {}

    static List<Skill> skills(String notation) {
        return Stream.of(notation.split(" ")).map(Bank::skill).toList();
    }

    static Target target(String notation) {
        return Target.of(skills(notation));
    }

    static Skill skill(String notation) {
        String[] parts = notation.replace("!", "").split(":");
        String id = parts[0] + "-" + parts[1];
        Integer timer = notation.endsWith("!") ? Integer.valueOf(60) : null;
        return new Skill(id, parts[0], "1.1", Integer.parseInt(parts[1]), 1, id,
                List.of(item(id + "a", id, timer), item(id + "b", id, timer)));
    }

    /** An untimed skill of which only these variants, {@code a}, {@code b}, suit who uses a screen reader; b by its alternative. */
    static Skill skill(String notation, String suiting) {
        Skill skill = skill(notation);
        Item a = item(skill.id() + "a", skill.id(), null, suiting.contains("a"));
        Item b = item(skill.id() + "b", skill.id(), null, false);
        return new Skill(skill.id(), skill.topic(), skill.competence(), skill.level(), 1, skill.id(),
                List.of(a, suiting.contains("b") ? b.with(item(b.id(), skill.id(), null, true)) : b));
    }

    private static Item item(String id, String skill, @Nullable Integer timer) {
        return item(id, skill, timer, true);
    }

    private static Item item(String id, String skill, @Nullable Integer timer, boolean suitsBlindness) {
        return new Item(id, skill,
                new Item.Fill(new Item.Field("answer", "", Item.Format.TEXT, List.of(), List.of("a"), Set.of(),
                        List.of())),
                "", null, List.of(), timer, false, suitsBlindness, true, "", null, null);
    }

    /** Knowledge written {@code topic:level} with + or - (direct), (+) or (-) (inferred): {@code a:2+ a:1(+)}. */
    static Map<String, KnowledgeElement> known(String notation) {
        Map<String, KnowledgeElement> known = new HashMap<>();
        for (String word : notation.isEmpty() ? new String[0] : notation.split(" ")) {
            String skill = word.replaceAll("[^a-z0-9:]", "").replace(':', '-');
            known.put(skill, new KnowledgeElement(skill,
                    word.contains("+") ? Status.VALIDATED : Status.INVALIDATED,
                    word.contains("(") ? Source.INFERRED : Source.DIRECT, NOW));
        }
        return known;
    }

    /** The opposite of {@link #known}: in the order of the list. */
    static String written(List<KnowledgeElement> elements) {
        return String.join(" ", elements.stream().map(element -> {
            String sign = element.validated() ? "+" : "-";
            return element.skill().replace('-', ':') + (element.direct() ? sign : "(" + sign + ")");
        }).toList());
    }

    /** Every skill that some seed chooses, in alphabetical order; {@code over} when the test is over. */
    static String chosen(Target target, String known, String answered) {
        List<Answered> answers = new ArrayList<>();
        for (String word : answered.isEmpty() ? new String[0] : answered.split(" ")) {
            answers.add(new Answered(word.replace("!", "").replace(':', '-') + "a", word.endsWith("!")));
        }
        Map<String, KnowledgeElement> elements = known(known);
        return Stream.iterate(0L, seed -> seed + 1).limit(300)
                .map(seed -> NextItem.choose(target, elements, answers, Set.of(), seed, Needs.NONE))
                .map(choice -> switch (choice) {
                    case Choice.Ask ask -> ask.skill().id().replace('-', ':');
                    case Choice.Over() -> "over";
                }).distinct().sorted().collect(java.util.stream.Collectors.joining(" "));
    }
}
