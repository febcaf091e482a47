package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Item.Format;
import fr.pixlti.tool.content.Item.Tolerance;
import fr.pixlti.tool.content.Tolerances;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what is done in a simulator: what it shows at first, and the facts that must hold at the end. */
final class OperateReader {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_SETUP = 20_000;
    private static final int LONGEST_FACT = 500;
    private static final int LONGEST_LABEL = 80;
    private static final int MOST_FACTS = 20;
    private static final String FACT = "[A-Za-z0-9][A-Za-z0-9_.:/-]{0,59}";

    private final Entries entries;
    private final Simulators simulators;

    OperateReader(Entries entries) {
        this.entries = entries;
        this.simulators = entries.reading().simulators();
    }

    Item.Work read() {
        String simulator = entries.text("simulator", LONGEST_TITLE);
        if (!simulator.isEmpty() && !simulators.has(simulator)) {
            entries.fault("simulator", "there is no simulators/" + simulator + "/index.html");
        }
        String title = entries.text("title", LONGEST_TITLE);
        String setup = entries.within("setup", entries.json("setup").map(Object::toString).orElse("{}"),
                LONGEST_SETUP);
        List<Item.Field> facts = facts(simulator);
        Map<String, String> start = entries.map("start").map(map -> texts(map, facts)).orElse(Map.of());
        if (entries.has("start") && changesNothing(start, facts)) {
            entries.fault("start", "the start is already right");
        }
        return new Item.Operate(simulator, title, setup, facts, start, refused(facts));
    }

    private List<Item.Field> facts(String simulator) {
        List<Item.Field> facts = new ArrayList<>();
        Optional<Entries> expected = entries.map("expect");
        if (expected.isEmpty()) {
            return facts;
        }
        for (String name : expected.get().keys()) {
            if (!name.matches(FACT)) {
                expected.get().fault(name,
                        "a fact's name has at most 60 letters without accents, digits and - _ . : /");
            }
            facts.add(fact(expected.get(), name, simulators.label(simulator, name)));
        }
        if (facts.isEmpty() || facts.size() > MOST_FACTS) {
            entries.fault("expect", "there are " + facts.size() + " facts, not 1 to " + MOST_FACTS);
        }
        return List.copyOf(facts);
    }

    private static Item.Field fact(Entries expected, String name, String label) {
        if (!expected.isMap(name)) {
            return fact(expected, name, name, label, Set.of());
        }
        Entries fact = expected.map(name).orElseThrow();
        String own = fact.has("label") ? fact.text("label", LONGEST_LABEL) : label;
        Set<Tolerance> tolerances = fact.has("tolerances") ? FieldReader.tolerances(fact) : Set.of();
        Item.Field field = fact(fact, "answers", name, own, tolerances);
        fact.done();
        return field;
    }

    private static Item.Field fact(Entries entries, String key, String name, String label, Set<Tolerance> tolerances) {
        List<Entries.Text> answers = entries.anyTexts(key);
        if (answers.isEmpty()) {
            entries.fault(key, "a fact has at least one text, perhaps \"\"");
        }
        answers.forEach(answer -> within(entries, answer));
        Item.Field field = new Item.Field(name, label, Format.TEXT, List.of(), FieldReader.values(answers), tolerances,
                List.of());
        KeyChecks.check(entries, field, answers, List.of());
        return field;
    }

    private List<Map<String, String>> refused(List<Item.Field> facts) {
        List<Map<String, String>> refused = new ArrayList<>();
        for (Entries end : entries.list("refused")) {
            Map<String, String> texts = texts(end, facts);
            if (changesNothing(texts, facts)) {
                end.reading().fault(end.line(), "this refused end would be accepted");
            }
            refused.add(texts);
        }
        if (entries.has("refused") && refused.isEmpty()) {
            entries.fault("refused", "at least one plausible wrong end is needed");
        }
        return List.copyOf(refused);
    }

    /** Some of the facts with other texts. */
    private static Map<String, String> texts(Entries entries, List<Item.Field> facts) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : entries.keys()) {
            Entries.Text text = entries.anyText(name);
            within(entries, text);
            texts.put(name, text.value());
            if (facts.stream().noneMatch(fact -> fact.name().equals(name))) {
                entries.fault(name, "`expect` has no fact `" + name + "`");
            }
        }
        return Map.copyOf(texts);
    }

    /** Whether every text is as good as the key's: others stay as the key has them. */
    private static boolean changesNothing(Map<String, String> texts, List<Item.Field> facts) {
        return facts.stream().filter(fact -> texts.containsKey(fact.name()))
                .allMatch(fact -> Tolerances.accepts(fact, texts.getOrDefault(fact.name(), "")));
    }

    private static void within(Entries entries, Entries.Text text) {
        if (text.value().length() > LONGEST_FACT) {
            entries.reading().fault(text.line(), "a fact has at most " + LONGEST_FACT + " characters");
        }
    }
}
