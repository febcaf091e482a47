package fr.pixlti.tool.campaign.domain.exports;

import java.time.Instant;

/**
 * That somebody followed a path to its end.
 *
 * @param pupil their name, empty when the host gave none
 * @param place their groups and course, empty when neither is known
 * @param path name of the path, or the title that the teacher gave
 * @param completedAt when they finished it
 * @param percent mastery, 0 to 100
 * @param stars 0 to {@code ofStars}
 * @param ofStars 0 where the path has no stars
 */
public record Attestation(String pupil, String place, String path, Instant completedAt, int percent, int stars,
        int ofStars) {}
