package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.people.SearchName;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which participants a teacher wants to see; what is absent limits nothing.
 *
 * @param group of the course
 * @param stage index of the stage reached, that is the number of stars
 * @param badge key of one obtained
 * @param words parts of the name, however written
 */
public record ParticipantFilter(@Nullable UUID group, @Nullable Status status, @Nullable Integer stage,
        @Nullable String badge, String words, Order order) {

    /** NAME: from A; DATE: the newest sending first; RESULT: the lowest first, who may need help; BEST: the highest. */
    public enum Order {
        NAME, DATE, RESULT, BEST
    }

    private static final int MOST_PARTS = 6;

    public static final ParticipantFilter EVERYBODY = new ParticipantFilter(null, null, null, null, "", Order.NAME);

    /** Whether anything but the order is asked for. */
    public boolean limits() {
        return group != null || status != null || stage != null || badge != null || !words.isBlank();
    }

    /** What the name has to contain. */
    public List<String> nameParts() {
        return Stream.of(SearchName.of(words).split(" ")).filter(part -> !part.isEmpty()).distinct().limit(MOST_PARTS)
                .toList();
    }
}
