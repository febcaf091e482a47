package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.ContentAnswer;
import fr.pixlti.tool.lti.domain.LaunchRefused;
import fr.pixlti.tool.lti.domain.ReturnContent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page in a platform's frame that waits for what is chosen in a window. It has no session, so everybody may call;
 * {@link ReturnContent} wants its secret.
 */
@Controller
class ContentReturnController {

    private final ReturnContent returnContent;

    ContentReturnController(ReturnContent returnContent) {
        this.returnContent = returnContent;
    }

    /** For the page's script: 200 when there is something to take, 204 as long as there is not, 410 when never again. */
    @PostMapping("/lti/content-return/ready")
    ResponseEntity<Void> ready(@RequestParam(name = "secret", required = false) @Nullable String secret,
            HttpServletRequest request) {
        HttpStatus status;
        try {
            status = returnContent.ready(secret, request.getHeader(HttpHeaders.ORIGIN))
                    ? HttpStatus.OK
                    : HttpStatus.NO_CONTENT;
        } catch (LaunchRefused refused) {
            // Nobody reads a page here: the status says it all.
            status = HttpStatus.GONE;
        }
        return ResponseEntity.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @PostMapping("/lti/content-return")
    String take(@RequestParam(name = "secret", required = false) @Nullable String secret, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return switch (returnContent.take(secret, request.getHeader(HttpHeaders.ORIGIN))) {
            case ReturnContent.Taken.Now(ContentAnswer.Response answer) -> post(answer, response, model);
            case ReturnContent.Taken.NotYet notYet -> {
                PagePolicy.write(response, "'self'", notYet.platform());
                PagePolicy.showOwnOrigin(response);
                model.addAttribute("secret", notYet.secret().text());
                yield "lti/content-waiting";
            }
        };
    }

    /** The page that posts the response to the platform, and nowhere else. */
    static String post(ContentAnswer.Response answer, HttpServletResponse response, Model model) {
        PagePolicy.write(response, answer.returnOrigin(), answer.platform());
        model.addAttribute("action", answer.returnUrl());
        model.addAttribute("jwt", answer.jwt());
        return "lti/content-return";
    }
}
