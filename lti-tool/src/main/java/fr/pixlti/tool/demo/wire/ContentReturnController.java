package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Choices;
import fr.pixlti.tool.demo.domain.Choices.Choice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the browser brings the tool's response back. Inside the dialogue's frame; its page hands the dialogue's key to the
 * page around it, which asks the teacher to save, and so does nothing in a window of its own, as with Moodle.
 */
@Controller
@Profile("demo")
class ContentReturnController {

    private final Choices choices;
    private final ContentResponses responses;

    ContentReturnController(Choices choices, ContentResponses responses) {
        this.choices = choices;
        this.responses = responses;
    }

    @PostMapping(GradeService.ROOT + "/content/return")
    ModelAndView back(@RequestParam String sesskey, @RequestParam(name = "JWT", defaultValue = "") String jwt,
            HttpServletRequest request) {
        Choice choice = choices.find(sesskey).orElse(null);
        if (choice == null) {
            request.setAttribute(JournalInterceptor.DETAIL, "sesskey");
            return new ModelAndView("demo/refusal", HttpStatus.FORBIDDEN);
        }
        try {
            responses.take(choice, jwt);
        } catch (ToolSignatures.Refused e) {
            String reason = String.valueOf(e.getMessage());
            request.setAttribute(JournalInterceptor.DETAIL, reason);
            return new ModelAndView("demo/content-refused", Map.of("reason", reason), HttpStatus.BAD_REQUEST);
        }
        return new ModelAndView("demo/content-return", "next",
                "/demo/as/" + choice.personId() + "/add/" + choice.key());
    }
}
