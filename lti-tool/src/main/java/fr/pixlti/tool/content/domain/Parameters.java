package fr.pixlti.tool.content.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The {@code parameters} of a template, in the order of the file: drawn from a list ({@code of}) or from a range
 * ({@code from}, {@code to}, {@code step}), or computed from those above ({@code compute}).
 */
final class Parameters {

    private static final int MOST_DECIMALS = 6;
    private static final int MOST_VALUES = 10_000;
    /** Of a text that is drawn or computed, in characters: texts may hold it many times. */
    static final int LONGEST_TEXT = 200;
    /** Tries for each draw wanted: conditions and chance may refuse many. */
    private static final int TRIES = 60;

    private final Map<String, Function<Drawing, Optional<Value>>> sources = new LinkedHashMap<>();
    private final Entries entries;
    private @Nullable Formula condition;

    private Parameters(Entries entries) {
        this.entries = entries;
    }

    /**
     * What stands for a parameter.
     *
     * @param value a number or a text
     * @param decimals shown of a number
     */
    record Value(Object value, int decimals) {

        /** As a French text has it: decimal comma, thousands apart from 10 000 on. */
        String text() {
            if (!(value instanceof BigDecimal number)) {
                return value.toString();
            }
            String plain = number.setScale(decimals, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
            int end = plain.indexOf(',') < 0 ? plain.length() : plain.indexOf(',');
            int start = plain.startsWith("-") ? 1 : 0;
            StringBuilder grouped = new StringBuilder(plain);
            if (end - start > 4) {
                for (int at = end - 3; at > start; at -= 3) {
                    grouped.insert(at, '\u202F');
                }
            }
            return grouped.toString();
        }

        /** As a program or an address has it. */
        String raw() {
            return value instanceof BigDecimal number
                    ? number.setScale(decimals, RoundingMode.HALF_UP).toPlainString()
                    : value.toString();
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** A draw under way. */
    private record Drawing(Map<String, Value> values, SplittableRandom chance) {}

    /** @param entries of the item */
    static Parameters of(Entries entries) {
        Parameters parameters = new Parameters(entries);
        entries.map("parameters").ifPresent(map -> {
            for (String name : map.keys()) {
                if (!name.matches("[a-z][a-z0-9_]*")) {
                    map.fault(name, "a parameter's name has a–z, 0–9 and _: `" + name + "`");
                }
                map.map(name).ifPresent(spec -> parameters.sources.put(name, parameters.source(spec)));
            }
        });
        if (entries.has("suchThat")) {
            parameters.condition = Formula.of(entries, "suchThat");
        }
        return parameters;
    }

    private Function<Drawing, Optional<Value>> source(Entries spec) {
        Function<Drawing, Optional<Value>> source;
        if (spec.has("compute")) {
            Formula formula = Formula.of(spec, "compute");
            int decimals = spec.has("decimals") ? spec.number("decimals", 0, MOST_DECIMALS) : 0;
            boolean rounded = spec.has("decimals");
            source = drawing -> formula.value(drawing.values()).map(result -> result instanceof BigDecimal number
                    ? computed(spec, number, decimals, rounded)
                    : new Value(result, 0));
        } else {
            List<Value> values = spec.has("of") ? listed(spec) : range(spec);
            source = drawing -> values.isEmpty()
                    ? Optional.empty()
                    : Optional.of(values.get(drawing.chance().nextInt(values.size())));
        }
        spec.done();
        return source;
    }

    private static Value computed(Entries spec, BigDecimal number, int decimals, boolean rounded) {
        BigDecimal shown = number.setScale(decimals, RoundingMode.HALF_UP);
        if (!rounded && shown.compareTo(number) != 0) {
            spec.fault("compute", "the result " + number + " is not whole; say how many `decimals`");
        }
        return new Value(shown, decimals);
    }

    private static List<Value> listed(Entries spec) {
        List<String> texts = FieldReader.values(spec.texts("of"));
        if (texts.stream().anyMatch(text -> text.length() > LONGEST_TEXT)) {
            spec.fault("of", "a text to be drawn has more than " + LONGEST_TEXT + " characters");
            return List.of();
        }
        boolean numbers = texts.stream().allMatch(text -> text.matches("-?\\d{1,12}(\\.\\d{1,6})?"));
        int decimals = numbers ? decimals(spec, texts.stream().map(BigDecimal::new).toList()) : 0;
        Set<Value> values = new LinkedHashSet<>();
        for (String text : texts) {
            if (!values.add(new Value(numbers ? new BigDecimal(text) : text, decimals))) {
                spec.fault("of", "`" + text + "` stands twice");
            }
        }
        return List.copyOf(values);
    }

    private static List<Value> range(Entries spec) {
        BigDecimal from = number(spec, "from");
        BigDecimal to = number(spec, "to");
        BigDecimal step = spec.has("step") ? number(spec, "step") : BigDecimal.ONE;
        int decimals = decimals(spec, List.of(from, step));
        List<Value> values = new ArrayList<>();
        if (step.signum() <= 0 || to.compareTo(from) < 0
                || to.subtract(from).compareTo(step.multiply(BigDecimal.valueOf(MOST_VALUES))) > 0) {
            spec.fault("from", "from, to and step give no range, or one of more than " + MOST_VALUES + " values");
            return values;
        }
        for (BigDecimal at = from; at.compareTo(to) <= 0; at = at.add(step)) {
            values.add(new Value(at, decimals));
        }
        return values;
    }

    /** As many as the author says, else as many as the numbers have. */
    private static int decimals(Entries spec, List<BigDecimal> numbers) {
        return spec.has("decimals")
                ? spec.number("decimals", 0, MOST_DECIMALS)
                : numbers.stream().mapToInt(number -> Math.max(0, number.scale())).max().orElse(0);
    }

    private static BigDecimal number(Entries spec, String key) {
        String text = spec.text(key);
        if (text.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
            return new BigDecimal(text);
        }
        if (!text.isEmpty()) {
            spec.fault(key, "`" + key + "` is not a number");
        }
        return BigDecimal.ZERO;
    }

    /** Different draws, always the same ones and in the same order, since chance begins with the item's name. */
    List<Map<String, Value>> draws(int most) {
        SplittableRandom chance = new SplittableRandom(entries.has("item") ? entries.text("item").hashCode() : 0);
        Set<Map<String, Value>> draws = new LinkedHashSet<>();
        int before = entries.reading().faults().size();
        for (int tries = 0; tries < most * TRIES && draws.size() < most; tries++) {
            Map<String, Value> draw = draw(chance);
            if (draw.size() < sources.size() || entries.reading().faults().size() > before) {
                break;
            }
            Formula wanted = condition;
            if (wanted == null || wanted.value(draw).map(Boolean.TRUE::equals).orElse(false)) {
                draws.add(draw);
            }
        }
        return List.copyOf(draws);
    }

    private Map<String, Value> draw(SplittableRandom chance) {
        Map<String, Value> values = new LinkedHashMap<>();
        Drawing drawing = new Drawing(values, chance);
        for (Map.Entry<String, Function<Drawing, Optional<Value>>> source : sources.entrySet()) {
            Optional<Value> value = source.getValue().apply(drawing);
            if (value.isEmpty()) {
                return values;
            }
            values.put(source.getKey(), value.get());
        }
        return values;
    }
}
