package fr.pixlti.tool.campaign.domain;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A test that a link starts, for the people of a course.
 *
 * @param title what its teacher calls it; absent for COMPETENCE, which is called as its competence
 * @param competences codes, in the order to take them; one for COMPETENCE, 2 to 16 for SEVERAL, none for the others
 * @param ownLink the one link of a COMPETENCE; absent for the others, which any link of the course may lead to
 */
public record Campaign(UUID id, Kind kind, @Nullable String title, List<String> competences, UUID courseId,
        @Nullable UUID ownLink) {

    public static final int FEWEST = 2;
    public static final int MOST = 16;

    /**
     * COMPETENCE: made by its link when it is first opened; SEVERAL: made by a teacher, who chose its competences;
     * ASSESSMENT: of a path; EXAM: of a path too, without regard to what is known of the person; COLLECTION: takes
     * profiles. The last three have {@link CampaignSettings} and no competences (pix.md §2).
     */
    public enum Kind {
        COMPETENCE, SEVERAL, ASSESSMENT, EXAM, COLLECTION
    }

    /**
     * A link that leads to a campaign.
     *
     * @param resourceId what the platform is told that its grades are of: what the link itself says, so that a copied
     *     course finds its own columns again
     */
    public record Linked(UUID linkId, String resourceId) {}

    public Campaign {
        competences = List.copyOf(competences);
    }

    /** Whether a teacher decided about it, and it has settings. */
    public boolean made() {
        return kind == Kind.ASSESSMENT || kind == Kind.EXAM || kind == Kind.COLLECTION;
    }

    public boolean several() {
        return kind == Kind.SEVERAL;
    }

    /** The competence of a COMPETENCE. */
    public String competence() {
        return competences.getFirst();
    }

    /** The link of a COMPETENCE. */
    public UUID linkId() {
        return Objects.requireNonNull(ownLink);
    }
}
