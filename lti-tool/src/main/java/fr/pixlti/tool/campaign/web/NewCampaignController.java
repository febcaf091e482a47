package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.made.CampaignDraft.Source;
import fr.pixlti.tool.campaign.domain.made.CreateCampaign;
import fr.pixlti.tool.campaign.domain.made.DraftCheck.Fault;
import fr.pixlti.tool.campaign.domain.made.DraftCheck.Field;
import fr.pixlti.tool.campaign.domain.made.Paths;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of a new campaign, for teachers of the course; {@link CreateCampaign} checks that they are. */
@Controller
class NewCampaignController {

    /** Dialogues in which content is chosen for a course: a campaign made on the way is ticked there. */
    private static final Pattern DIALOGUE = Pattern
            .compile("/lti/content/[0-9a-f-]{36}|/lti/pick\\?link=[0-9a-f-]{36}&grant=[\\w-]{1,200}");

    private final CreateCampaign createCampaign;
    private final Paths paths;
    private final ContentApi content;

    NewCampaignController(CreateCampaign createCampaign, Paths paths, ContentApi content) {
        this.createCampaign = createCampaign;
        this.paths = paths;
        this.content = content;
    }

    /** @param profile of the catalogue, or kind, with which the form begins */
    @GetMapping("/courses/{course}/campaigns/new")
    String form(@PathVariable UUID course, @RequestParam(required = false) @Nullable String profile,
            @RequestParam(required = false) @Nullable Kind kind, @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        createCampaign.requireTeacher(course, person.id());
        CampaignForm begun = new CampaignForm(kind, null, Source.CATALOGUE, profile, null, null, null, null, null,
                null, null);
        return page(course, createCampaign.nextId(), back, begun, Map.of(), false, locale, model);
    }

    /** @param action {@code create}; {@code look} shows the texts as pupils will see them, {@code find} looks for paths */
    @PostMapping("/courses/{course}/campaigns/new")
    Object create(@PathVariable UUID course, @RequestParam UUID id, @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "create") String action, @ModelAttribute CampaignForm form,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        createCampaign.requireTeacher(course, person.id());
        if (!"create".equals(action)) {
            return page(course, id, back, form, Map.of(), "look".equals(action), locale, model);
        }
        return switch (createCampaign.handle(id, course, person.id(), form.draft())) {
            case CreateCampaign.Outcome.Created made -> Htmx.go(request, next(made.id(), back));
            case CreateCampaign.Outcome.Faulty faulty -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(course, id, back, form, faulty.faults(), false, locale, model);
            }
        };
    }

    private static String next(UUID campaign, String back) {
        return DIALOGUE.matcher(back).matches()
                ? back + (back.indexOf('?') < 0 ? "?" : "&") + "target=campaign:" + campaign
                : "/campaigns/" + campaign;
    }

    private String page(UUID course, UUID id, String back, CampaignForm form, Map<Field, Fault> faults, boolean look,
            Locale locale, Model model) {
        model.addAttribute("page", NewCampaignPage.of(course, id, DIALOGUE.matcher(back).matches() ? back : "", form,
                faults, look, content.current(), paths, locale));
        return "campaign/new";
    }
}
