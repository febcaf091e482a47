package fr.pixlti.tool.demo.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Rights to register one tool each: good for one registration within an hour, as Moodle's; in memory. */
@Component
@Profile("demo")
public class RegistrationTokens {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int MOST = 1_000;
    private static final int BYTES = 24;

    /** @param toolAddress where the administrator sends the browser to register */
    public record Right(String token, String toolAddress, Instant until, boolean used) {}

    private final SequencedMap<String, Right> rights = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    RegistrationTokens(Clock clock) {
        this.clock = clock;
    }

    public synchronized Right give(String toolAddress) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Right right = new Right(HexFormat.of().formatHex(bytes), toolAddress, clock.instant().plus(LIFE), false);
        if (rights.size() == MOST) {
            rights.pollFirstEntry();
        }
        rights.put(right.token(), right);
        return right;
    }

    /** The right, used or not, until its hour is over. */
    public synchronized Optional<Right> find(String token) {
        return Optional.ofNullable(rights.get(token)).filter(right -> right.until().isAfter(clock.instant()));
    }

    /** Uses the right up. @return false when it is not there or was used before */
    public synchronized boolean use(String token) {
        Optional<Right> right = find(token).filter(found -> !found.used());
        right.ifPresent(found -> rights.put(token, new Right(token, found.toolAddress(), found.until(), true)));
        return right.isPresent();
    }
}
