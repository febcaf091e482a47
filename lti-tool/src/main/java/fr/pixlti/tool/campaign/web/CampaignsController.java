package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.MadeCampaigns.Sort;
import fr.pixlti.tool.campaign.domain.MadeCampaigns.Wanted;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign.Made;
import fr.pixlti.tool.campaign.domain.made.EditCampaign;
import fr.pixlti.tool.campaign.domain.made.ListCampaigns;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.PersonId;
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

/** The campaigns of a course, for its teachers; the use cases check that they are. */
@Controller
class CampaignsController {

    private static final int LONGEST_WORDS = 100;

    private final ListCampaigns listCampaigns;
    private final EditCampaign editCampaign;

    CampaignsController(ListCampaigns listCampaigns, EditCampaign editCampaign) {
        this.listCampaigns = listCampaigns;
        this.editCampaign = editCampaign;
    }

    @GetMapping("/courses/{course}/campaigns")
    String list(@PathVariable UUID course, @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(required = false) @Nullable UUID creator,
            @RequestParam(defaultValue = "false") boolean archived, @RequestParam(defaultValue = "NEWEST") Sort sort,
            @RequestParam(defaultValue = "0") int page, @AuthenticationPrincipal CurrentPerson person, Locale locale,
            Model model) {
        String looked = words.strip().substring(0, Math.min(words.strip().length(), LONGEST_WORDS));
        Wanted wanted = new Wanted(looked, creator == null ? null : new PersonId(creator), archived, sort);
        model.addAttribute("page",
                CampaignsPage.of(course, wanted, listCampaigns.of(course, person.id(), wanted, page, locale)));
        return "campaign/made-list";
    }

    @PostMapping("/campaigns/{id}/archive")
    String archive(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean list,
            @AuthenticationPrincipal CurrentPerson person) {
        return after(editCampaign.archive(id, person.id()), list, false);
    }

    @PostMapping("/campaigns/{id}/restore")
    String restore(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean list,
            @AuthenticationPrincipal CurrentPerson person) {
        return after(editCampaign.restore(id, person.id()), list, true);
    }

    /** Back to where the teacher was: the list of such campaigns, or the campaign. */
    private static String after(Made made, boolean list, boolean archived) {
        return list
                ? "redirect:/courses/" + made.campaign().courseId() + "/campaigns" + (archived ? "?archived=true" : "")
                : "redirect:/campaigns/" + made.campaign().id();
    }
}
