package fr.pixlti.tool.lti.domain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code pixlti.lti.key-*}: how the tool's own keys follow one another.
 *
 * @param keyLifetime how long a key signs before the next one does; at least a day, and twice the overlap
 * @param keyOverlap how long a key is published before it signs, and after it has signed; at least 10 minutes. Platforms
 *     keep key sets for as long as they like: Brightspace and Canvas read them again within hours, Moodle keeps them
 *     without an end but reads them again when it meets a key that it does not know; many caches live for a day, so two
 *     days leave as much again for a platform that is down over a night
 */
@ConfigurationProperties("pixlti.lti")
public record ToolKeySettings(@DefaultValue("90d") Duration keyLifetime, @DefaultValue("2d") Duration keyOverlap) {

    /** Nodes read the keys every half minute, and the key set may be cached for five minutes on its way. */
    private static final Duration SHORTEST_OVERLAP = Duration.ofMinutes(10);

    public ToolKeySettings {
        if (keyOverlap.compareTo(SHORTEST_OVERLAP) < 0) {
            throw new IllegalArgumentException("pixlti.lti.key-overlap must be at least 10m");
        }
        if (keyLifetime.compareTo(Duration.ofDays(1)) < 0 || keyLifetime.compareTo(keyOverlap.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "pixlti.lti.key-lifetime must be at least 1d and twice pixlti.lti.key-overlap");
        }
    }
}
