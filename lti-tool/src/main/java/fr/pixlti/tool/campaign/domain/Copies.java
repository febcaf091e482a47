package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Links that came with a copied course, and what their teachers want of them. */
public interface Copies {

    /** Keeps that a link is a copy; nothing when that is known. */
    void add(UUID linkId, UUID originLinkId);

    Optional<Copy> find(UUID linkId);

    void choose(UUID linkId, Choice choice, PersonId teacher, Instant now);

    /** The campaign that a link began for a competence, if it was ever opened. */
    Optional<UUID> campaignOf(UUID linkId, String competence);

    /** @param originLinkId the link that it was copied from */
    record Copy(UUID linkId, UUID originLinkId, Choice choice) {}

    /**
     * ASKED: the teacher has not said, which is as FRESH; FRESH: the results of this course alone; TOGETHER: beside them
     * those of the course it was copied from. Whatever is chosen, nothing is moved: people of two courses never meet in
     * one campaign, and each grade goes back to its own course.
     */
    enum Choice {
        ASKED, FRESH, TOGETHER
    }
}
