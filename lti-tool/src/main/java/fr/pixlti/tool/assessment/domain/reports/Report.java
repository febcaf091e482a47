package fr.pixlti.tool.assessment.domain.reports;

import fr.pixlti.tool.content.Item;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A problem that somebody reported about an item.
 *
 * @param release in which the item was seen
 * @param seed from which the figures of a template were drawn, absent for other items
 * @param given the answer as JSON, absent when the problem was reported before there was one
 * @param words of the learner, perhaps empty, at most {@link #LONGEST} characters
 * @param language of the page, such as {@code fr}
 * @param browser family of the browser, such as {@code firefox}
 * @param sentAt when it was last sent
 * @param closedAs absent while it is open
 */
public record Report(UUID id, String item, Category category, String competence, String release,
        @Nullable Long seed, @Nullable String given, String words, String language, String browser, Instant sentAt,
        @Nullable Closing closedAs, @Nullable Instant closedAt) {

    /** Characters of a learner's words. */
    public static final int LONGEST = 1000;

    /** What it is about (pix.md §5, feedback categories). */
    public enum Category {
        QUESTION, PICTURE,
        /** A link, or a file to download. */
        LINK, SIMULATOR, ACCESSIBILITY,
        /** The answer expected, or its correction. */
        ANSWER, LESSON, OTHER;

        /**
         * Those that make sense for an item, in the order in which they are offered.
         *
         * @param corrected whether the learner has seen the correction
         */
        public static List<Category> offered(Item item, boolean corrected) {
            return Stream.of(values()).filter(category -> switch (category) {
                case PICTURE -> item.picture() != null;
                case LINK -> !item.attachments().isEmpty() || item.instruction().contains("href=");
                case SIMULATOR -> item.work() instanceof Item.Operate;
                case ANSWER, LESSON -> corrected;
                case QUESTION, ACCESSIBILITY, OTHER -> true;
            }).toList();
        }
    }

    /** Why a report is closed. */
    public enum Closing {
        MENDED, NO_FAULT, DUPLICATE
    }
}
