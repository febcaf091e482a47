package fr.pixlti.tool.demo.wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Checks the signed statement by which a tool asks for a token (RFC 7523 §3). Signature, {@code kid} and times are
 * checked as Moodle does, without any leeway for a future {@code iat}; {@code aud}, {@code exp} and {@code jti} as the
 * 1EdTech security framework §4.1.1 wants, which Moodle does not ask for and other platforms do.
 */
@Component
@Profile("demo")
class ClientAssertions {

    private final ToolRegistration tool;
    private final ToolKeySet keys;
    private final Clock clock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    ClientAssertions(ToolRegistration tool, ToolKeySet keys, Clock clock) {
        this.tool = tool;
        this.keys = keys;
        this.clock = clock;
    }

    /** A refusal, in Moodle's free text. */
    static final class Refused extends Exception {

        Refused(String text) {
            super(text);
        }
    }

    /** @return the client id */
    String verify(String assertion) throws Refused {
        SignedJWT jwt;
        JWTClaimsSet claims;
        try {
            jwt = SignedJWT.parse(assertion);
            claims = jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new Refused("invalid_request");
        }
        String clientId = claims.getSubject();
        if (clientId == null || clientId.isEmpty()) {
            throw new Refused("invalid_request");
        }
        if (!tool.knowsClient(clientId)) {
            throw new Refused("invalid_client");
        }
        checkSignature(jwt);
        checkClaims(claims);
        return clientId;
    }

    private void checkSignature(SignedJWT jwt) throws Refused {
        String keyId = jwt.getHeader().getKeyID();
        if (keyId == null) {
            throw new Refused("error/Error: kid must be provided in JWT header.");
        }
        if (verifies(jwt, keys.kept(keyId))) {
            return;
        }
        RSAKey fetched = keys.fetch(keyId);
        if (fetched == null) {
            throw new Refused("\"kid\" invalid, unable to lookup correct key");
        }
        if (!verifies(jwt, fetched)) {
            throw new Refused("Signature verification failed");
        }
    }

    private static boolean verifies(SignedJWT jwt, @Nullable RSAKey key) {
        try {
            return key != null && JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new RSASSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }

    private void checkClaims(JWTClaimsSet claims) throws Refused {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        if (claims.getIssueTime() != null && claims.getIssueTime().toInstant().isAfter(now)) {
            throw new Refused("Cannot handle token with iat prior to " + claims.getIssueTime().toInstant());
        }
        if (claims.getExpirationTime() == null || !claims.getExpirationTime().toInstant().isAfter(now)) {
            throw new Refused("Expired token");
        }
        if (!claims.getAudience().contains(tool.tokenUrl())) {
            throw new Refused("Incorrect audience");
        }
        seen.values().removeIf(until -> !until.isAfter(now));
        String id = claims.getJWTID();
        if (id == null || seen.putIfAbsent(id, claims.getExpirationTime().toInstant()) != null) {
            throw new Refused("jti missing or already used");
        }
    }
}
