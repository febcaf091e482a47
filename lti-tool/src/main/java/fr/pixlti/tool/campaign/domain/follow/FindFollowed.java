package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign.Made;
import fr.pixlti.tool.people.CourseGroup;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may follow a campaign, and whose participations are meant. */
@Component
class FindFollowed {

    private final Campaigns campaigns;
    private final ReadMadeCampaign read;
    private final Participants participants;
    private final PeopleApi people;

    FindFollowed(Campaigns campaigns, ReadMadeCampaign read, Participants participants, PeopleApi people) {
        this.campaigns = campaigns;
        this.read = read;
        this.participants = participants;
        this.people = people;
    }

    /**
     * In a transaction.
     *
     * @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course, and for a campaign
     *     of a kind that teachers do not make
     */
    Followed of(UUID campaignId, PersonId teacher) {
        Made made = read.of(campaignId, teacher);
        return new Followed(made, participants.trials(campaignId));
    }

    /** A group's participations; everybody's when none is named, nobody's when the course has no such group. */
    Scope scope(Followed followed, @Nullable UUID group) {
        return group == null
                ? followed.all()
                : followed.all().of(people.groupMembers(followed.course()).getOrDefault(group, Set.of()));
    }

    /** The groups of the course. */
    List<CourseGroup> groups(Followed followed) {
        return people.groups(followed.course());
    }

    /** Whether a teacher made it; says nothing of who may see it. */
    boolean made(UUID campaignId) {
        return campaigns.find(campaignId).filter(Campaign::made).isPresent();
    }

    static DomainError notFound() {
        return DomainError.notFound("campaign.not-found");
    }
}
