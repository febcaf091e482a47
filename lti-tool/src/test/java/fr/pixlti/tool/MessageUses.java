package fr.pixlti.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where templates and classes name message keys. A key may be put together at run time from a prefix that ends with a
 * dot: the prefix then counts for every key that begins with it.
 *
 * @param asked keys, and prefixes, that are surely looked up
 * @param named every string that may be a key, a prefix, or the code of a {@code DomainError} or of
 *     a deed for the audit log
 * @param obscure expressions in which neither can be read
 */
record MessageUses(Set<String> asked, Set<String> named, List<String> obscure) {

    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([^({}$]+)[({}]");
    private static final Pattern EXPRESSION_IN_TEMPLATE = Pattern.compile("#\\{\\$\\{([^}]*)}");
    private static final Pattern OTHER_IN_TEMPLATE = Pattern.compile("#\\{(?![A-Za-z]|\\$\\{)[^}]*}");
    private static final Pattern TEMPLATE_STRING = Pattern.compile("'([^']*)'");
    private static final Pattern JAVA_STRING = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern JAVA_ERROR = Pattern
            .compile("(?:new DomainError|DomainError\\s*\\.notFound)\\(\\s*\"([^\"]+)\"");
    private static final Pattern JAVA_MESSAGE = Pattern.compile("getMessage\\(\\s*\"([^\"]+)\"");
    private static final Pattern PREFIX = Pattern.compile("[a-z]+\\.[A-Za-z.-]+\\.");

    static MessageUses in(Path templates, Path classes) {
        MessageUses uses = new MessageUses(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
        each(templates, ".html", uses::readTemplate);
        each(classes, ".java", uses::readClass);
        return uses;
    }

    /** Keys that are looked up and not in the bundles. */
    List<String> unknown(Set<String> keys) {
        return asked.stream().filter(ask -> ask.endsWith(".")
                ? keys.stream().noneMatch(key -> key.startsWith(ask))
                : !keys.contains(ask)).toList();
    }

    /** Keys in the bundles that nothing looks up. */
    List<String> unused(Set<String> keys) {
        List<String> prefixes = named.stream().filter(PREFIX.asMatchPredicate()).toList();
        return keys.stream().filter(key -> !named.contains(key) && prefixes.stream().noneMatch(key::startsWith)
                && Stream.of("error.", "audit.").noneMatch(
                        kind -> key.startsWith(kind) && named.contains(key.substring(kind.length()))))
                .toList();
    }

    private void readTemplate(Path file, String text) {
        Matcher key = KEY_IN_TEMPLATE.matcher(text);
        while (key.find()) {
            asked.add(key.group(1));
        }
        Matcher expression = EXPRESSION_IN_TEMPLATE.matcher(text);
        while (expression.find()) {
            if (expression.group(1).startsWith("'")) {
                asked.add(expression.group(1).split("'")[1]);
            }
        }
        OTHER_IN_TEMPLATE.matcher(text).results()
                .forEach(found -> obscure.add(file.getFileName() + ": " + found.group()));
        named.addAll(asked);
        TEMPLATE_STRING.matcher(text).results().forEach(found -> named.add(found.group(1)));
    }

    private void readClass(Path file, String text) {
        JAVA_ERROR.matcher(text).results().forEach(found -> asked.add("error." + found.group(1)));
        JAVA_MESSAGE.matcher(text).results().forEach(found -> asked.add(found.group(1)));
        JAVA_STRING.matcher(text).results().forEach(found -> named.add(found.group(1)));
    }

    private interface Reading {

        void read(Path file, String text);
    }

    private static void each(Path folder, String ending, Reading reading) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(ending)).sorted().toList()) {
                reading.read(file, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
