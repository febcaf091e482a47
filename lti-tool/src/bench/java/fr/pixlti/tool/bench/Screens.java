package fr.pixlti.tool.bench;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a browser reads off the tool's pages. */
final class Screens {

    private static final Pattern POST = Pattern.compile("hx-post=\"([^\"]+)\"");
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private Screens() {}

    /** Where the screen's own form goes when htmx sends it. */
    static String post(String html) {
        return first(POST, html);
    }

    /** Where the page's first form goes. */
    static String action(String html) {
        return first(ACTION, html);
    }

    static String csrf(String html) {
        return first(CSRF, html);
    }

    /** Value of a hidden field. */
    static String hidden(String html, String name) {
        return first(Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\""), html);
    }

    /** A parameter of an address, decoded. */
    static String parameter(String address, String name) {
        return URLDecoder.decode(first(Pattern.compile("[?&]" + name + "=([^&]+)"), address), StandardCharsets.UTF_8);
    }

    /** {@code name=value} of a {@code Set-Cookie} header. */
    static String cookie(String setCookie) {
        return setCookie.substring(0, setCookie.indexOf(';'));
    }

    /** {@code name=value} of the session's cookie among those that a launch sets and removes. */
    static String sessionCookie(List<String> setCookies) {
        return setCookies.stream().filter(cookie -> cookie.startsWith("pixlti-")).map(Screens::cookie).findFirst()
                .orElseThrow();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in: " + text);
        }
        return matcher.group(1);
    }
}
