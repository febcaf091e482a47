package fr.pixlti.tool.lti.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** Cookies that reach a frame in another site's page: each site's frame has its own jar (CHIPS). */
final class Cookies {

    private Cookies() {}

    /** The text of a {@code Set-Cookie} header. @param age zero removes the cookie */
    static String header(String name, String value, Duration age) {
        return ResponseCookie.from(name, value).httpOnly(true).secure(true).sameSite("None").partitioned(true)
                .path("/").maxAge(age).build().toString();
    }

    /** The value of the browser's cookie of a name; absent when it sent none. */
    static @Nullable String find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
