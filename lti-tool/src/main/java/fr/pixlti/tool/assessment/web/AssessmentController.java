package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.domain.Given;
import fr.pixlti.tool.assessment.domain.ReadReview;
import fr.pixlti.tool.assessment.domain.TakeTest;
import fr.pixlti.tool.assessment.domain.TakeTest.Screen;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.DomainError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The page on which a test is taken. Whoever asks must be the test's own person; {@link TakeTest} checks. The
 * answers of a test that is over have other readers too, of whom {@link ReadReview} knows.
 *
 * <p>One address shows whatever the test is at, so reloading, going back or opening it elsewhere is never wrong. A form
 * sent by htmx is answered by the next screen itself (hence {@code Object}: a view, or the way out), one sent by plain
 * HTML by a redirect to it.
 */
@Controller
class AssessmentController {

    private final TakeTest takeTest;
    private final ReadReview readReview;

    AssessmentController(TakeTest takeTest, ReadReview readReview) {
        this.takeTest = takeTest;
        this.readReview = readReview;
    }

    @GetMapping("/assessments/{id}")
    String look(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, Model model) {
        return whole(takeTest.look(new AssessmentId(id), person.id()), model);
    }

    @PostMapping("/assessments/{id}/answers")
    Object answer(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        AssessmentId test = new AssessmentId(id);
        AnswerForm form = AnswerForm.of(request);
        if (form.left()) {
            takeTest.leave(test, person.id(), form.position());
        }
        Optional<Given> given = form.given();
        if (given.isEmpty()) {
            return again(test, person, form, form.empty() ? "assessment.choose-or-skip" : "assessment.damaged",
                    request, response, model);
        }
        try {
            return next(takeTest.answer(test, person.id(), form.position(), given.get()), id, request, model);
        } catch (DomainError error) {
            if (error.kind() != DomainError.Kind.INVALID) {
                throw error;
            }
            return again(test, person, form, "assessment.damaged", request, response, model);
        }
    }

    @PostMapping("/assessments/{id}/clock")
    Object startClock(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, HttpServletRequest request,
            Model model) {
        return next(takeTest.startClock(new AssessmentId(id), person.id()), id, request, model);
    }

    /** Told by the page itself when it is left; also by its form, should this not have come through. */
    @PostMapping("/assessments/{id}/leavings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, @RequestParam int position) {
        takeTest.leave(new AssessmentId(id), person.id(), position);
    }

    @PostMapping("/assessments/{id}/checkpoint")
    Object passCheckpoint(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person,
            @RequestParam int answered, HttpServletRequest request, Model model) {
        return next(takeTest.passCheckpoint(new AssessmentId(id), person.id(), answered), id, request, model);
    }

    @GetMapping("/assessments/{id}/review")
    String review(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, Model model) {
        return review(readReview.handle(new AssessmentId(id), person.id()), model);
    }

    static String review(ReadReview.Read read, Model model) {
        model.addAttribute("page", ReviewPage.of(read.review()));
        model.addAttribute("own", read.own());
        model.addAttribute("back", read.back());
        return "assessment/review";
    }

    /** The same question, with what was entered and what is wrong with it. */
    private Object again(AssessmentId id, CurrentPerson person, AnswerForm form, String messageKey,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = takeTest.look(id, person.id());
        boolean same = screen instanceof Screen.Question question && question.test().answered() + 1 == form.position();
        if (same) {
            model.addAttribute("problem", messageKey);
            model.addAttribute("entered", form);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return htmx(request) ? fragment(screen, model) : whole(screen, model);
        }
        return next(screen, id.value(), request, model);
    }

    private Object next(Screen screen, UUID id, HttpServletRequest request, Model model) {
        if (!htmx(request)) {
            return "redirect:" + (screen instanceof Screen.Over over ? over.test().continueTo() : "/assessments/" + id);
        }
        if (screen instanceof Screen.Over over) {
            return ResponseEntity.noContent()
                    .header("HX-Redirect", request.getContextPath() + over.test().continueTo()).build();
        }
        return fragment(screen, model);
    }

    static boolean htmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private static String fragment(Screen screen, Model model) {
        return whole(screen, model) + " :: main";
    }

    static String whole(Screen screen, Model model) {
        return switch (screen) {
            case Screen.Question question -> {
                model.addAttribute("page", QuestionPage.of(question, (AnswerForm) model.getAttribute("entered")));
                yield view(question.item().work());
            }
            case Screen.ClockStart start -> {
                model.addAttribute("start", StartPage.of(start));
                yield "assessment/clock";
            }
            case Screen.Checkpoint checkpoint -> {
                model.addAttribute("page", ReviewPage.of(checkpoint.review()));
                yield "assessment/checkpoint";
            }
            case Screen.Over over -> "redirect:" + over.test().continueTo();
        };
    }

    static String view(Item.Work work) {
        return switch (work) {
            case Item.Choose choose -> "assessment/choose";
            case Item.Fill fill -> "assessment/fill";
            case Item.FillSeveral several -> "assessment/fill-several";
            case Item.Operate operate -> "assessment/simulator";
        };
    }
}
