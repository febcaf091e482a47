package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.TakePart;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.CurrentPerson;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The learner's page of an activity. Whoever asks must be the participation's own person; {@link TakePart} checks. */
@Controller
class ParticipationController {

    private final TakePart takePart;
    private final ContentApi content;
    private final Clock clock;

    ParticipationController(TakePart takePart, ContentApi content, Clock clock) {
        this.takePart = takePart;
        this.content = content;
        this.clock = clock;
    }

    @GetMapping("/participations/{id}")
    String look(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        model.addAttribute("page",
                ParticipationPage.of(takePart.look(id, person.id()), content.current(), clock.instant(), locale));
        return "campaign/participation";
    }

    @PostMapping("/participations/{id}/test")
    String begin(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person) {
        return "redirect:" + takePart.begin(id, person.id());
    }

    @PostMapping("/participations/{id}/fresh-test")
    String startOver(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person) {
        return "redirect:" + takePart.startOver(id, person.id());
    }
}
