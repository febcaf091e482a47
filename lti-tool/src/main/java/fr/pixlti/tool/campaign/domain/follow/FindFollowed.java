package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may follow a campaign: teachers of its course, nobody else. */
@Component
class FindFollowed {

    private final Campaigns campaigns;
    private final MadeCampaigns made;
    private final Participants participants;
    private final PeopleApi people;

    FindFollowed(Campaigns campaigns, MadeCampaigns made, Participants participants, PeopleApi people) {
        this.campaigns = campaigns;
        this.made = made;
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
        Campaign campaign = campaigns.find(campaignId).filter(Campaign::made)
                .filter(found -> people.roleIn(teacher, found.courseId()) == LtiRole.INSTRUCTOR)
                .orElseThrow(FindFollowed::notFound);
        return new Followed(campaign, made.settings(campaignId).orElseThrow(FindFollowed::notFound),
                participants.of(campaignId, people.teachers(campaign.courseId())));
    }

    /** A group's participations; everybody's when none is named, nobody's when the course has no such group. */
    Scope scope(Followed followed, @Nullable UUID group) {
        return group == null
                ? followed.all()
                : followed.all().of(
                        people.groupMembers(followed.campaign().courseId()).getOrDefault(group, Set.of()));
    }

    static DomainError notFound() {
        return DomainError.notFound("campaign.not-found");
    }
}
