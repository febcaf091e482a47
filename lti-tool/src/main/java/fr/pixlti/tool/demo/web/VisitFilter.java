package fr.pixlti.tool.demo.web;

import fr.pixlti.tool.demo.domain.ToolRegistration;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every visit of the LMS goes through: on to the LMS's own host name, so that it is another site than the tool's;
 * the visitor's language; the headers of its pages.
 */
class VisitFilter extends OncePerRequestFilter {

    private final ToolRegistration tool;

    /** @param tool says which origins pages may post to and show in frames */
    VisitFilter(ToolRegistration tool) {
        this.tool = tool;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean page = !path.startsWith("/demo/lti/services/") && !path.equals("/demo/lti/token");
        URI own = tool.platformOrigin();
        if (page && "GET".equals(request.getMethod()) && !request.getServerName().equals(own.getHost())) {
            String query = request.getQueryString();
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(HttpHeaders.LOCATION, own.resolve(path) + (query == null ? "" : "?" + query));
            return;
        }
        if (page) {
            headers(response, path);
        }
        chain.doFilter(Language.of(request, response), response);
    }

    private void headers(HttpServletResponse response, String path) {
        response.setHeader("Content-Security-Policy",
                "default-src 'self'; frame-src 'self' %1$s; form-action 'self' %1$s; frame-ancestors 'self'; base-uri 'none'; object-src 'none'"
                        .formatted(tool.toolUrl()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!path.endsWith(".css") && !path.endsWith(".js")) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
