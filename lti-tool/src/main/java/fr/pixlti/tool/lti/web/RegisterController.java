package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.RegisterPlatform;
import fr.pixlti.tool.lti.domain.RegisterPlatform.Registered;
import fr.pixlti.tool.lti.domain.RegistrationRefused;
import fr.pixlti.tool.shared.ToolSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a platform sends its administrator to register the tool (LTI Dynamic Registration 1.0 §3.3), in a frame or a
 * window of the platform. For everybody: an invitation or the host's name decides.
 */
@Controller
class RegisterController {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterController.class);
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors ";

    private final RegisterPlatform registerPlatform;
    private final ToolSettings tool;

    RegisterController(RegisterPlatform registerPlatform, ToolSettings tool) {
        this.registerPlatform = registerPlatform;
        this.tool = tool;
    }

    @GetMapping("/lti/register")
    ModelAndView open(@RequestParam(name = "openid_configuration", required = false) @Nullable String configuration,
            @RequestParam(name = "registration_token", required = false) @Nullable String token, Locale language,
            HttpServletRequest request, HttpServletResponse response) {
        return answer(null, configuration, token, language, request, response);
    }

    @GetMapping("/lti/register/{invitation}")
    ModelAndView invited(@PathVariable String invitation,
            @RequestParam(name = "openid_configuration", required = false) @Nullable String configuration,
            @RequestParam(name = "registration_token", required = false) @Nullable String token, Locale language,
            HttpServletRequest request, HttpServletResponse response) {
        return answer(invitation, configuration, token, language, request, response);
    }

    private ModelAndView answer(@Nullable String invitation, @Nullable String configuration, @Nullable String token,
            Locale language, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (configuration == null || configuration.isBlank()) {
            // Opened by hand: says where the address belongs. An invitation is not used up by that.
            String address = tool.url(invitation == null ? "/lti/register" : "/lti/register/" + invitation);
            return new ModelAndView("lti/register-how", "page", new HowPage(address, invitation != null));
        }
        try {
            Registered registered = registerPlatform.handle(new RegisterPlatform.Request(invitation, configuration,
                    token, language, request.getHeader(HttpHeaders.REFERER)));
            response.setHeader("Content-Security-Policy", CONTENT_POLICY + String.join(" ", registered.origins()));
            return new ModelAndView("lti/registered", "page", new RegisteredPage(registered.name(),
                    registered.status().code(), registered.moodle(), String.join(" ", registered.origins())));
        } catch (RegistrationRefused refused) {
            return refusal(refused);
        }
    }

    private static ModelAndView refusal(RegistrationRefused refused) {
        String call = refused.call() == null ? null : refused.call().code();
        LOG.warn("Registration not made: {} {}", refused.fault().code(), call == null ? plain(refused) : call);
        return new ModelAndView("lti/register-refused", HttpStatus.valueOf(refused.fault().status())).addObject("page",
                new RefusedPage(refused.fault().code(), refused.detail(), call));
    }

    private static String plain(RegistrationRefused refused) {
        return refused.detail().replaceAll("\\p{Cntrl}", "?");
    }

    /** @param address to be pasted into the platform */
    record HowPage(String address, boolean invited) {}

    /**
     * @param status key {@code lti.registered.<status>}
     * @param origins separated by spaces: the one that shows this page hears that it may close it
     */
    record RegisteredPage(String name, String status, boolean moodle, String origins) {}

    /**
     * @param code key {@code lti.register.fault.<code>}, and shown as it is
     * @param call key {@code lti.call.<call>}: why a call came to nothing
     */
    record RefusedPage(String code, String detail, @Nullable String call) {}
}
