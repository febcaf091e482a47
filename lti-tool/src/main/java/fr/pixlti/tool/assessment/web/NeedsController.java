package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.SayNeeds;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.DomainError;
import java.util.regex.Pattern;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people say what they need; it leads back to where they came from, a page of the tool. */
@Controller
class NeedsController {

    private static final Pattern BACK = Pattern.compile("/(assessments|participations)/[0-9a-f-]{36}");

    private final SayNeeds sayNeeds;

    NeedsController(SayNeeds sayNeeds) {
        this.sayNeeds = sayNeeds;
    }

    @GetMapping("/needs")
    String look(@RequestParam String back, @AuthenticationPrincipal CurrentPerson person, Model model) {
        model.addAttribute("back", ours(back));
        model.addAttribute("needs", sayNeeds.of(person.id()));
        return "assessment/needs";
    }

    @PostMapping("/needs")
    String say(@RequestParam String back, @RequestParam(defaultValue = "false") boolean screenReader,
            @RequestParam(defaultValue = "false") boolean colours, @AuthenticationPrincipal CurrentPerson person) {
        sayNeeds.handle(person.id(), new Needs(screenReader, colours));
        return "redirect:" + ours(back);
    }

    private static String ours(String back) {
        if (!BACK.matcher(back).matches()) {
            throw DomainError.notFound("assessment.not-found");
        }
        return back;
    }
}
