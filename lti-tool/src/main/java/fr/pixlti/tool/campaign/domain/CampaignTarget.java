package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Stage;
import java.util.List;

/**
 * What a campaign tests and what its results are worth, as its path was when the campaign was made: a newer catalogue
 * changes nothing in a campaign under way.
 *
 * @param topics never empty
 * @param stages by rising threshold, the first of them 0; empty without stars
 * @param attestation whether it ends with an attestation that names the pupil
 */
public record CampaignTarget(List<CappedTopic> topics, List<Stage> stages, List<Badge> badges, boolean attestation) {

    public CampaignTarget {
        topics = List.copyOf(topics);
        stages = List.copyOf(stages);
        badges = List.copyOf(badges);
    }

    public static CampaignTarget of(TargetProfile profile) {
        return new CampaignTarget(profile.topics(), profile.stages(), profile.badges(), profile.attestation());
    }

    /** The most stars that can be reached, 0 without stages: the stage 0 is none (pix.md §1). */
    public int stars() {
        return Math.max(0, stages.size() - 1);
    }
}
