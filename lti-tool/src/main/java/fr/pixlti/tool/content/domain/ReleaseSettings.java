package fr.pixlti.tool.content.domain;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code pixlti.content.*} on releases and packs.
 *
 * @param followEvery how often a node looks which release is current; at most 30 s
 * @param keepReleases how long a release is kept that no node uses any more and no test under way refers to: as long,
 *     the answers of tests can be read again with their questions
 * @param maxUpload largest ZIP of a pack
 * @param maxUnpacked largest sum of its files
 * @param maxFiles most files in it
 */
@Validated
@ConfigurationProperties("pixlti.content")
public record ReleaseSettings(@DefaultValue("10s") Duration followEvery, @DefaultValue("365d") Duration keepReleases,
        @DefaultValue("10MB") DataSize maxUpload, @DefaultValue("40MB") DataSize maxUnpacked,
        @DefaultValue("2000") @Min(1) @Max(20_000) int maxFiles) {

    private static final Duration SLOWEST = Duration.ofSeconds(30);
    private static final DataSize LARGEST = DataSize.ofMegabytes(12);

    public ReleaseSettings {
        if (followEvery.toMillis() < 1 || followEvery.compareTo(SLOWEST) > 0) {
            throw new IllegalArgumentException("pixlti.content.follow-every must be from 1ms to 30s");
        }
        if (keepReleases.isNegative()) {
            throw new IllegalArgumentException("pixlti.content.keep-releases must not be negative");
        }
        if (maxUpload.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("pixlti.content.max-upload must be at most " + LARGEST.toMegabytes()
                    + "MB, which databases take in one piece");
        }
    }
}
