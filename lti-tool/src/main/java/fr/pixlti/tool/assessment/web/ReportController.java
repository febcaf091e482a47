package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.domain.ReadReview;
import fr.pixlti.tool.assessment.domain.TakeTest;
import fr.pixlti.tool.assessment.domain.TakeTest.Screen;
import fr.pixlti.tool.assessment.domain.reports.ReportProblem;
import fr.pixlti.tool.assessment.domain.reports.ReportProblem.Outcome;
import fr.pixlti.tool.assessment.domain.reports.ReportProblem.Said;
import fr.pixlti.tool.assessment.domain.reports.ReportProblem.Sent;
import fr.pixlti.tool.shared.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A learner reports a problem. htmx swaps the small form alone; without scripts the whole page comes back, with whatever
 * was entered as an answer, because the form on a question's page sends that along.
 */
@Controller
class ReportController {

    private final ReportProblem reportProblem;
    private final TakeTest takeTest;
    private final ReadReview readReview;

    ReportController(ReportProblem reportProblem, TakeTest takeTest, ReadReview readReview) {
        this.reportProblem = reportProblem;
        this.takeTest = takeTest;
        this.readReview = readReview;
    }

    @PostMapping("/assessments/{id}/reports")
    String report(@PathVariable UUID id, @AuthenticationPrincipal CurrentPerson person, HttpServletRequest request,
            HttpServletResponse response, Locale language, Model model) {
        AssessmentId test = new AssessmentId(id);
        Sent sent = ReportForm.read(request, language);
        Outcome outcome = reportProblem.handle(test, person.id(), sent);
        boolean kept = outcome.said() == Said.THANKS;
        response.setStatus(status(outcome.said()).value());
        model.addAttribute("id", test);
        model.addAttribute("reported", new ReportBox(sent.position(), outcome.answered(), outcome.offered(),
                outcome.said(), kept ? null : sent.category(), kept ? "" : sent.words()));
        if (AssessmentController.htmx(request)) {
            return "assessment/_report :: alone";
        }
        Screen screen = takeTest.look(test, person.id());
        if (screen instanceof Screen.Over) {
            return AssessmentController.review(readReview.handle(test, person.id()), model);
        }
        model.addAttribute("entered", AnswerForm.of(request));
        return AssessmentController.whole(screen, model);
    }

    private static HttpStatus status(Said said) {
        return switch (said) {
            case THANKS -> HttpStatus.OK;
            case NO_CATEGORY, TOO_LONG -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
