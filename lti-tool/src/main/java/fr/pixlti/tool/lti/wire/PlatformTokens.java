package fr.pixlti.tool.lti.wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.pixlti.tool.lti.domain.Platform;
import fr.pixlti.tool.lti.domain.ToolKeyRing;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens of platforms, by client credentials with a signed assertion (LTI security framework §4.1, RFC 7523),
 * kept until a minute before they expire. One request at a time for each platform and set of scopes.
 */
@Component
class PlatformTokens {

    private static final Duration ASSERTION_LIFETIME = Duration.ofMinutes(4);
    /** Moodle refuses an assertion from the future without any leeway. */
    private static final Duration BACKDATED = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final int LONGEST = 64 * 1024;

    private final GuardedHttpClient http;
    private final ToolKeyRing keys;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final Map<Grant, Slot> slots = new ConcurrentHashMap<>();

    PlatformTokens(GuardedHttpClient http, ToolKeyRing keys, Clock clock) {
        this.http = http;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A token for the scope.
     *
     * @throws TokenRefused when the platform does not give one
     * @throws IOException when it cannot be reached
     */
    String get(Platform platform, String scope) throws IOException {
        Slot slot = slots.computeIfAbsent(new Grant(platform.id(), scope), grant -> new Slot());
        Token token = slot.token;
        if (token == null || !token.good(clock.instant())) {
            slot.lock.lock();
            try {
                token = slot.token;
                if (token == null || !token.good(clock.instant())) {
                    token = fetch(platform, scope);
                    slot.token = token;
                }
            } finally {
                slot.lock.unlock();
            }
        }
        return token.text();
    }

    /** Forgets a token that the platform no longer takes. */
    void drop(Platform platform, String scope, String text) {
        Slot slot = slots.get(new Grant(platform.id(), scope));
        if (slot != null) {
            slot.lock.lock();
            try {
                if (slot.token != null && slot.token.text().equals(text)) {
                    slot.token = null;
                }
            } finally {
                slot.lock.unlock();
            }
        }
    }

    /** A token that nobody kept or keeps, for trying a platform out. @throws IOException as {@link #get} */
    String fresh(Platform platform, String scope) throws IOException {
        return fetch(platform, scope).text();
    }

    private Token fetch(Platform platform, String scope) throws IOException {
        String form = "grant_type=client_credentials"
                + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                + "&client_assertion=" + assertion(platform) + "&scope="
                + URLEncoder.encode(scope, StandardCharsets.UTF_8);
        HttpAnswer answer = http.send(
                HttpCall.post(platform.accessTokenUrl(),
                        Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                        form.getBytes(StandardCharsets.US_ASCII)),
                platform.allowPrivateAddresses(), LONGEST);
        if (!answer.successful()) {
            throw new TokenRefused(answer);
        }
        return read(answer);
    }

    /** Reads the body as JSON whatever its type says: Moodle's is text/html. */
    private Token read(HttpAnswer answer) throws TokenRefused {
        try {
            JsonNode body = json.readTree(answer.body());
            String text = body.path("access_token").asString("");
            long seconds = Math.clamp(body.path("expires_in").asLong(300), 0, 86_400);
            if (text.isEmpty()) {
                throw new TokenRefused(answer);
            }
            return new Token(text, clock.instant().plusSeconds(seconds).minus(MARGIN));
        } catch (JacksonException e) {
            throw new TokenRefused(answer);
        }
    }

    private String assertion(Platform platform) {
        RSAKey key = keys.signingKey();
        Instant issued = clock.instant().minus(BACKDATED);
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(platform.clientId()).subject(platform.clientId())
                .audience(platform.assertionAudience()).issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(ASSERTION_LIFETIME))).jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build(),
                claims);
        try {
            assertion.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The tool's key does not sign", e);
        }
        return assertion.serialize();
    }

    private record Grant(UUID platform, String scope) {}

    private record Token(String text, Instant until) {

        boolean good(Instant now) {
            return until.isAfter(now);
        }
    }

    private static final class Slot {

        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Token token;
    }

    /** The platform answered, but with no token. */
    static final class TokenRefused extends IOException {

        private final transient HttpAnswer answer;

        TokenRefused(HttpAnswer answer) {
            super("No access token: the platform answered " + answer.status());
            this.answer = answer;
        }

        HttpAnswer answer() {
            return answer;
        }
    }
}
