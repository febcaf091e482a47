package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A teacher of the course looks at a campaign that one of its teachers made. */
@Component
public class ReadMadeCampaign {

    private final Campaigns campaigns;
    private final MadeCampaigns made;
    private final Copies copies;
    private final PeopleApi people;
    private final Transactions transactions;

    ReadMadeCampaign(Campaigns campaigns, MadeCampaigns made, Copies copies, PeopleApi people,
            Transactions transactions) {
        this.campaigns = campaigns;
        this.made = made;
        this.copies = copies;
        this.people = people;
        this.transactions = transactions;
    }

    /**
     * @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course, and for a campaign
     *     of kind COMPETENCE or SEVERAL
     */
    public Made of(UUID campaignId, PersonId teacher) {
        return transactions.call(() -> find(campaignId, teacher)
                .orElseThrow(() -> DomainError.notFound("campaign.not-found")));
    }

    /**
     * The campaign of another course that this one is a copy of; empty for one that is no copy, and where the teacher does
     * not teach the other course.
     */
    public Optional<Origin> origin(Made copy, PersonId teacher) {
        UUID course = copy.campaign().courseId();
        return transactions.call(() -> copies.of(copy.campaign()).map(Copies.Copy::origin).flatMap(campaigns::find)
                .filter(found -> found.made() && !found.courseId().equals(course)
                        && people.roleIn(teacher, found.courseId()) == LtiRole.INSTRUCTOR)
                .map(found -> new Origin(found.id(), people.courseTitle(found.courseId()).orElse(""))));
    }

    private Optional<Made> find(UUID campaignId, PersonId teacher) {
        return campaigns.find(campaignId).filter(Campaign::made)
                .filter(found -> people.roleIn(teacher, found.courseId()) == LtiRole.INSTRUCTOR)
                .map(campaign -> {
                    CampaignSettings settings = made.settings(campaignId).orElseThrow();
                    PersonId creator = settings.createdBy();
                    return new Made(campaign, settings,
                            people.displayNames(Set.of(creator)).getOrDefault(creator, ""),
                            made.counts(Set.of(campaignId)).getOrDefault(campaignId, Counts.NONE));
                });
    }

    /** @param creator who made it, empty when the host gave no name or it is there by itself */
    public record Made(Campaign campaign, CampaignSettings settings, String creator, Counts counts) {}

    /** @param course what the host calls it, empty when it does not say */
    public record Origin(UUID campaign, String course) {}

    /**
     * Teachers who tried the campaign are not counted.
     *
     * @param participants who began
     * @param received of whom a result was sent
     */
    public record Counts(long participants, long received) {

        public static final Counts NONE = new Counts(0, 0);
    }
}
