package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.ReadCourse;
import fr.pixlti.tool.shared.CurrentPerson;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What teachers do about the course from its results; {@link ReadCourse} checks that they teach it. */
@Controller
class CourseController {

    private final ReadCourse course;

    CourseController(ReadCourse course) {
        this.course = course;
    }

    @PostMapping("/campaigns/{id}/roster")
    String refresh(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person) {
        course.refresh(id, person.id());
        return "redirect:/campaigns/" + id + "/results";
    }

    @PostMapping("/campaigns/{id}/copy")
    String choose(@PathVariable UUID id, @RequestParam boolean together,
            @AuthenticationPrincipal CurrentPerson person) {
        course.choose(id, person.id(), together);
        return "redirect:/campaigns/" + id + "/results";
    }
}
