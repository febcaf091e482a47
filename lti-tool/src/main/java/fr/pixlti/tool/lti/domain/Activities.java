package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.lti.spi.ActivityProvider.PickerEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the rooms offer to links. */
@Component
public class Activities {

    private final List<ActivityProvider> providers;

    Activities(List<ActivityProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** The room that opens the target; empty when none does or the target does not exist. */
    Optional<ActivityProvider> providing(Target target) {
        for (ActivityProvider provider : providers) {
            if (provider.provides(target.kind())) {
                return provider.exists(target) ? Optional.of(provider) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Everything a teacher may pick, by heading, in the rooms' order. */
    public Map<String, List<PickerEntry>> pickerEntries(Locale locale) {
        Map<String, List<PickerEntry>> groups = new LinkedHashMap<>();
        for (ActivityProvider provider : providers) {
            for (PickerEntry entry : provider.pickerEntries(locale)) {
                groups.computeIfAbsent(entry.group(), group -> new java.util.ArrayList<>()).add(entry);
            }
        }
        return groups;
    }
}
