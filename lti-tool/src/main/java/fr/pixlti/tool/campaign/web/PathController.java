package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.campaign.domain.SendResults;
import fr.pixlti.tool.campaign.domain.TakePath;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.DomainError;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What learners do in a campaign that their teacher made; {@link TakePath} checks that the participation is theirs. */
@Controller
class PathController {

    private final TakePath takePath;
    private final SendResults sendResults;
    private final AssessmentApi assessments;
    private final ContentApi content;
    private final Clock clock;

    PathController(TakePath takePath, SendResults sendResults, AssessmentApi assessments, ContentApi content,
            Clock clock) {
        this.takePath = takePath;
        this.sendResults = sendResults;
        this.assessments = assessments;
        this.content = content;
        this.clock = clock;
    }

    /** Called where a participation turns out to be in such a campaign. */
    String look(UUID id, CurrentPerson person, Locale locale, Model model) {
        model.addAttribute("page",
                PathPage.of(takePath.look(id, person.id()), content.current(), clock.instant(), locale));
        return "campaign/path";
    }

    @PostMapping("/participations/{id}/path")
    String begin(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person) {
        String test = takePath.begin(id, person.id());
        return "redirect:" + assessments.introduction(person.id(), test).orElse(test);
    }

    @PostMapping("/participations/{id}/fresh-path")
    String startOver(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person) {
        return "redirect:" + takePath.startOver(id, person.id());
    }

    /** @param before how many sendings the page that was looked at showed */
    @PostMapping("/participations/{id}/sendings")
    ModelAndView send(@PathVariable UUID id, @RequestParam(defaultValue = "") String externalId,
            @RequestParam int before, @AuthenticationPrincipal CurrentPerson person, Locale locale) {
        try {
            sendResults.handle(id, person.id(), externalId, before);
            return new ModelAndView("redirect:/participations/" + id);
        } catch (DomainError e) {
            if (e.kind() != DomainError.Kind.INVALID) {
                throw e;
            }
            ModelAndView again = new ModelAndView("campaign/path", HttpStatus.UNPROCESSABLE_CONTENT);
            again.addObject("page",
                    PathPage.of(takePath.look(id, person.id()), content.current(), clock.instant(), locale));
            again.addObject("externalId", externalId);
            again.addObject("fault", "error." + e.code());
            return again;
        }
    }
}
