package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Tolerances;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a QROCM: a text in which {@code {{name}}} stands for a field. */
final class SeveralFieldsReader {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");

    private final Entries entries;

    SeveralFieldsReader(Entries entries) {
        this.entries = entries;
    }

    Item.Work read() {
        if (!entries.has("mode")) {
            entries.text("mode");
        }
        boolean dependent = "dependent".equals(entries.word("mode", "independent", "dependent"));
        List<List<String>> groups = dependent ? groups() : List.of();
        List<Item.Field> fields = fields(dependent, groups);
        List<Item.Part> parts = parts(fields.stream().map(Item.Field::name).toList());
        return new Item.FillSeveral(parts, fields, groups);
    }

    private List<Item.Field> fields(boolean dependent, List<List<String>> groups) {
        List<Item.Field> fields = new ArrayList<>();
        Optional<Entries> byName = entries.map("fields");
        if (byName.isEmpty()) {
            return fields;
        }
        for (String name : byName.get().keys()) {
            if (!name.matches("[a-z][a-z0-9_-]*")) {
                byName.get().fault(name, "a field's name has a–z, 0–9, hyphens and underscores: `" + name + "`");
            }
            byName.get().map(name).map(field -> new FieldReader(field, name))
                    .map(reader -> dependent ? reader.dependent(groups) : reader.independent())
                    .ifPresent(fields::add);
        }
        if (fields.isEmpty()) {
            entries.fault("fields", "a qrocm has at least one field");
        }
        if (dependent && groups.size() < fields.size()) {
            entries.fault("groups", "there are " + groups.size() + " groups for " + fields.size() + " fields");
        }
        if (dependent && !fields.isEmpty()) {
            checkGroups(fields.getFirst(), groups);
        }
        return List.copyOf(fields);
    }

    private List<List<String>> groups() {
        List<List<String>> groups = new ArrayList<>();
        for (List<Entries.Text> group : entries.textLists("groups")) {
            groups.add(group.stream().map(Entries.Text::value).toList());
            if (group.isEmpty()) {
                entries.fault("groups", "a group has at least one answer");
            }
        }
        return List.copyOf(groups);
    }

    /** An answer good for two groups would let the learner give it twice. */
    private void checkGroups(Item.Field field, List<List<String>> groups) {
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                List<String> other = groups.get(j);
                for (String answer : groups.get(i)) {
                    if (Tolerances.accepts(field, other, answer)) {
                        entries.fault("groups", "`" + answer + "` is good for two groups, so it could be given twice");
                    }
                }
            }
        }
    }

    private List<Item.Part> parts(List<String> names) {
        String html = Prose.html(entries, "text");
        List<Item.Part> parts = new ArrayList<>();
        List<String> placed = new ArrayList<>();
        Matcher matcher = PLACE.matcher(html);
        int from = 0;
        while (matcher.find()) {
            String name = matcher.group(1).strip();
            if (!names.contains(name)) {
                entries.fault("text", "{{" + name + "}} has no field");
            } else if (placed.contains(name)) {
                entries.fault("text", "{{" + name + "}} stands twice");
            }
            placed.add(name);
            if (matcher.start() > from) {
                parts.add(new Item.Part(html.substring(from, matcher.start()), null));
            }
            parts.add(new Item.Part(null, name));
            from = matcher.end();
        }
        if (from < html.length()) {
            parts.add(new Item.Part(html.substring(from), null));
        }
        names.stream().filter(name -> !placed.contains(name))
                .forEach(name -> entries.fault("text", "the field `" + name + "` has no {{" + name + "}}"));
        return List.copyOf(parts);
    }
}
