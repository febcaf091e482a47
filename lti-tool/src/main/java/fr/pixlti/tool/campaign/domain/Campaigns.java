package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Campaigns and the participations in them. */
public interface Campaigns {

    /** The campaign of a link; made when the link is new. */
    UUID ofLink(UUID linkId, UUID courseId, String competence, Instant now);

    Optional<Campaign> find(UUID id);

    /** The person's participation; made when there is none. */
    UUID participation(UUID campaignId, PersonId person, Instant now);

    Optional<Participation> findParticipation(UUID id);

    /** The participation that took this test, and the person's others that already have a score in the competence. */
    List<Participation> scoredBy(UUID assessmentId, PersonId person, String competence);

    /** Makes this assessment the participation's own, unless another one became so meanwhile. */
    boolean began(UUID participationId, @Nullable UUID before, UUID assessmentId);

    void completed(UUID participationId, int pix, int level, Instant at);

    List<Participation> participations(UUID campaignId);
}
