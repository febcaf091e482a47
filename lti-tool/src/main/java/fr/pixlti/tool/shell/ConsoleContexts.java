package fr.pixlti.tool.shell;

import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shell.domain.ConsoleSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Finds the operator at the browser by the console's cookie; asks the database each time, so that a sign-out is one. */
@Component
class ConsoleContexts implements SecurityContextRepository {

    private final ConsoleSessions sessions;
    private final ConsoleCookies cookies;

    ConsoleContexts(ConsoleSessions sessions, ConsoleCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return new Deferred(holder.getRequest()).get();
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookies.read(request).isPresent();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Sessions are opened by a sign-in, in the database; there is nothing to keep here.
    }

    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = cookies.read(request).flatMap(sessions::operator)
                        .<SecurityContext>map(operator -> new SecurityContextImpl(new OperatorAtBrowser(operator)))
                        .orElseGet(SecurityContextImpl::new);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }

    /** The authentication of an operator who signed in with everything that it takes. */
    static final class OperatorAtBrowser extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;
        private final transient CurrentOperator operator;

        OperatorAtBrowser(CurrentOperator operator) {
            super(AuthorityUtils.NO_AUTHORITIES);
            this.operator = operator;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public CurrentOperator getPrincipal() {
            return operator;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OperatorAtBrowser that && that.operator.equals(operator);
        }

        @Override
        public int hashCode() {
            return operator.hashCode();
        }
    }
}
