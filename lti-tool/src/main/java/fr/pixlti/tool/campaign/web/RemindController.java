package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.follow.AskForResults;
import fr.pixlti.tool.shared.CurrentPerson;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Teachers of a campaign's course remind its pupils; {@link AskForResults} checks that they teach it. */
@Controller
class RemindController {

    private final AskForResults ask;

    RemindController(AskForResults ask) {
        this.ask = ask;
    }

    /** Of one pupil, or of all who have not sent; back to the list as it was. */
    @PostMapping("/campaigns/{id}/reminders")
    String remind(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID participation,
            ParticipantsForm form, @AuthenticationPrincipal CurrentPerson person) {
        int reminded = ask.handle(id, participation, person.id());
        var back = form.address(id);
        if (form.number() > 0) {
            back.queryParam("page", form.number());
        }
        return "redirect:" + back.queryParam("reminded", reminded).encode().build().toUriString();
    }

    /** Of one pupil, from their own page. */
    @PostMapping("/campaigns/{id}/participants/{participation}/reminders")
    String remindOne(@PathVariable UUID id, @PathVariable UUID participation,
            @AuthenticationPrincipal CurrentPerson person) {
        int reminded = ask.handle(id, participation, person.id());
        return "redirect:/campaigns/" + id + "/participants/" + participation + "?reminded=" + reminded;
    }
}
