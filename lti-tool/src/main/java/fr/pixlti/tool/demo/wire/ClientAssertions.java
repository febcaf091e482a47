package fr.pixlti.tool.demo.wire;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import fr.pixlti.tool.demo.wire.ToolSignatures.Refused;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final ToolSignatures signatures;
    private final Clock clock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    ClientAssertions(ToolRegistration tool, ToolSignatures signatures, Clock clock) {
        this.tool = tool;
        this.signatures = signatures;
        this.clock = clock;
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
        signatures.check(jwt);
        checkClaims(claims);
        return clientId;
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
