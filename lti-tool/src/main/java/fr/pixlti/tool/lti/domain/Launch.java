package fr.pixlti.tool.lti.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.LtiRole;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A launch whose token was found right; what only the database can tell is still to be checked.
 *
 * @param deploymentId the platform's word
 * @param message what the platform asks for
 * @param custom the custom parameters that the tool reads
 * @param locale BCP 47 language of the platform's page
 * @param returnUrl contains secrets of the platform: never logged, never in a page's text
 */
public record Launch(UUID platformId, String deploymentId, String nonce, String targetLinkUri, Person person,
        LtiRole role, Message message, @Nullable Course course, Custom custom, @Nullable String locale,
        @Nullable String returnUrl) {

    /** What the platform asks for: its message type, with what only that type says. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = LinkRequest.class, name = "link"),
        @JsonSubTypes.Type(value = ContentRequest.class, name = "content"),
        @JsonSubTypes.Type(value = ReviewRequest.class, name = "review")})
    public sealed interface Message {}

    /** {@code LtiResourceLinkRequest} (LTI 1.3 core §4.2): opens a link of the course. */
    public record LinkRequest(Placement link) implements Message {}

    /** {@code LtiDeepLinkingRequest} (Deep Linking 2.0 §4.4): a teacher chooses what to add to the course. */
    public record ContentRequest(DeepLinking settings) implements Message {}

    /**
     * {@code LtiSubmissionReviewRequest} (Submission Review 1.0 §4.3): a teacher looks at one person's work.
     *
     * @param userId the {@code sub} of the person whose work it is
     */
    public record ReviewRequest(String resourceLinkId, String userId) implements Message {}

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

    /**
     * @param membershipsUrl the roster (NRPS 2.0 §3.6.1), absent when the platform does not offer it
     */
    public record Course(String contextId, @Nullable String title, @Nullable String membershipsUrl) {}

    /**
     * Custom parameters (LTI 1.3 core §5.4.6): those of the link, and the variables that the registration asks for.
     * Platforms send unknown variables literally, and absent values as "" or null (Moodle); both are absent here.
     *
     * @param target {@code pixlti_target}, absent when the link says nothing
     * @param columns {@code pixlti_columns}: what comes back beside the score; SCORE when absent
     * @param linkHistory {@code $ResourceLink.id.history}: the platform's ids of the links this one was copied from, the
     *     nearest first
     * @param contextHistory {@code $Context.id.history}: the courses this one was copied from, the nearest first
     * @param groupIds {@code $Moodle.Person.userGroupIds}: the person's groups in the course
     */
    public record Custom(@Nullable String target, Columns columns, List<String> linkHistory,
            List<String> contextHistory, List<String> groupIds) {

        public Custom {
            linkHistory = List.copyOf(linkHistory);
            contextHistory = List.copyOf(contextHistory);
            groupIds = List.copyOf(groupIds);
        }
    }
}
