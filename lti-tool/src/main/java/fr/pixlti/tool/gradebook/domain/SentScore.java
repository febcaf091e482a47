package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.LtiApi.HeldResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A score that the platform took, to be compared with what it holds.
 *
 * @param held what it was last seen to hold instead, absent while that is this score
 */
public record SentScore(UUID id, int revision, String subject, BigDecimal given, BigDecimal maximum,
        @Nullable HeldResult held) {

    /**
     * As a share of the maximum. Wide enough for a platform that rounds to a tenth on a scale of 20, and narrow enough
     * for a teacher who takes away half a point out of 20.
     */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

    /** What the platform holds instead of this score; empty when it is this score, rescaled and rounded perhaps. */
    Optional<HeldResult> instead(HeldResult now) {
        BigDecimal share = now.score().divide(now.maximum(), MathContext.DECIMAL64);
        BigDecimal ours = given.divide(maximum, MathContext.DECIMAL64);
        return share.subtract(ours).abs().compareTo(TOLERANCE) <= 0 ? Optional.empty() : Optional.of(now);
    }

    boolean changed(Optional<HeldResult> now) {
        if (held == null || now.isEmpty()) {
            return held != null || now.isPresent();
        }
        return held.score().compareTo(now.get().score()) != 0 || held.maximum().compareTo(now.get().maximum()) != 0;
    }
}
