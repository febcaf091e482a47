package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links that came with a copied course, and what their teachers want of them. */
public interface Copies {

    /** Keeps that a link is a copy; nothing when that is known. */
    void add(UUID linkId, UUID originLinkId);

    /** What a campaign is a copy of: by its link, or of several competences by any of its links. */
    Optional<Copy> of(Campaign campaign);

    /** Keeps the choice for the whole campaign, through whichever of its links it was asked; the last one counts. */
    void choose(Campaign campaign, Choice choice, PersonId teacher, Instant now);

    /** @param origin the campaign of the other course; absent where nobody ever opened it */
    record Copy(@Nullable UUID origin, Choice choice) {}

    /**
     * ASKED: the teacher has not said, which is as FRESH; FRESH: the results of this course alone; TOGETHER: beside them
     * those of the course it was copied from. Whatever is chosen, nothing is moved: people of two courses never meet in
     * one campaign, and each grade goes back to its own course.
     */
    enum Choice {
        ASKED, FRESH, TOGETHER
    }
}
