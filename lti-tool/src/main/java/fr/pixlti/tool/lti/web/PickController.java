package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.Activities;
import fr.pixlti.tool.lti.domain.ChooseContent;
import fr.pixlti.tool.lti.domain.ChooseContent.Draft;
import fr.pixlti.tool.lti.domain.Fault;
import fr.pixlti.tool.lti.domain.LaunchRefused;
import fr.pixlti.tool.lti.domain.PickActivity;
import fr.pixlti.tool.lti.domain.PickGrant;
import fr.pixlti.tool.lti.domain.PickGrants;
import fr.pixlti.tool.lti.domain.ShowPreview;
import fr.pixlti.tool.lti.web.ChoicesPage.Ticked;
import fr.pixlti.tool.shared.CurrentPerson;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** A link that says nothing yet: who launched it as an instructor picks one activity, others are told that it is not ready. */
@Controller
class PickController {

    private static final String BASE = "/lti/pick";

    private final PickGrants grants;
    private final PickActivity pickActivity;
    private final ChooseContent chooseContent;
    private final ShowPreview showPreview;
    private final Activities activities;

    PickController(PickGrants grants, PickActivity pickActivity, ChooseContent chooseContent, ShowPreview showPreview,
            Activities activities) {
        this.grants = grants;
        this.pickActivity = pickActivity;
        this.chooseContent = chooseContent;
        this.showPreview = showPreview;
        this.activities = activities;
    }

    /** For the holder of a grant for this link. When a colleague has picked meanwhile, leads to what they picked. */
    @GetMapping(BASE)
    String choices(@RequestParam UUID link, @RequestParam(defaultValue = "") String grant,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "target", required = false) @Nullable List<String> ticked,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        PickGrant granted = granted(link, grant, person);
        Optional<String> picked = pickActivity.openPicked(granted);
        return picked.isPresent()
                ? "redirect:" + picked.get()
                : choices(granted, fields(link, grant), Ticked.of(ticked, words), null, locale, model);
    }

    /** For the holder of a grant for this link. */
    @GetMapping(BASE + "/preview")
    String preview(@RequestParam UUID link, @RequestParam(defaultValue = "") String grant,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "target", required = false) @Nullable List<String> ticked, @RequestParam String show,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        granted(link, grant, person);
        model.addAttribute("page", PreviewPage.of(BASE, fields(link, grant), Ticked.of(ticked, words), show,
                showPreview.handle(show, locale)));
        return "lti/preview";
    }

    /** For the holder of a grant for this link: leads to what is looked for, or to a preview, with all that was ticked. */
    @PostMapping(BASE + "/look")
    String look(@RequestParam UUID link, @RequestParam(defaultValue = "") String grant,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "target", required = false) @Nullable List<String> ticked,
            @RequestParam(required = false) @Nullable String show, @AuthenticationPrincipal CurrentPerson person) {
        granted(link, grant, person);
        Ticked chosen = Ticked.of(ticked, words);
        UriComponentsBuilder next = UriComponentsBuilder.fromPath(show == null ? BASE : BASE + "/preview")
                .queryParam("link", link).queryParam("grant", "{grant}").queryParam("q", "{words}");
        chosen.texts().forEach(target -> next.queryParam("target", target));
        return "redirect:" + (show == null
                ? next.encode().buildAndExpand(grant, chosen.words())
                : next.queryParam("show", "{show}").encode().buildAndExpand(grant, chosen.words(), show));
    }

    /** For the holder of a grant for this link. */
    @PostMapping(BASE)
    String pick(@RequestParam UUID link, @RequestParam(defaultValue = "") String grant,
            @RequestParam(name = "target", required = false) @Nullable List<String> ticked,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model, HttpServletResponse response) {
        Ticked chosen = Ticked.of(ticked, "");
        PickGrant granted = granted(link, grant, person);
        Optional<String> path = pickActivity.handle(granted, chosen.targets(), locale);
        if (path.isPresent()) {
            return "redirect:" + path.get();
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        Draft draft = chooseContent.draft(chosen.targets(), true, locale);
        return choices(granted, fields(link, grant), chosen, problem(draft), locale, model);
    }

    /** For everybody with a session. */
    @GetMapping("/lti/not-ready")
    String notReady() {
        return "lti/not-ready";
    }

    private PickGrant granted(UUID link, String grant, CurrentPerson person) {
        return grants.read(grant, link, person.id()).orElseThrow(() -> new LaunchRefused(Fault.PICK_REFUSED));
    }

    private String choices(PickGrant granted, Map<String, String> fields, Ticked ticked, @Nullable String problem,
            Locale locale, Model model) {
        model.addAttribute("page",
                ChoicesPage.of(BASE, fields, activities, granted.courseId(), ticked, problem, locale));
        return "lti/pick";
    }

    private static String problem(Draft draft) {
        return draft.items().size() > 1 ? "lti.choices.only-one" : "lti.choices.nothing";
    }

    private static Map<String, String> fields(UUID link, String grant) {
        return Map.of("link", link.toString(), "grant", grant);
    }
}
