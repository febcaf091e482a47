package fr.pixlti.tool.shell;

import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.shared.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * The Content-Security-Policy of pages: scripts, styles and forms are our own, and only the platform that vouches for a
 * session may show its pages in a frame (facts/lti.md, rule 12).
 */
@Component
class ContentPolicyWriter implements HeaderWriter {

    static final String NAME = "Content-Security-Policy";
    static final String OWN = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    private final LtiApi lti;

    ContentPolicyWriter(LtiApi lti) {
        this.lti = lti;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(NAME)) {
            response.setHeader(NAME, OWN + ancestors(request));
        }
    }

    private String ancestors(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof CurrentPerson person
                && person.platformId() != null) {
            List<String> origins = lti.frameOrigins(person.platformId());
            return origins.isEmpty() ? "'none'" : String.join(" ", origins);
        }
        // What tells a person in a course that a launch failed must be readable there; it offers nothing to click on.
        return request.getRequestURI().startsWith("/lti/")
                || request.getAttribute(SessionPrefixFilter.KEY_ATTRIBUTE) != null ? "*" : "'none'";
    }
}
