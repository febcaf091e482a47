package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.CampaignCodes;
import fr.pixlti.tool.campaign.domain.made.JoinCampaign;
import fr.pixlti.tool.campaign.domain.made.JoinCampaign.Outcome;
import fr.pixlti.tool.shared.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Joining a campaign by its code (DESIGN §5), for everybody with a session; {@link JoinCampaign} checks who may. */
@Controller
class JoinController {

    private static final int LONGEST_TYPED = 100;

    private final JoinCampaign joinCampaign;

    JoinController(JoinCampaign joinCampaign) {
        this.joinCampaign = joinCampaign;
    }

    /** The address that teachers hand out. Who comes without a session is told how to come with one. */
    @GetMapping("/campaigns/{code:[A-Za-z]{6}[0-9]{3}}")
    Object byAddress(@PathVariable String code, @AuthenticationPrincipal @Nullable CurrentPerson person,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        if (person == null) {
            model.addAttribute("code", CampaignCodes.plain(code));
            return "campaign/join-how";
        }
        return join(code, person, request, response, model);
    }

    @GetMapping("/campaigns/join")
    String form(@AuthenticationPrincipal CurrentPerson person, Model model) {
        return page("", null, model);
    }

    @PostMapping("/campaigns/join")
    Object join(@RequestParam(defaultValue = "") String code, @AuthenticationPrincipal CurrentPerson person,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        String typed = code.substring(0, Math.min(code.length(), LONGEST_TYPED));
        return switch (joinCampaign.byCode(typed, person.id())) {
            case Outcome.Joined joined -> Htmx.go(request, joined.path());
            case Outcome.Unknown unknown -> refused(HttpStatus.UNPROCESSABLE_CONTENT, typed,
                    typed.isBlank() ? "campaign.join.missing" : "campaign.join.unknown", response, model);
            case Outcome.Archived archived -> refused(HttpStatus.CONFLICT, typed,
                    "campaign.join.archived", response, model);
            case Outcome.TooMany tooMany ->
                refused(HttpStatus.TOO_MANY_REQUESTS, typed, "campaign.join.too-many", response, model);
        };
    }

    private static String refused(HttpStatus status, String typed, String problem, HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        return page(typed, problem, model);
    }

    private static String page(String typed, @Nullable String problem, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("problem", problem);
        return "campaign/join";
    }
}
