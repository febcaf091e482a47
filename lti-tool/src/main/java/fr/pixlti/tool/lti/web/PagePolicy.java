package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.Platform;
import jakarta.servlet.http.HttpServletResponse;

/** The Content-Security-Policy of pages whose form or frame is not that of every other page. */
final class PagePolicy {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action %s; frame-ancestors %s";

    private PagePolicy() {}

    /**
     * As on every page, but with a form that goes elsewhere, and framed by this platform only.
     *
     * @param formAction origins, or {@code 'self'}
     */
    static void write(HttpServletResponse response, String formAction, Platform platform) {
        response.setHeader("Content-Security-Policy",
                POLICY.formatted(formAction, String.join(" ", platform.frameOrigins())));
    }

    /**
     * For pages whose forms must show that they are ours: with {@code no-referrer} the browser would hide it even from
     * ourselves (Fetch §3.2).
     */
    static void showOwnOrigin(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "same-origin");
    }
}
