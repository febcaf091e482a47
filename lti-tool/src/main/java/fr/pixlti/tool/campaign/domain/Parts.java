package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The competences of participations in tests of several. */
public interface Parts {

    /** What was begun of a participation. */
    List<Part> of(UUID participationId);

    /** The same for everybody in a campaign, by participation. */
    Map<UUID, List<Part>> ofCampaign(UUID campaignId);

    /** What this test was taken for, and the person's other parts that already have a score in the competence. */
    List<Part> scoredBy(UUID assessmentId, PersonId person, String competence);

    /**
     * Makes this assessment the part's own, unless another one became so meanwhile.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the part has none in {@code before}'s place but another
     *     request began one at the same moment
     */
    boolean began(UUID participationId, String competence, @Nullable UUID before, UUID assessmentId);

    void completed(UUID participationId, String competence, int pix, int level, Instant at);
}
