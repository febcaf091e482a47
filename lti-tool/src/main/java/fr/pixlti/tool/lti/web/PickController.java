package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.Activities;
import fr.pixlti.tool.lti.domain.Fault;
import fr.pixlti.tool.lti.domain.LaunchRefused;
import fr.pixlti.tool.lti.domain.PickActivity;
import fr.pixlti.tool.lti.domain.PickGrant;
import fr.pixlti.tool.lti.domain.PickGrants;
import fr.pixlti.tool.lti.spi.ActivityProvider.PickerEntry;
import fr.pixlti.tool.shared.CurrentPerson;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A link that says nothing yet: who launched it as an instructor picks, others are told that it is not ready. */
@Controller
class PickController {

    private final PickGrants grants;
    private final PickActivity pickActivity;
    private final Activities activities;

    PickController(PickGrants grants, PickActivity pickActivity, Activities activities) {
        this.grants = grants;
        this.pickActivity = pickActivity;
        this.activities = activities;
    }

    /** For the holder of a grant for this link. When a colleague has picked meanwhile, leads to what they picked. */
    @GetMapping("/lti/pick")
    String choices(@RequestParam UUID link, @RequestParam(defaultValue = "") String grant,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        Optional<String> picked = pickActivity.openPicked(granted(link, grant, person));
        if (picked.isPresent()) {
            return "redirect:" + picked.get();
        }
        model.addAttribute("page", new PickPage(link, grant, groups(locale), false));
        return "lti/pick";
    }

    /** For the holder of a grant for this link. */
    @PostMapping("/lti/pick")
    String pick(@RequestParam UUID link, @RequestParam(defaultValue = "") String grant,
            @RequestParam(defaultValue = "") String target, @AuthenticationPrincipal CurrentPerson person,
            Locale locale, Model model, HttpServletResponse response) {
        Optional<String> path = pickActivity.handle(granted(link, grant, person), target);
        if (path.isPresent()) {
            return "redirect:" + path.get();
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("page", new PickPage(link, grant, groups(locale), true));
        return "lti/pick";
    }

    /** For everybody with a session. */
    @GetMapping("/lti/not-ready")
    String notReady() {
        return "lti/not-ready";
    }

    private PickGrant granted(UUID link, String grant, CurrentPerson person) {
        return grants.read(grant, link, person.id()).orElseThrow(() -> new LaunchRefused(Fault.PICK_REFUSED));
    }

    private List<Group> groups(Locale locale) {
        return activities.pickerEntries(locale).entrySet().stream()
                .map((Map.Entry<String, List<PickerEntry>> group) -> new Group(group.getKey(),
                        group.getValue().stream().map(PickController::entry).toList()))
                .toList();
    }

    private static Entry entry(PickerEntry entry) {
        return new Entry(entry.target().toString(), entry.label(), entry.description());
    }

    /** @param nothingChosen whether the form came back without a choice */
    record PickPage(UUID link, String grant, List<Group> groups, boolean nothingChosen) {}

    record Group(String heading, List<Entry> entries) {}

    record Entry(String target, String label, String description) {}
}
