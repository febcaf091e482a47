package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.ReadMadeCampaign;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign.Made;
import fr.pixlti.tool.campaign.domain.made.CampaignDraft;
import fr.pixlti.tool.campaign.domain.made.EditCampaign;
import fr.pixlti.tool.campaign.domain.made.Paths;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.ToolSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A campaign that a teacher made, for the teachers of its course; the use cases check that they are. */
@Controller
class MadeCampaignController {

    private final ReadMadeCampaign read;
    private final EditCampaign editCampaign;
    private final Paths paths;
    private final ContentApi content;
    private final ToolSettings tool;

    MadeCampaignController(ReadMadeCampaign read, EditCampaign editCampaign, Paths paths, ContentApi content,
            ToolSettings tool) {
        this.read = read;
        this.editCampaign = editCampaign;
        this.paths = paths;
        this.content = content;
        this.tool = tool;
    }

    /** An id, which no code looks like: {@link JoinController}. */
    @GetMapping("/campaigns/{id:[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}}")
    String details(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        Made made = read.of(id, person.id());
        model.addAttribute("head", MadeHead.of(made, MadeHead.Tab.DETAILS));
        model.addAttribute("origin", read.origin(id, person.id()).orElse(null));
        model.addAttribute("page", MadePage.of(made, tool.url("/campaigns/" + made.settings().code()),
                content.current(), paths, locale));
        return "campaign/made";
    }

    @GetMapping("/campaigns/{id}/edit")
    String form(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, Model model) {
        Made made = read.of(id, person.id());
        return page(EditCampaignPage.of(made, EditCampaign.draft(made.campaign(), made.settings()), Map.of(),
                made.settings().version(), false), model);
    }

    /** @param action {@code save}; {@code look} shows the texts as pupils will see them */
    @PostMapping("/campaigns/{id}/edit")
    Object edit(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "save") String action,
            @ModelAttribute CampaignForm form, @AuthenticationPrincipal CurrentPerson person, Model model,
            HttpServletRequest request, HttpServletResponse response) {
        Made made = read.of(id, person.id());
        CampaignDraft draft = form.draft(made.campaign().kind());
        if ("look".equals(action)) {
            return page(EditCampaignPage.of(made, draft, Map.of(), version, true), model);
        }
        return switch (editCampaign.handle(id, person.id(), draft, version)) {
            case EditCampaign.Outcome.Saved saved -> Htmx.go(request, "/campaigns/" + id);
            case EditCampaign.Outcome.Faulty faulty -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(EditCampaignPage.of(faulty.now(), draft, faulty.faults(), version, false), model);
            }
            case EditCampaign.Outcome.Overtaken overtaken -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield page(EditCampaignPage.overtaken(overtaken.now(), draft), model);
            }
        };
    }

    private static String page(EditCampaignPage page, Model model) {
        model.addAttribute("page", page);
        return "campaign/edit";
    }
}
