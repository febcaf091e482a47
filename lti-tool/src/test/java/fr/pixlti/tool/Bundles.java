package fr.pixlti.tool;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The message bundles below a resources folder, and what is wrong with their texts. A fault names the file and the key.
 */
record Bundles(Path resources, Map<String, Map<String, String>> texts) {

    private static final String ENGLISH = "_en";
    private static final Pattern BASENAME = Pattern.compile("(?m)^ +basename: *(.+)$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final double[] SAMPLES = {0, 1, 2, 5};

    static Bundles in(Path resources) {
        try (Stream<Path> files = Files.list(resources.resolve("messages"))) {
            Map<String, Map<String, String>> texts = new TreeMap<>();
            files.forEach(file -> texts.put(file.getFileName().toString().replace(".properties", ""), read(file)));
            return new Bundles(resources, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of the French files, which are complete when {@link #missing()} finds nothing. */
    Set<String> keys() {
        return french().flatMap(bundle -> texts.getOrDefault(bundle, Map.of()).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Files without their other language, keys without their other language. */
    List<String> missing() {
        List<String> faults = new ArrayList<>();
        texts.forEach((bundle, messages) -> {
            String other = bundle.endsWith(ENGLISH) ? room(bundle) : bundle + ENGLISH;
            Set<String> known = texts.getOrDefault(other, Map.of()).keySet();
            messages.keySet().stream().filter(key -> !known.contains(key))
                    .forEach(key -> faults.add(other + " lacks " + key));
        });
        return faults;
    }

    /** Bundles that {@code spring.messages.basename} does not name, and names there without a bundle. */
    List<String> unread() {
        try {
            Matcher line = BASENAME.matcher(Files.readString(resources.resolve("application.yaml")));
            Set<String> read = line.find() ? Set.of(line.group(1).strip().split(",")) : Set.of();
            Set<String> there = french().map(bundle -> "messages/" + bundle).collect(Collectors.toSet());
            return Stream.concat(there.stream().filter(name -> !read.contains(name)).map(name -> name + " is not read"),
                    read.stream().filter(name -> !there.contains(name)).map(name -> name + " is not there")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys that do not begin with the room that their file is named after. */
    List<String> misplaced() {
        return each((bundle, key, text) -> key.startsWith(room(bundle) + ".")
                || key.startsWith("error." + room(bundle) + ".")
                || key.startsWith("audit." + room(bundle) + ".") ? "" : "belongs elsewhere");
    }

    /** Texts that {@link MessageFormat} does not read, or would show otherwise than they are written. */
    List<String> unreadable() {
        return each((bundle, key, text) -> {
            if (text.isBlank()) {
                return "is empty";
            }
            if (text.replace("''", "").contains("'")) {
                return "has an apostrophe that is not doubled";
            }
            try {
                MessageFormat format = new MessageFormat(text, Locale.FRENCH);
                boolean broken = Arrays.stream(SAMPLES).anyMatch(sample -> shown(format, sample).contains("{"));
                return broken ? "shows a brace: no apostrophe fits inside a choice that has a placeholder" : "";
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                return "is no MessageFormat: " + e.getMessage();
            }
        });
    }

    /** Texts whose two languages do not fill in the same values. */
    List<String> unequal() {
        return each((bundle, key, text) -> {
            String other = texts.getOrDefault(bundle + ENGLISH, Map.of()).getOrDefault(key, text);
            return placeholders(text).equals(placeholders(other))
                    ? ""
                    : "fills in " + placeholders(text) + " in French, " + placeholders(other) + " in English";
        });
    }

    private interface Check {

        /** What is wrong, empty when nothing is. */
        String fault(String bundle, String key, String text);
    }

    private List<String> each(Check check) {
        List<String> faults = new ArrayList<>();
        texts.forEach((bundle, messages) -> messages.forEach((key, text) -> {
            String fault = check.fault(bundle, key, text);
            if (!fault.isEmpty()) {
                faults.add(bundle + ": " + key + " " + fault);
            }
        }));
        return faults;
    }

    private Stream<String> french() {
        return texts.keySet().stream().filter(bundle -> !bundle.endsWith(ENGLISH));
    }

    private static String room(String bundle) {
        return bundle.replace(ENGLISH, "");
    }

    private static String shown(MessageFormat format, double sample) {
        Object[] values = new Object[10];
        Arrays.fill(values, sample);
        return format.format(values);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text.replace("''", "")).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> messages = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> messages.put(key, properties.getProperty(key)));
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not UTF-8", e);
        }
    }
}
