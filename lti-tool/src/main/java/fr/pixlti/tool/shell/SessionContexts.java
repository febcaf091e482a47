package fr.pixlti.tool.shell;

import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.people.SessionCookies;
import fr.pixlti.tool.shared.CurrentPerson;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Finds the person at the browser by the session named in the address and the cookie, or header, that proves it. Nobody is there
 * while an operator has suspended the platform that vouches for them, and a page says so.
 */
@Component
class SessionContexts implements SecurityContextRepository {

    /** Set on requests of a session whose platform is suspended; {@code error/401} reads it under this name. */
    static final String SUSPENDED_ATTRIBUTE = "platformSuspended";

    private final PeopleApi people;
    private final LtiApi lti;
    private final SessionCookies cookies;

    SessionContexts(PeopleApi people, LtiApi lti, SessionCookies cookies) {
        this.people = people;
        this.lti = lti;
        this.cookies = cookies;
    }

    /** The session's key in the address and what proves it, its cookie or its header; empty when one is missing. */
    static Optional<Proof> proof(HttpServletRequest request, SessionCookies cookies) {
        if (!(request.getAttribute(SessionPrefixFilter.KEY_ATTRIBUTE) instanceof String key)) {
            return Optional.empty();
        }
        if (request.getCookies() != null) {
            String name = cookies.name(key);
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(new Proof(key, cookie.getValue()));
                }
            }
        }
        return Optional.ofNullable(request.getHeader(SessionCookies.HEADER)).map(value -> new Proof(key, value));
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
        return proof(request, cookies).isPresent();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Sessions are opened by a sign-in, in the database; there is nothing to keep here.
    }

    record Proof(String key, String value) {}

    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = proof(request, cookies).flatMap(proof -> people.session(proof.key(), proof.value()))
                        .filter(this::welcome)
                        .<SecurityContext>map(person -> new SecurityContextImpl(new PersonAtBrowser(person)))
                        .orElseGet(SecurityContextImpl::new);
            }
            return context;
        }

        private boolean welcome(CurrentPerson person) {
            if (person.platformId() == null || !lti.suspended(person.platformId())) {
                return true;
            }
            request.setAttribute(SUSPENDED_ATTRIBUTE, true);
            return false;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }

    /** The authentication of a person who signed in through a host. */
    static final class PersonAtBrowser extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;
        private final transient CurrentPerson person;

        PersonAtBrowser(CurrentPerson person) {
            super(AuthorityUtils.NO_AUTHORITIES);
            this.person = person;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public CurrentPerson getPrincipal() {
            return person;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PersonAtBrowser that && that.person.equals(person);
        }

        @Override
        public int hashCode() {
            return person.hashCode();
        }
    }
}
