package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.LoginCookie;
import fr.pixlti.tool.lti.domain.StartLogin;
import fr.pixlti.tool.lti.domain.StorageProofs;
import fr.pixlti.tool.shared.ToolSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Third-party login initiation, for everybody. Answered by GET: a cross-site POST loses Moodle's own cookie. */
@Controller
class LoginController {

    private final StartLogin startLogin;
    private final StorageProofs proofs;
    private final LoginCookie cookie;

    LoginController(StartLogin startLogin, StorageProofs proofs, ToolSettings tool) {
        this.startLogin = startLogin;
        this.proofs = proofs;
        this.cookie = new LoginCookie(tool.https());
    }

    @RequestMapping(path = "/lti/login", method = {RequestMethod.GET, RequestMethod.POST})
    @Nullable
    ModelAndView login(@RequestParam(name = "iss", required = false) @Nullable String issuer,
            @RequestParam(name = "login_hint", required = false) @Nullable String loginHint,
            @RequestParam(name = "target_link_uri", required = false) @Nullable String targetLinkUri,
            @RequestParam(name = "client_id", required = false) @Nullable String clientId,
            @RequestParam(name = "lti_deployment_id", required = false) @Nullable String deploymentId,
            @RequestParam(name = "lti_message_hint", required = false) @Nullable String messageHint,
            @RequestParam(name = "lti_storage_target", required = false) @Nullable String storageTarget,
            HttpServletResponse response) {
        StartLogin.Started started = startLogin.handle(new StartLogin.Request(issuer, loginHint, targetLinkUri,
                clientId, deploymentId, messageHint, storageTarget));
        response.addHeader(HttpHeaders.SET_COOKIE,
                Cookies.header(cookie.name(started.state()), started.state().text(), started.lifetime()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (started.storage() != null) {
            return new ModelAndView("lti/storage",
                    Map.of("storage", started.storage(), "proof", proofs.of(started.state()), "next",
                            started.location()));
        }
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, started.location());
        return null;
    }
}
