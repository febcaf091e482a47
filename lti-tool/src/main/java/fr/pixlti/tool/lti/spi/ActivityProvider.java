package fr.pixlti.tool.lti.spi;

import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.shared.PersonId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room that offers activities to links. Every kind of target has exactly one provider. All but {@link #provides} may
 * ask the database and are called inside a transaction.
 */
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

    /**
     * What a teacher may pick for a link, in the order to show.
     *
     * @param courseId the course's row in {@code people}, absent outside a course
     */
    List<PickerEntry> pickerEntries(@Nullable UUID courseId, Locale locale);

    /**
     * Pages of the room on which a teacher of the course makes what no entry offers. Each takes a parameter {@code back}:
     * the path of the dialogue, to which it leads back with the new target ticked.
     */
    default List<MakingPage> makingPages(UUID courseId, Locale locale) {
        return List.of();
    }

    /**
     * A teacher has chosen the target: the one that the link is to name. The target itself by default; a room that offers
     * something to be made makes it now.
     *
     * @param title what the teacher calls it
     */
    default Target chosen(Target target, String title, UUID courseId, PersonId teacher, Locale locale) {
        return target;
    }

    /** What a link to an existing target says of itself. */
    Offer offer(Target target, Locale locale);

    /** What a teacher sees of an existing target before choosing it. */
    Preview preview(Target target, Locale locale);

    /** What one activity made of all these targets would be; empty when they cannot be one activity. */
    default Optional<Offer> offerTogether(List<Target> targets, Locale locale) {
        return Optional.empty();
    }

    /**
     * Makes one activity of all these targets, for which {@link #offerTogether} had an answer.
     *
     * @param title what its teacher calls it
     * @param courseId the course's row in {@code people} in which it is made
     */
    default Target makeTogether(List<Target> targets, String title, UUID courseId) {
        throw new UnsupportedOperationException("Nothing is offered together");
    }

    /**
     * Where a teacher of the course looks at what somebody did in the activity of a link.
     *
     * @return path as {@link #open} gives it; empty when that person did nothing there
     */
    default Optional<String> review(Reviewing reviewing) {
        return Optional.empty();
    }

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
     * @param folded whether a heading that has only such entries is shown folded: there are many like it
     */
    record PickerEntry(Target target, String group, String label, String description, boolean folded) {

        public PickerEntry(Target target, String group, String label, String description) {
            this(target, group, label, description, false);
        }
    }

    /**
     * @param label what the teacher reads
     * @param path in the tool
     */
    record MakingPage(String label, String path) {}

    /**
     * @param title proposed to the teacher, at most 255 characters
     * @param scoreMaximum what the scores are out of, above 0; absent when nothing comes back to the gradebook
     * @param resourceId names the activity in the platform's gradebook, the same for every column of it; absent for one
     *     that is still to be made
     * @param columns what may come back to the gradebook; SCORE always, unless nothing does
     */
    record Offer(String title, String description, @Nullable BigDecimal scoreMaximum, @Nullable String resourceId,
            Set<Columns> columns) {

        /** Moodle takes no column out of more than this, unless its administrator says so ({@code gradepointmax}). */
        private static final BigDecimal MOST = BigDecimal.valueOf(100);

        /** An activity of which nothing comes back to the gradebook. */
        public static Offer ungraded(String title, String description) {
            return new Offer(title, description, null, null, Set.of());
        }

        /** What the activity's column is made out of, if it has one; a platform rescales scores that are out of more. */
        public @Nullable BigDecimal columnMaximum() {
            return scoreMaximum == null ? null : scoreMaximum.min(MOST);
        }

        public Offer {
            columns = Set.copyOf(columns);
        }
    }

    /**
     * @param facts short sentences: length, number of questions
     * @param contents what it is about, by heading
     * @param example absent when there is none to show
     */
    record Preview(String title, String description, List<String> facts, List<Contents> contents,
            @Nullable Example example) {}

    /** Some of what an activity is about. */
    record Contents(String heading, List<String> topics) {}

    /**
     * One question, without its answer.
     *
     * @param instruction safe HTML
     * @param picture path in the tool, absent when there is none
     * @param choices safe HTML of one line each; empty when the answer is typed
     */
    record Example(String instruction, @Nullable String picture, String pictureText, List<String> choices) {}

    /**
     * @param linkId the link's row in {@code lti}
     * @param teacher who looks; the provider checks that they teach the activity's course
     * @param person whose work it is
     */
    record Reviewing(Target target, UUID linkId, PersonId teacher, PersonId person) {}
}
