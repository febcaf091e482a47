package fr.pixlti.tool.lti;

import java.math.BigDecimal;

/**
 * A column of a platform's gradebook (AGS 2.0 §3.2.4).
 *
 * @param url its address with its query; empty for one that is still to be made
 * @param label what the teacher reads above it
 * @param maximum above 0
 * @param resourceId the tool's name for what is graded; empty when it has none
 * @param tag the tool's name for which of its grades; empty when it has none
 * @param resourceLinkId the platform's id of the link it belongs to; empty when it belongs to none
 */
public record LineItem(String url, String label, BigDecimal maximum, String resourceId, String tag,
        String resourceLinkId) {}
