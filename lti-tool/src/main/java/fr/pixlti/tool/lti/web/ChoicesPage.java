package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.domain.Activities;
import fr.pixlti.tool.lti.spi.ActivityProvider.MakingPage;
import fr.pixlti.tool.lti.spi.ActivityProvider.PickerEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a teacher may tick.
 *
 * @param base path of the page; what is done with the choice stands below it
 * @param fields that every request of the page repeats
 * @param words looked for, blank when nothing was
 * @param makingPages on which something else may be made
 * @param back path by which they lead back here
 * @param problem bundle key of what is wrong with the choice, absent while nothing is
 */
record ChoicesPage(String base, Map<String, String> fields, String words, List<Group> groups,
        List<MakingPage> makingPages, String back, @Nullable String problem) {

    /**
     * @param folds whether its entries may be folded away
     * @param open whether they are not: they were looked for, or some are ticked
     */
    record Group(String heading, List<Entry> entries, boolean folds, boolean open) {}

    record Entry(String target, String label, String description, boolean ticked) {}

    static ChoicesPage of(String base, Map<String, String> fields, Activities activities, @Nullable UUID course,
            Ticked ticked, @Nullable String problem, Locale locale) {
        List<Group> groups = activities.pickerEntries(course, locale, ticked.words(), ticked.targets()).entrySet()
                .stream()
                .map(group -> group(group.getKey(), group.getValue(), ticked))
                .toList();
        return new ChoicesPage(base, fields, ticked.words(), groups,
                course == null ? List.of() : activities.makingPages(course, locale), back(base, fields), problem);
    }

    /** Path of this page, as a page on which something is made leads back to it. */
    private static String back(String base, Map<String, String> fields) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath(base);
        // In one order, so that the page that is led to knows the address again.
        new TreeMap<>(fields).descendingMap().forEach(path::queryParam);
        return path.build().toUriString();
    }

    private static Group group(String heading, List<PickerEntry> found, Ticked ticked) {
        List<Entry> entries = found.stream().map(entry -> entry(entry, ticked)).toList();
        return new Group(heading, entries, found.stream().allMatch(PickerEntry::folded),
                !ticked.words().isBlank() || entries.stream().anyMatch(Entry::ticked));
    }

    private static Entry entry(PickerEntry entry, Ticked ticked) {
        return new Entry(entry.target().toString(), entry.label(), entry.description(),
                ticked.targets().contains(entry.target()));
    }

    /** What was ticked and looked for so far; it travels in the address, so going back never loses it. */
    record Ticked(List<Target> targets, String words) {

        private static final int MOST_WORDS = 100;

        /** @param targets as sent; what is no target is left out */
        static Ticked of(@Nullable List<String> targets, String words) {
            List<Target> read = targets == null
                    ? List.of()
                    : targets.stream().map(Target::parse).flatMap(Optional::stream).distinct().toList();
            return new Ticked(read, words.substring(0, Math.min(words.length(), MOST_WORDS)));
        }

        List<String> texts() {
            return targets.stream().map(Target::toString).toList();
        }
    }
}
