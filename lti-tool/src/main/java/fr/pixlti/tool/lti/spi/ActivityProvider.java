package fr.pixlti.tool.lti.spi;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.shared.PersonId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room that offers activities to links. Every kind of target has exactly one provider. */
public interface ActivityProvider {

    /** Whether this room opens targets of the kind, for example {@code competence}. */
    boolean provides(String kind);

    /** Whether the target exists; a launch of one that does not gets a page that says so. */
    boolean exists(Target target);

    /**
     * Opens the target for a person who launched a link to it. Called inside the launch's transaction.
     *
     * @return path inside the tool, without the session's prefix, beginning with a slash
     */
    String open(Opening opening);

    /**
     * A link of another that points at the target was found to be its copy, in a copied course. Called once or more,
     * inside the launch that sees the copy for the first time, before {@link #open}. Nothing by default: the copy is an
     * activity of its own.
     */
    default void copied(Copied copied) {}

    /** What a teacher may pick for a link, in the order to show. */
    List<PickerEntry> pickerEntries(Locale locale);

    /**
     * @param linkId the link's row in {@code lti}
     * @param courseId the course's row in {@code people}, absent outside a course
     */
    record Opening(Target target, UUID linkId, @Nullable String linkTitle, PersonId person, LtiRole role,
            @Nullable UUID courseId) {}

    /**
     * @param linkId the copy
     * @param originLinkId the nearest known link that it was copied from, of the same platform
     */
    record Copied(Target target, UUID linkId, UUID originLinkId) {}

    /**
     * @param group heading under which the entry stands, for example the area of a competence
     * @param label what the teacher reads
     */
    record PickerEntry(Target target, String group, String label, String description) {}
}
