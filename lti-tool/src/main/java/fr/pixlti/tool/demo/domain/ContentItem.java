package fr.pixlti.tool.demo.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tool wants added to the course, as far as the LMS keeps it.
 *
 * @param column absent when the item brings none
 */
public record ContentItem(String title, String text, Map<String, String> custom, @Nullable Column column) {

    /** @param reviewable whether people's work can be looked at from there */
    public record Column(double maximum, String resourceId, String tag, boolean reviewable) {}
}
