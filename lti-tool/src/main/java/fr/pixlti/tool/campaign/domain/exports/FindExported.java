package fr.pixlti.tool.campaign.domain.exports;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A teacher wants a file of a campaign that one of the course's teachers made. */
@Component
public class FindExported {

    private final Campaigns campaigns;
    private final MadeCampaigns made;
    private final PeopleApi people;
    private final Transactions transactions;

    FindExported(Campaigns campaigns, MadeCampaigns made, PeopleApi people, Transactions transactions) {
        this.campaigns = campaigns;
        this.made = made;
        this.people = people;
        this.transactions = transactions;
    }

    /**
     * @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course, and for a campaign
     *     of kind COMPETENCE or SEVERAL
     */
    public Exported of(UUID campaignId, PersonId teacher) {
        return transactions.call(() -> campaigns.find(campaignId).filter(Campaign::made)
                .filter(found -> people.roleIn(teacher, found.courseId()) == LtiRole.INSTRUCTOR)
                .map(campaign -> new Exported(campaign, made.settings(campaignId).orElseThrow(),
                        people.courseTitle(campaign.courseId()).orElse("")))
                .orElseThrow(() -> DomainError.notFound("campaign.not-found")));
    }

    /** @param course its title, empty when it is not known */
    public record Exported(Campaign campaign, CampaignSettings settings, String course) {}
}
