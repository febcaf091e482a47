package fr.pixlti.tool.shell;

import fr.pixlti.tool.people.SessionCookies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the session's key off the front of a path, {@code /~key/…}, and makes it the context path: controllers map
 * plain paths, and every link and redirect they write stays inside the session. See ADR 0001.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SessionPrefixFilter extends OncePerRequestFilter {

    static final String KEY_ATTRIBUTE = SessionPrefixFilter.class.getName() + ".key";

    private final SessionCookies cookies;

    SessionPrefixFilter(SessionCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> key = SessionCookies.keyIn(request.getRequestURI());
        if (key.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(KEY_ATTRIBUTE, key.get());
        chain.doFilter(new InsideSession(request, cookies.pathPrefix(key.get())), response);
    }

    private static final class InsideSession extends HttpServletRequestWrapper {

        private final String prefix;

        InsideSession(HttpServletRequest request, String prefix) {
            super(request);
            this.prefix = prefix;
        }

        @Override
        public String getContextPath() {
            return prefix;
        }

        @Override
        public String getServletPath() {
            String path = super.getServletPath();
            return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        }
    }
}
