package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.campaign.domain.ReadMadeCampaign.Counts;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What teachers decided of the campaigns that they made. */
public interface MadeCampaigns {

    /**
     * Keeps a new campaign.
     *
     * @throws org.springframework.dao.DuplicateKeyException when its code is taken
     */
    void add(Campaign campaign, CampaignSettings settings);

    /** Empty for a campaign of kind COMPETENCE or SEVERAL, which has none. */
    Optional<CampaignSettings> settings(UUID campaignId);

    /**
     * How many took part in each of these campaigns; one without anybody is absent.
     *
     * @param without who is not counted
     */
    Map<UUID, Counts> counts(Collection<UUID> campaigns, Collection<PersonId> without);

    /** The campaign of a code, however it is written in capitals. */
    Optional<UUID> ofCode(String code);

    /** Takes the place of what was decided; false when somebody else did meanwhile. @param after its version as read */
    boolean edit(UUID campaignId, @Nullable String title, CampaignSettings after);

    /** Archives or restores it. @param at absent to restore */
    void archive(UUID campaignId, PersonId by, @Nullable Instant at);
}
