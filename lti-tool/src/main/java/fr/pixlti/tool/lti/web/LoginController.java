package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.LoginCookie;
import fr.pixlti.tool.lti.domain.StartLogin;
import fr.pixlti.tool.shared.ToolSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Third-party login initiation, for everybody. Answered by GET: a cross-site POST loses Moodle's own cookie. */
@Controller
class LoginController {

    private final StartLogin startLogin;
    private final LoginCookie cookie;

    LoginController(StartLogin startLogin, ToolSettings tool) {
        this.startLogin = startLogin;
        this.cookie = new LoginCookie(tool.https());
    }

    @RequestMapping(path = "/lti/login", method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Void> login(@RequestParam(name = "iss", required = false) @Nullable String issuer,
            @RequestParam(name = "login_hint", required = false) @Nullable String loginHint,
            @RequestParam(name = "target_link_uri", required = false) @Nullable String targetLinkUri,
            @RequestParam(name = "client_id", required = false) @Nullable String clientId,
            @RequestParam(name = "lti_deployment_id", required = false) @Nullable String deploymentId,
            @RequestParam(name = "lti_message_hint", required = false) @Nullable String messageHint) {
        StartLogin.Started started = startLogin.handle(
                new StartLogin.Request(issuer, loginHint, targetLinkUri, clientId, deploymentId, messageHint));
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(started.location()))
                .header(HttpHeaders.SET_COOKIE,
                        Cookies.header(cookie.name(started.state()), started.state().text(), started.lifetime()))
                .cacheControl(CacheControl.noStore()).build();
    }
}
