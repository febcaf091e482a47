package fr.pixlti.tool.shell;

import fr.pixlti.tool.people.SessionCookies;
import fr.pixlti.tool.shared.ToolSecret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * The CSRF token is derived from the key that a person's sessions have in the address, under the tool's secret: it needs
 * no storage, every node knows it, nobody else can compute it. It outlives a session, so that a question that stands in
 * one tab can still be answered after a launch in another has opened a newer session of the same person.
 */
@Component
class SessionCsrfTokens implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String PARAMETER = "_csrf";
    private static final String ALGORITHM = "HmacSHA256";

    private final SessionCookies cookies;
    private final Supplier<SecretKey> secret;

    SessionCsrfTokens(SessionCookies cookies, ToolSecret secret) {
        this.cookies = cookies;
        this.secret = secret.key("session csrf token", ALGORITHM);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        // Without a session there is nothing to protect; a token that matches nothing refuses every form.
        return token(UUID.randomUUID().toString());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // Derived, never stored.
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return SessionContexts.proof(request, cookies).map(proof -> token(derive(proof.key()))).orElse(null);
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, PARAMETER, value);
    }

    private String derive(String sessionKey) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret.get());
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal(sessionKey.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
