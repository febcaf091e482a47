package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.profile.ShowIntroduction;
import fr.pixlti.tool.shared.CurrentPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How tests work, told in a few screens; looking at it changes nothing, going on from it does. */
@Controller
class IntroductionController {

    private static final int STEPS = 4;
    private static final String PROFILE = "/profile";

    private final ShowIntroduction showIntroduction;

    IntroductionController(ShowIntroduction showIntroduction) {
        this.showIntroduction = showIntroduction;
    }

    /** @param wayOn where it leads in the end */
    @GetMapping("/profile/introduction")
    String look(@RequestParam(defaultValue = "1") int step,
            @RequestParam(name = "continue", defaultValue = PROFILE) String wayOn,
            @AuthenticationPrincipal CurrentPerson person, Model model) {
        model.addAttribute("step", Math.clamp(step, 1, STEPS));
        model.addAttribute("steps", STEPS);
        model.addAttribute("wayOn", WayOn.checked(wayOn));
        return "assessment/introduction";
    }

    @PostMapping("/profile/introduction")
    String goOn(@RequestParam(name = "continue", defaultValue = PROFILE) String wayOn,
            @AuthenticationPrincipal CurrentPerson person) {
        String checked = WayOn.checked(wayOn);
        showIntroduction.done(person.id());
        return "redirect:" + checked;
    }
}
