package fr.pixlti.tool.demo.web;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.Journal;
import fr.pixlti.tool.demo.domain.Journal.Step;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import fr.pixlti.tool.demo.wire.Container;
import fr.pixlti.tool.demo.wire.Launches;
import fr.pixlti.tool.demo.wire.PostForm;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The LMS as one of its people sees it. Who that is stands in the address, so that several tabs can be several people;
 * anyone may be anyone here.
 */
@Controller
@Profile("demo")
@RequestMapping("/demo/as/{person}")
class PersonController {

    private final Course course;
    private final GradesPages grades;
    private final Journal journal;
    private final Launches launches;
    private final ToolRegistration tool;

    PersonController(Course course, GradesPages grades, Journal journal, Launches launches, ToolRegistration tool) {
        this.course = course;
        this.grades = grades;
        this.journal = journal;
        this.launches = launches;
        this.tool = tool;
    }

    @ModelAttribute("me")
    Person me(@PathVariable String person) {
        return course.person(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping
    ModelAndView course() {
        return new ModelAndView("demo/course", Map.of("title", Course.TITLE, "activities", course.activities()));
    }

    @GetMapping("/activity/{id}")
    ModelAndView activity(@PathVariable String id) {
        return new ModelAndView("demo/activity", "activity", find(id));
    }

    /** Sends the browser to the tool's login, which comes back to the authentication endpoint. */
    @GetMapping("/activity/{id}/start")
    ModelAndView start(@ModelAttribute("me") Person me, @PathVariable String id,
            @RequestParam(defaultValue = "FRAME") Container in, Locale locale) {
        journal.add(Step.LOGIN, "POST", URI.create(tool.loginUrl()).getPath(), 0, me.fullName());
        return PostForm.of(tool.loginUrl(), launches.begin(me, find(id), in, locale));
    }

    @GetMapping("/grades")
    ModelAndView grades(@ModelAttribute("me") Person me, Locale locale) {
        return new ModelAndView("demo/grades", "page", grades.of(me, locale));
    }

    @GetMapping("/messages")
    ModelAndView messages() {
        return new ModelAndView("demo/messages", "entries", journal.latest());
    }

    /** Where the tool sends people back to, with a word for them if it likes (LTI 1.3 core §5.4.6.3). */
    @GetMapping("/return")
    ModelAndView back(@RequestParam(name = "lti_msg", defaultValue = "") String message,
            @RequestParam(name = "lti_errormsg", defaultValue = "") String error) {
        return new ModelAndView("demo/return", Map.of("message", message, "error", error));
    }

    private Activity find(String id) {
        return course.activity(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
