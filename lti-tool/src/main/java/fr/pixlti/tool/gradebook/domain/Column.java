package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.LineItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of a link's columns as it should be, and what is known of it at the platform.
 *
 * @param tag {@code area-1}, {@code competence-1.1}; {@link #OWN} is the link's own line item
 * @param resourceId AGS {@code resourceId}
 * @param inStep whether the platform has been told label, maximum and resourceId as they are here
 * @param url absent until it was made or found
 * @param claim counts those who set about making it
 * @param creatingAt when a request to make it went out whose end is not known, otherwise absent
 * @param copies further columns of this link and tag that the platform shows
 * @param attempts failures in a row
 * @param nextAttemptAt the platform is not asked about it before
 * @param lastError reason code of the last failure, absent while all is well
 */
public record Column(UUID id, UUID linkId, UUID platformId, String tag, String resourceId, String label,
        BigDecimal maximum, boolean inStep, @Nullable String url, int claim, @Nullable Instant creatingAt, int copies,
        int attempts, Instant nextAttemptAt, @Nullable String lastError) {

    /** Tag of the link's own line item, which the tool neither makes nor changes. */
    public static final String OWN = "";

    /** Whether something is to be asked of the platform before, or while, scores go there. */
    boolean needsWork(Instant now) {
        return url == null || !inStep && !nextAttemptAt.isAfter(now);
    }

    LineItem at(String address, String resourceLinkId) {
        return new LineItem(address, label, maximum, resourceId, tag, resourceLinkId);
    }

    /** After {@link GradeColumns#claim}. */
    Column claimed() {
        return new Column(id, linkId, platformId, tag, resourceId, label, maximum, inStep, url, claim + 1, creatingAt,
                copies, attempts, nextAttemptAt, lastError);
    }
}
