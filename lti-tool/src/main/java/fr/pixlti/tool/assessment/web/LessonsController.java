package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.profile.KeepLessons;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.shared.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lessons that a person keeps. What is sent says what is wanted, not that it changes: twice is as good as once. */
@Controller
class LessonsController {

    private static final String LIST = "/profile/lessons";

    private final KeepLessons keepLessons;

    LessonsController(KeepLessons keepLessons) {
        this.keepLessons = keepLessons;
    }

    @GetMapping(LIST)
    String list(@AuthenticationPrincipal CurrentPerson person, Model model) {
        model.addAttribute("lessons", keepLessons.of(person.id()).stream()
                .map(kept -> new Line(LessonView.of(kept.topic()), kept.useful())).toList());
        return "assessment/lessons";
    }

    /** @param view it has a lesson; @param useful whether the person says so */
    record Line(LessonView view, boolean useful) {}

    /** @param back path of the page with the lesson */
    @PostMapping(LIST)
    String keep(@RequestParam String topic, @RequestParam boolean keep, @RequestParam String back,
            @AuthenticationPrincipal CurrentPerson person, HttpServletRequest request, Model model) {
        String checked = WayOn.checked(back);
        Topic found = keep ? keepLessons.save(person.id(), topic) : keepLessons.remove(person.id(), topic);
        if (!AssessmentController.htmx(request)) {
            return "redirect:" + checked;
        }
        model.addAttribute("view", LessonView.of(found));
        model.addAttribute("back", checked);
        return "assessment/_lesson :: kept";
    }

    @PostMapping("/profile/lessons/votes")
    String vote(@RequestParam String topic, @RequestParam boolean useful,
            @AuthenticationPrincipal CurrentPerson person, HttpServletRequest request, Model model) {
        Topic found = keepLessons.vote(person.id(), topic, useful);
        if (!AssessmentController.htmx(request)) {
            return "redirect:" + LIST;
        }
        model.addAttribute("view", LessonView.of(found));
        model.addAttribute("useful", useful);
        return "assessment/_lesson :: voted";
    }
}
