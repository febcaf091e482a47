package fr.pixlti.tool.demo.web;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Choices;
import fr.pixlti.tool.demo.domain.Choices.Choice;
import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.Gradebook;
import fr.pixlti.tool.demo.domain.Journal;
import fr.pixlti.tool.demo.domain.Journal.Step;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import fr.pixlti.tool.demo.wire.Container;
import fr.pixlti.tool.demo.wire.Launches;
import fr.pixlti.tool.demo.wire.PendingLaunch.Purpose;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What the teacher of the course does with the tool: adds activities chosen in its dialogue, looks at a pupil's work. */
@Controller
@Profile("demo")
@RequestMapping("/demo/as/{person}")
class TeachingController {

    private final Course course;
    private final Gradebook gradebook;
    private final Choices choices;
    private final Launches launches;
    private final Journal journal;
    private final ToolRegistration tool;

    TeachingController(Course course, Gradebook gradebook, Choices choices, Launches launches, Journal journal,
            ToolRegistration tool) {
        this.course = course;
        this.gradebook = gradebook;
        this.choices = choices;
        this.launches = launches;
        this.journal = journal;
        this.tool = tool;
    }

    /** Pupils have nothing to do here. */
    @ModelAttribute("me")
    Person me(@PathVariable String person) {
        return course.person(person).filter(Person::teacher).orElseThrow(TeachingController::notFound);
    }

    /** The dialogue: the tool in a frame of the course. @param deployment the course's own one when it is absent */
    @GetMapping("/add")
    ModelAndView add(@ModelAttribute("me") Person me, @RequestParam(defaultValue = "") String deployment) {
        String wanted = deployment.isEmpty() ? course.deploymentId() : deployment;
        if (tool.client(wanted).isEmpty()) {
            throw notFound();
        }
        return new ModelAndView("demo/add", "choice", choices.begin(me, wanted));
    }

    @GetMapping("/add/{key}/start")
    ModelAndView choose(@ModelAttribute("me") Person me, @PathVariable String key,
            @RequestParam(defaultValue = "FRAME") Container in, Locale locale) {
        return start(me, new Purpose.Choose(choice(me, key)), in, locale);
    }

    /** What came back, before it is saved; nothing at all leads back to the course. */
    @GetMapping("/add/{key}")
    ModelAndView chosen(@ModelAttribute("me") Person me, @PathVariable String key) {
        Choice choice = choice(me, key);
        return choice.items().isEmpty()
                ? new ModelAndView("redirect:/demo/as/" + me.id())
                : new ModelAndView("demo/add-items", "choice", choice);
    }

    /** Adds the activities, one by one, each with its column. */
    @PostMapping("/add/{key}")
    String save(@ModelAttribute("me") Person me, @PathVariable String key) {
        Choice choice = choices.take(choice(me, key).key()).orElseThrow(TeachingController::notFound);
        choice.items().forEach(item -> gradebook.add(item, choice.deploymentId()));
        return "redirect:/demo/as/" + me.id();
    }

    @GetMapping("/review/{column}/{pupil}")
    ModelAndView review(@PathVariable String column, @PathVariable String pupil) {
        Purpose.Review review = find(column, pupil);
        return new ModelAndView("demo/review", Map.of("review", review));
    }

    @GetMapping("/review/{column}/{pupil}/start")
    ModelAndView startReview(@ModelAttribute("me") Person me, @PathVariable String column, @PathVariable String pupil,
            Locale locale) {
        return start(me, find(column, pupil), Container.FRAME, locale);
    }

    private ModelAndView start(Person me, Purpose purpose, Container in, Locale locale) {
        journal.add(Step.LOGIN, "POST", URI.create(tool.loginUrl()).getPath(), 0, me.fullName());
        return PostForm.of(tool.loginUrl(), launches.begin(me, purpose, in, locale));
    }

    private Choice choice(Person me, String key) {
        return choices.find(key).filter(choice -> choice.personId().equals(me.id()))
                .orElseThrow(TeachingController::notFound);
    }

    private Purpose.Review find(String column, String pupil) {
        LineItem found = gradebook.column(column).orElseThrow(TeachingController::notFound);
        Activity activity = course.activity(String.valueOf(found.linkId())).filter(Activity::reviewable)
                .orElseThrow(TeachingController::notFound);
        return new Purpose.Review(activity, found, course.person(pupil).orElseThrow(TeachingController::notFound));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
