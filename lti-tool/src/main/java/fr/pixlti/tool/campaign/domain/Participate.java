package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A person comes to a campaign: by a link, by its code, or as a teacher who tries it. */
@Component
public class Participate {

    private final Campaigns campaigns;
    private final PeopleApi people;

    Participate(Campaigns campaigns, PeopleApi people) {
        this.campaigns = campaigns;
        this.people = people;
    }

    /** The person's participation, made when there is none. */
    public UUID handle(Campaign campaign, PersonId person, Instant now) {
        if (!campaign.made()) {
            return campaigns.participation(campaign.id(), person, new Campaigns.Newcomer("", false, false), now);
        }
        String name = people.sortNames(Set.of(person)).getOrDefault(person, "");
        boolean trial = people.roleIn(person, campaign.courseId()) == LtiRole.INSTRUCTOR;
        return campaigns.participation(campaign.id(), person,
                new Campaigns.Newcomer(name, trial, campaign.kind() == Campaign.Kind.COLLECTION), now);
    }
}
