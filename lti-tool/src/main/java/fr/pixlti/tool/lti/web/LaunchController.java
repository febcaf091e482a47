package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.Fault;
import fr.pixlti.tool.lti.domain.LaunchAnswer;
import fr.pixlti.tool.lti.domain.LaunchRefused;
import fr.pixlti.tool.lti.domain.LoginCookie;
import fr.pixlti.tool.lti.domain.OneUseSecret;
import fr.pixlti.tool.lti.domain.Platform;
import fr.pixlti.tool.lti.domain.ReceiveLaunch;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Admission;
import fr.pixlti.tool.shared.ToolSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a platform's page posts a launch; the launch proves itself, so everybody may call. */
@Controller
class LaunchController {

    private final ReceiveLaunch receiveLaunch;
    private final LoginCookie loginCookie;
    private final Clock clock;

    LaunchController(ReceiveLaunch receiveLaunch, ToolSettings tool, Clock clock) {
        this.receiveLaunch = receiveLaunch;
        this.loginCookie = new LoginCookie(tool.https());
        this.clock = clock;
    }

    @PostMapping("/lti/launch")
    @Nullable
    ModelAndView launch(@RequestParam(name = "id_token", required = false) @Nullable String idToken,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "error", required = false) @Nullable String error,
            @RequestParam(name = "lti_storage_target", required = false) @Nullable String storageTarget,
            HttpServletRequest request, HttpServletResponse response) {
        LaunchAnswer answer = receiveLaunch.handle(new ReceiveLaunch.Post(idToken, state, error,
                name -> Cookies.find(request, name), request.getHeader(HttpHeaders.ORIGIN),
                request.getHeader("Sec-Fetch-Dest"), storageTarget));
        // A used login's cookie has done its work; left there, they would pile up with every launch.
        Optional.ofNullable(state).flatMap(OneUseSecret::parse).map(loginCookie::name)
                .filter(name -> !(answer instanceof LaunchAnswer.Refused) && Cookies.find(request, name) != null)
                .ifPresent(name -> response.addHeader(HttpHeaders.SET_COOKIE,
                        Cookies.header(name, "", Duration.ZERO)));
        return answer(answer, response);
    }

    @PostMapping("/lti/open")
    @Nullable
    ModelAndView open(@RequestParam(name = "ticket", required = false) @Nullable String ticket,
            @RequestParam(name = "proof", required = false) @Nullable String proof,
            @RequestParam(name = "here", required = false) @Nullable String here,
            HttpServletRequest request, HttpServletResponse response) {
        return answer(receiveLaunch.open(ticket, proof, "frame".equals(here), request.getHeader(HttpHeaders.ORIGIN),
                name -> Cookies.find(request, name)), response);
    }

    /**
     * For the script of a page in a frame whose browser keeps no cookie at all: it sends the session's proof itself, in
     * the header that the session knows.
     */
    @PostMapping(path = "/lti/open", params = "here=script")
    ResponseEntity<Carried> carry(@RequestParam(name = "ticket", required = false) @Nullable String ticket,
            @RequestParam(name = "proof", required = false) @Nullable String proof, HttpServletRequest request) {
        LaunchAnswer answer = receiveLaunch.open(ticket, proof, true, request.getHeader(HttpHeaders.ORIGIN),
                name -> Cookies.find(request, name));
        Carried carried = switch (answer) {
            case LaunchAnswer.Opened(Admission admission) -> new Carried(admission.path(), admission.cookieValue());
            case LaunchAnswer.Reopened(String path) -> new Carried(path, null);
            case LaunchAnswer.ToNewWindow window -> throw new LaunchRefused(Fault.TICKET_USED);
            case LaunchAnswer.Refused(LaunchRefused refusal) -> throw refusal;
        };
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(carried);
    }

    /** @param path to go to; @param session its proof, absent where a cookie does it after all */
    record Carried(String path, @Nullable String session) {}

    /** For who types the address or comes back to it. */
    @GetMapping({"/lti/launch", "/lti/open"})
    ModelAndView notFromCourse() {
        throw new LaunchRefused(Fault.NOT_FROM_COURSE);
    }

    /** A teacher asked for somebody's work, and there is none. */
    @GetMapping("/lti/no-work")
    String noWork() {
        return "lti/no-work";
    }

    private @Nullable ModelAndView answer(LaunchAnswer answer, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        switch (answer) {
            case LaunchAnswer.Opened(Admission admission) -> {
                Duration age = Duration.between(clock.instant(), admission.expiresAt());
                response.addHeader(HttpHeaders.SET_COOKIE,
                        Cookies.header(admission.cookieName(), admission.cookieValue(), age));
                return seeOther(admission.path(), response);
            }
            case LaunchAnswer.Reopened(String path) -> {
                return seeOther(path, response);
            }
            case LaunchAnswer.ToNewWindow newWindow -> {
                return newWindow(newWindow, response);
            }
            case LaunchAnswer.Refused(LaunchRefused refusal) -> throw refusal;
        }
    }

    private static @Nullable ModelAndView seeOther(String path, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
        return null;
    }

    private static ModelAndView newWindow(LaunchAnswer.ToNewWindow answer, HttpServletResponse response) {
        PagePolicy.write(response, answer.storage() == null ? "'self'" : withPlatform(answer.platform()),
                answer.platform());
        PagePolicy.showOwnOrigin(response);
        ModelAndView page = new ModelAndView("lti/new-window", "ticket", answer.ticket().text());
        page.addObject("storage", answer.storage());
        page.addObject("proofNeeded", answer.proofNeeded());
        page.addObject("secret", answer.contentReturn() == null ? null : answer.contentReturn().text());
        return page;
    }

    /** An activity that opens inside this very page may end by a form that goes back to the platform. */
    private static String withPlatform(Platform platform) {
        return "'self' " + String.join(" ", platform.returnOrigins());
    }
}
