package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.exports.Attestation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pupil's page of a file of attestations.
 *
 * @param place group, course or school, as far as known
 * @param path name of the path, or the title that the teacher gave
 * @param completedAt when it was finished
 * @param percent mastery, 0 to 100
 * @param stars 0 to {@code ofStars}
 * @param ofStars 0 where the path has no stars
 */
record AttestationPage(String pupil, @Nullable String place, String path, Instant completedAt, int percent, int stars,
        int ofStars) {

    private static final int LONG = 28;
    private static final int LONGEST = 60;

    static AttestationPage of(Attestation read) {
        return new AttestationPage(read.pupil(), read.place().isEmpty() ? null : read.place(), read.path(),
                read.completedAt(), read.percent(), read.stars(), read.ofStars());
    }

    /** Style of the name: long ones are smaller, so that each stays on one line or two. */
    public String size() {
        return pupil.length() > LONGEST ? "longest" : pupil.length() > LONG ? "long" : "";
    }
}
