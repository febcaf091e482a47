package fr.pixlti.tool.shell;

import fr.pixlti.tool.shared.ToolSettings;
import fr.pixlti.tool.shell.domain.AdminCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookies of the console: never sent along from another site, never shown to scripts. */
@Component
public class ConsoleCookies {

    private final boolean https;
    private final String name;

    ConsoleCookies(ToolSettings settings) {
        this.https = settings.https();
        this.name = prefixed("pixlti-admin");
    }

    /** The session's half that the browser sent. */
    public Optional<AdminCookie> read(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(name)) {
                    return AdminCookie.parse(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    public void give(HttpServletResponse response, AdminCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                locked(ResponseCookie.from(name, cookie.value())).build().toString());
    }

    public void takeBack(HttpServletResponse response) {
        for (String each : new String[]{name, formCookie()}) {
            response.addHeader(HttpHeaders.SET_COOKIE,
                    locked(ResponseCookie.from(each, "")).maxAge(Duration.ZERO).build().toString());
        }
    }

    /** The cookie that proves forms. */
    String formCookie() {
        return prefixed("pixlti-admin-form");
    }

    ResponseCookie.ResponseCookieBuilder locked(ResponseCookie.ResponseCookieBuilder cookie) {
        return cookie.httpOnly(true).secure(https).sameSite("Strict").path("/");
    }

    /** Browsers accept the prefix over https only. */
    private String prefixed(String plain) {
        return (https ? "__Host-" : "") + plain;
    }
}
