package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.ReadCourse;
import fr.pixlti.tool.campaign.domain.ReadResults;
import fr.pixlti.tool.campaign.domain.TakePart;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.shared.CurrentPerson;
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

/** The pages of an activity that are not one learner's. Roles in the course are checked in the use cases. */
@Controller
class CampaignController {

    private final ReadResults results;
    private final TakePart takePart;
    private final ReadCourse course;
    private final ContentApi content;

    CampaignController(ReadResults results, TakePart takePart, ReadCourse course, ContentApi content) {
        this.results = results;
        this.takePart = takePart;
        this.course = course;
        this.content = content;
    }

    /** For teachers of the course. */
    @GetMapping("/campaigns/{id}/results")
    String results(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID group,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        ReadResults.Results read = results.of(id, person.id(), group);
        model.addAttribute("course", CoursePanel.of(id, course.of(id, person.id()), group));
        model.addAttribute("page", ResultsPage.of(read, competence(read.campaign().competence()), locale));
        return "campaign/results";
    }

    /** For anyone enrolled in the course, whatever the role. */
    @GetMapping("/campaigns/{id}/about")
    String about(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        Framework.Competence competence = competence(results.about(id, person.id()).competence());
        model.addAttribute("name", competence.code() + " " + competence.name(locale));
        model.addAttribute("description", competence.description(locale));
        return "campaign/about";
    }

    /** For teachers of the course: they take the test themselves. */
    @PostMapping("/campaigns/{id}/preview")
    String preview(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person) {
        return "redirect:/participations/" + takePart.preview(id, person.id());
    }

    private Framework.Competence competence(String code) {
        return content.current().competence(code).orElseThrow();
    }
}
