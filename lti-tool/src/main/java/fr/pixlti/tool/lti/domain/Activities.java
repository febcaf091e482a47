package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.lti.spi.ActivityProvider.MakingPage;
import fr.pixlti.tool.lti.spi.ActivityProvider.Offer;
import fr.pixlti.tool.lti.spi.ActivityProvider.PickerEntry;
import fr.pixlti.tool.shared.Transactions;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rooms offer to links. */
@Component
public class Activities {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final List<ActivityProvider> providers;
    private final Transactions transactions;

    Activities(List<ActivityProvider> providers, Transactions transactions) {
        this.providers = List.copyOf(providers);
        this.transactions = transactions;
    }

    /** The room that opens the target; empty when none does or the target does not exist. */
    public Optional<ActivityProvider> providing(Target target) {
        for (ActivityProvider provider : providers) {
            if (provider.provides(target.kind())) {
                return provider.exists(target) ? Optional.of(provider) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * What a teacher may pick, by heading, in the rooms' order.
     *
     * @param courseId the course's row in {@code people}, absent outside a course
     * @param words all of them must be found in the entry; case and accents do not count; blank finds everything
     * @param kept entries that are there whatever the words, because they are ticked
     */
    public Map<String, List<PickerEntry>> pickerEntries(@Nullable UUID courseId, Locale locale, String words,
            Collection<Target> kept) {
        List<String> wanted = Arrays.stream(SPACES.split(plain(words))).filter(word -> !word.isEmpty()).toList();
        Map<String, List<PickerEntry>> groups = new LinkedHashMap<>();
        for (ActivityProvider provider : providers) {
            for (PickerEntry entry : transactions.call(() -> provider.pickerEntries(courseId, locale))) {
                String text = plain(entry.group() + " " + entry.label() + " " + entry.description());
                if (kept.contains(entry.target()) || wanted.stream().allMatch(text::contains)) {
                    groups.computeIfAbsent(entry.group(), group -> new ArrayList<>()).add(entry);
                }
            }
        }
        return groups;
    }

    /** Pages on which a teacher of the course makes what no entry offers. */
    public List<MakingPage> makingPages(UUID courseId, Locale locale) {
        return providers.stream().flatMap(provider -> provider.makingPages(courseId, locale).stream()).toList();
    }

    /** What one activity made of all these targets would be; empty when no room makes one. */
    public Optional<Offer> offerTogether(List<Target> targets, Locale locale) {
        return together(targets).flatMap(provider -> provider.offerTogether(targets, locale));
    }

    /** Makes that activity. */
    Optional<Target> makeTogether(List<Target> targets, String title, UUID courseId, Locale locale) {
        return together(targets).filter(provider -> provider.offerTogether(targets, locale).isPresent())
                .map(provider -> provider.makeTogether(targets, title, courseId));
    }

    /** The one room that provides all of them. */
    private Optional<ActivityProvider> together(List<Target> targets) {
        List<ActivityProvider> all = targets.stream().map(this::providing).flatMap(Optional::stream).distinct()
                .toList();
        boolean existing = targets.stream().allMatch(target -> providing(target).isPresent());
        return targets.size() > 1 && existing && all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("")
                .toLowerCase(Locale.ROOT).strip();
    }
}
