package fr.pixlti.tool.demo.wire;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Access tokens given to tools: good for an hour, lost with a restart. */
@Component
@Profile("demo")
public class AccessTokens {

    /** Moodle's lifetime, in seconds. */
    static final long LIFE_SECONDS = 3600;
    private static final int TOKEN_BYTES = 16;

    record Grant(String clientId, List<String> scopes, Instant until) {}

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    String issue(String clientId, List<String> scopes) {
        Instant now = clock.instant();
        grants.values().removeIf(grant -> !grant.until().isAfter(now));
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        grants.put(token, new Grant(clientId, List.copyOf(scopes), now.plusSeconds(LIFE_SECONDS)));
        return token;
    }

    Optional<Grant> grant(String token) {
        return Optional.ofNullable(grants.get(token)).filter(grant -> grant.until().isAfter(clock.instant()));
    }

    /** Makes every token void, as a platform does whose database was restored; tests do it. */
    public void revokeAll() {
        grants.clear();
    }
}
