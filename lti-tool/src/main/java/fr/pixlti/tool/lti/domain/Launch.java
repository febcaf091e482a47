package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.LtiRole;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resource link launch whose token was found right; what only the database can tell is still to be checked.
 *
 * @param deploymentId the platform's word
 * @param target value of the custom parameter {@code pixlti_target}, absent when the link says nothing
 * @param locale BCP 47 language of the platform's page
 * @param returnUrl contains secrets of the platform: never logged, never in a page's text
 */
public record Launch(UUID platformId, String deploymentId, String nonce, String targetLinkUri, Person person,
        LtiRole role, Placement link, @Nullable Course course, @Nullable String target, @Nullable String locale,
        @Nullable String returnUrl) {

    /** Absent names are normal: platforms have privacy settings. */
    public record Person(String subject, @Nullable String givenName, @Nullable String familyName,
            @Nullable String fullName, @Nullable String email) {}

    /**
     * The link in the course.
     *
     * @param grading absent when the launch does not offer the gradebook
     */
    public record Placement(String resourceLinkId, @Nullable String title, @Nullable Grading grading) {}

    /**
     * The AGS claim (AGS 2.0 §3.1).
     *
     * @param lineItem the link's own column; platforms leave it out when there is none, or more than one (Moodle)
     * @param scopes separated by spaces
     */
    public record Grading(@Nullable String lineItem, @Nullable String lineItems, String scopes) {}

    public record Course(String contextId, @Nullable String title) {}
}
