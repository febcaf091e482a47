package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest launch of a platform, to a minute, with the services of its course.
 *
 * @param courseTitle absent when the launch was outside a course or did not say
 * @param lineItemsUrl the course's gradebook columns (AGS 2.0 §3.1), absent when not offered
 * @param scopes of AGS, separated by spaces
 * @param membershipsUrl the roster (NRPS 2.0 §3.6.1), absent when not offered
 */
public record LastLaunch(Instant at, @Nullable String courseTitle, @Nullable String lineItemsUrl, String scopes,
        @Nullable String membershipsUrl) {}
