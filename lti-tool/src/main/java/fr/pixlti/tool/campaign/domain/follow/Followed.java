package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign.Made;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.Stage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that somebody follows who may.
 *
 * @param trials participations of the course's own teachers, who tried the test: they count nowhere
 */
public record Followed(Made made, List<UUID> trials) {

    public Followed {
        trials = List.copyOf(trials);
    }

    public Campaign campaign() {
        return made.campaign();
    }

    public CampaignSettings settings() {
        return made.settings();
    }

    public UUID course() {
        return made.campaign().courseId();
    }

    public boolean collection() {
        return made.campaign().kind() == Campaign.Kind.COLLECTION;
    }

    /** What it tests; absent for a collection. */
    public @Nullable CampaignTarget target() {
        return made.settings().target();
    }

    /** By rising threshold, the first of them 0; empty without stars. */
    public List<Stage> stages() {
        CampaignTarget target = target();
        return target == null ? List.of() : target.stages();
    }

    /** In the order to show; empty without badges. */
    public List<Badge> badges() {
        CampaignTarget target = target();
        return target == null ? List.of() : target.badges();
    }

    /** The most stars that can be reached, 0 without stages. */
    public int stars() {
        CampaignTarget target = target();
        return target == null ? 0 : target.stars();
    }

    /** Everybody's participations. */
    Scope all() {
        return new Scope(campaign().id(), null, trials);
    }
}
