package fr.pixlti.tool.campaign.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;

/** The way out of a form that scripts sent in place of the browser. */
final class Htmx {

    private Htmx() {}

    /** Goes to a page of the session, whoever sent the form. @return a view, or the answer for the script */
    static Object go(HttpServletRequest request, String path) {
        return "true".equals(request.getHeader("HX-Request"))
                ? ResponseEntity.noContent().header("HX-Redirect", request.getContextPath() + path).build()
                : "redirect:" + path;
    }
}
