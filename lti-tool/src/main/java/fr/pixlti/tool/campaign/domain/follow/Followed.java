package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.Stage;
import java.util.List;
import java.util.UUID;

/**
 * A campaign that somebody follows who may.
 *
 * @param trials participations of the course's own teachers, who tried the test: they count nowhere
 */
public record Followed(Campaign campaign, CampaignSettings settings, List<UUID> trials) {

    public Followed {
        trials = List.copyOf(trials);
    }

    public boolean collection() {
        return campaign.kind() == Campaign.Kind.COLLECTION;
    }

    /** By rising threshold, the first of them 0; empty without stars. */
    public List<Stage> stages() {
        CampaignTarget target = settings.target();
        return target == null ? List.of() : target.stages();
    }

    /** In the order to show; empty without badges. */
    public List<Badge> badges() {
        CampaignTarget target = settings.target();
        return target == null ? List.of() : target.badges();
    }

    /** The most stars that can be reached, 0 without stages. */
    public int stars() {
        CampaignTarget target = settings.target();
        return target == null ? 0 : target.stars();
    }

    /** Everybody's participations. */
    Scope all() {
        return new Scope(campaign.id(), null, trials);
    }
}
