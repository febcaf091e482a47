package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.profile.ReadCards;
import fr.pixlti.tool.assessment.domain.profile.ReadCompetence;
import fr.pixlti.tool.assessment.domain.profile.ReadProfile;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.HomeCard;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own profile, and nobody else's: no address names whose it is. */
@Controller
class ProfileController {

    private static final int NEWEST = 5;

    private final ReadProfile readProfile;
    private final ReadCompetence readCompetence;
    private final ReadCards readCards;
    private final ContentApi content;
    private final Clock clock;

    ProfileController(ReadProfile readProfile, ReadCompetence readCompetence, ReadCards readCards, ContentApi content,
            Clock clock) {
        this.readProfile = readProfile;
        this.readCompetence = readCompetence;
        this.readCards = readCards;
        this.content = content;
        this.clock = clock;
    }

    @GetMapping("/profile")
    String profile(@AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        List<HomeCard.Card> waiting = readCards.waiting(person.id(), locale);
        List<HomeCard.Card> done = readCards.recent(person.id(), locale, NEWEST + 1);
        model.addAttribute("page", ProfilePage.of(readProfile.of(person.id()), content.current(), locale));
        model.addAttribute("waiting", waiting);
        model.addAttribute("history", done.stream().limit(NEWEST).toList());
        model.addAttribute("more", done.size() > NEWEST);
        return "assessment/profile";
    }

    @GetMapping("/profile/competences/{code}")
    String competence(@PathVariable String code, @AuthenticationPrincipal CurrentPerson person, Locale locale,
            Model model) {
        model.addAttribute("page",
                CompetencePage.of(readCompetence.of(person.id(), code), clock.instant(), locale));
        model.addAttribute("cards", readCards.about(person.id(), code, locale));
        return "assessment/competence";
    }

    @GetMapping("/profile/history")
    String history(@RequestParam(defaultValue = "0") int page, @AuthenticationPrincipal CurrentPerson person,
            Locale locale, Model model) {
        model.addAttribute("page",
                readCards.history(person.id(), locale, Math.clamp(page, 0, ReadCards.LAST_PAGE)));
        return "assessment/history";
    }
}
