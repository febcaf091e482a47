package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.ReadCourse;
import fr.pixlti.tool.campaign.domain.ReadResults;
import fr.pixlti.tool.campaign.domain.ReadWork;
import fr.pixlti.tool.campaign.domain.TakePart;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.shared.CurrentPerson;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
    private final ReadWork readWork;
    private final TakePart takePart;
    private final ReadCourse course;
    private final CollectivePages collective;
    private final ContentApi content;
    private final MessageSource messages;

    CampaignController(ReadResults results, ReadWork readWork, TakePart takePart, ReadCourse course,
            CollectivePages collective, ContentApi content, MessageSource messages) {
        this.results = results;
        this.readWork = readWork;
        this.takePart = takePart;
        this.course = course;
        this.collective = collective;
        this.content = content;
        this.messages = messages;
    }

    /** For teachers of the course. */
    @GetMapping("/campaigns/{id}/results")
    String results(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID group,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        if (collective.has(id)) {
            model.addAttribute("page", collective.of(id, group, person.id(), locale));
            return "campaign/collective";
        }
        ReadResults.Results read = results.of(id, person.id(), group);
        model.addAttribute("course", CoursePanel.of(id, course.of(id, person.id()), group));
        model.addAttribute("page", ResultsPage.of(read, head(read.campaign(), locale)));
        return "campaign/results";
    }

    /** For anyone enrolled in the course, whatever the role. */
    @GetMapping("/campaigns/{id}/about")
    String about(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        Head head = head(results.about(id, person.id()), locale);
        model.addAttribute("name", head.name());
        model.addAttribute("description", head.description());
        return "campaign/about";
    }

    /** For teachers of the course: they take the test themselves. */
    @PostMapping("/campaigns/{id}/preview")
    String preview(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person) {
        return "redirect:/participations/" + takePart.preview(id, person.id());
    }

    /** For teachers of the course: what one person did. */
    @GetMapping("/campaigns/{id}/participations/{participation}")
    String work(@PathVariable UUID id, @PathVariable UUID participation,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        model.addAttribute("page",
                WorkPage.of(readWork.of(id, participation, person.id()), content.current(), locale));
        return "campaign/work";
    }

    private Head head(Campaign campaign, Locale locale) {
        if (campaign.made()) {
            String own = campaign.title();
            return new Head(
                    own == null ? messages.getMessage("campaign.made.kind." + campaign.kind(), null, locale) : own,
                    messages.getMessage("campaign.made.for-help." + campaign.kind(), null, locale));
        }
        List<Framework.Competence> competences = campaign.competences().stream()
                .map(code -> content.current().competence(code).orElseThrow()).toList();
        String title = campaign.title();
        Framework.Competence first = competences.getFirst();
        return title == null
                ? new Head(first.code() + " " + first.name(locale), first.description(locale))
                : new Head(title, competences.stream().map(each -> each.code() + " " + each.name(locale))
                        .collect(Collectors.joining(" · ")));
    }

    /** What an activity is called, and what it is about. */
    record Head(String name, String description) {}
}
