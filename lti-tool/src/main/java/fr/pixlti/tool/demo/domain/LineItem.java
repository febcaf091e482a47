package fr.pixlti.tool.demo.domain;

import org.jspecify.annotations.Nullable;

/**
 * A column of the gradebook.
 *
 * @param maximum the most it holds, above 0; Moodle's default is 100
 * @param resourceId empty when the tool gave none
 * @param tag empty when the tool gave none
 * @param linkId the activity it belongs to
 * @param deploymentId whose tool may write it
 * @param coupled made with the activity, not by the tool
 */
public record LineItem(String id, String label, double maximum, String resourceId, String tag, @Nullable String linkId,
        String deploymentId, boolean coupled) {}
