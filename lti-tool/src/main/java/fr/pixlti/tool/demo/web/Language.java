package fr.pixlti.tool.demo.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The request in the visitor's language: the one they picked by {@code ?lang=}, or what the browser asks for. */
final class Language extends HttpServletRequestWrapper {

    private static final String COOKIE = "demo_lang";
    private static final Duration KEPT = Duration.ofDays(90);

    private final Locale locale;

    private Language(HttpServletRequest request, Locale locale) {
        super(request);
        this.locale = locale;
    }

    /** French, unless English was picked or is what the browser wants most. */
    static HttpServletRequest of(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String picked = query == null ? null : pickedIn(query);
        if (picked != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, picked).path("/demo").maxAge(KEPT)
                    .sameSite("Lax").httpOnly(true).build().toString());
            return new Language(request, Locale.of(picked));
        }
        String kept = kept(request);
        String wanted = kept == null ? request.getLocale().getLanguage() : kept;
        return new Language(request, "en".equals(wanted) ? Locale.ENGLISH : Locale.FRENCH);
    }

    /** Reads the query only: looking at parameters would use up the body of a post. */
    private static @Nullable String pickedIn(String query) {
        for (String pair : query.split("&", -1)) {
            if ("lang=fr".equals(pair) || "lang=en".equals(pair)) {
                return pair.substring("lang=".length());
            }
        }
        return null;
    }

    private static @Nullable String kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (COOKIE.equals(cookie.getName())) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    @Override
    public Locale getLocale() {
        return locale;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(name) ? locale.toLanguageTag() : super.getHeader(name);
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(locale));
    }
}
