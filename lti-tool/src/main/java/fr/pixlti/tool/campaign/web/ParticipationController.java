package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.campaign.domain.TakePart;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.CurrentPerson;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The learner's page of an activity. Whoever asks must be the participation's own person; {@link TakePart} checks. */
@Controller
class ParticipationController {

    private final TakePart takePart;
    private final PathController paths;
    private final AssessmentApi assessments;
    private final ContentApi content;
    private final Clock clock;

    ParticipationController(TakePart takePart, PathController paths, AssessmentApi assessments, ContentApi content,
            Clock clock) {
        this.takePart = takePart;
        this.paths = paths;
        this.assessments = assessments;
        this.content = content;
        this.clock = clock;
    }

    @GetMapping("/participations/{id}")
    String look(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        TakePart.Activity activity = takePart.look(id, person.id());
        if (activity.campaign().made()) {
            return paths.look(id, person, locale, model);
        }
        if (activity.campaign().several()) {
            model.addAttribute("page", SeveralPage.of(activity, assessments.maxLevel(), content.current(),
                    clock.instant(), locale));
            return "campaign/several";
        }
        model.addAttribute("page",
                ParticipationPage.of(activity, content.current(), clock.instant(), locale));
        return "campaign/participation";
    }

    @PostMapping("/participations/{id}/test")
    String begin(@PathVariable UUID id, @RequestParam(required = false) @Nullable String competence,
            @AuthenticationPrincipal CurrentPerson person) {
        return "redirect:" + introduced(person, takePart.begin(id, competence, person.id()));
    }

    @PostMapping("/participations/{id}/fresh-test")
    String startOver(@PathVariable UUID id, @RequestParam(required = false) @Nullable String competence,
            @AuthenticationPrincipal CurrentPerson person) {
        return "redirect:" + takePart.startOver(id, competence, person.id());
    }

    /** Before their first test, people are told how tests work. */
    private String introduced(CurrentPerson person, String test) {
        return assessments.introduction(person.id(), test).orElse(test);
    }
}
