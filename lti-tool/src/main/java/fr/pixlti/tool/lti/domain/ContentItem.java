package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An activity that a teacher adds to a course.
 *
 * @param scoreMaximum of its gradebook column, absent when it has none
 * @param resourceId names the activity in the platform's gradebook
 */
public record ContentItem(Target target, String title, String text, Columns columns,
        @Nullable BigDecimal scoreMaximum, String resourceId) {}
