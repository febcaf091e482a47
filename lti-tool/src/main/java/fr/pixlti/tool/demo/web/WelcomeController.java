package fr.pixlti.tool.demo.web;

import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.Gradebook;
import fr.pixlti.tool.demo.domain.Journal;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The door of the LMS: who do you want to be, and beginning anew. */
@Controller
@Profile("demo")
class WelcomeController {

    private final Course course;
    private final Gradebook gradebook;
    private final Journal journal;
    private final ToolRegistration tool;

    WelcomeController(Course course, Gradebook gradebook, Journal journal, ToolRegistration tool) {
        this.course = course;
        this.gradebook = gradebook;
        this.journal = journal;
        this.tool = tool;
    }

    @GetMapping({"/demo", "/demo/"})
    ModelAndView welcome(@RequestParam(name = "reset", required = false) @Nullable String reset) {
        return new ModelAndView("demo/welcome", "people", course.people()).addObject("reset", reset != null)
                .addObject("toolUrl", tool.toolUrl());
    }

    /** Forgets every grade, what was added to the course and the tools that registered. Refused when the form stood on another site. */
    @PostMapping("/demo/reset")
    RedirectView reset(@RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable String origin) {
        if (origin != null && !tool.platformOrigin().toString().equals(origin + "/")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        course.reset();
        gradebook.reset();
        tool.reset();
        journal.clear();
        RedirectView view = new RedirectView("/demo?reset");
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
