package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.List;
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
     *
     * @throws DomainError as {@link #of}
     */
    public Optional<Origin> origin(UUID campaignId, PersonId teacher) {
        return transactions.call(() -> {
            Campaign copy = of(campaignId, teacher).campaign();
            return copies.of(copy).map(Copies.Copy::origin).flatMap(campaigns::find)
                    .filter(found -> found.made() && !found.courseId().equals(copy.courseId())
                            && people.roleIn(teacher, found.courseId()) == LtiRole.INSTRUCTOR)
                    .map(found -> new Origin(found.id(), people.courseTitle(found.courseId()).orElse("")));
        });
    }

    private Optional<Made> find(UUID campaignId, PersonId teacher) {
        return campaigns.find(campaignId).filter(Campaign::made)
                .filter(found -> people.roleIn(teacher, found.courseId()) == LtiRole.INSTRUCTOR)
                .map(campaign -> {
                    CampaignSettings settings = made.settings(campaignId).orElseThrow();
                    PersonId creator = settings.createdBy();
                    List<PersonId> teachers = people.instructors(campaign.courseId());
                    return new Made(campaign, settings,
                            people.displayNames(Set.of(creator)).getOrDefault(creator, ""), teachers,
                            made.counts(Set.of(campaignId), teachers).getOrDefault(campaignId, Counts.NONE));
                });
    }

    /**
     * @param creator who made it, empty when the host gave no name or it is there by itself
     * @param teachers everybody who teaches its course or did
     */
    public record Made(Campaign campaign, CampaignSettings settings, String creator, List<PersonId> teachers,
            Counts counts) {}

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
